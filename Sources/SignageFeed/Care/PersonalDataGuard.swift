import Foundation

/// Looks for what must not hang on a wall, before a person does. What it finds is held for the office's look.
///
/// One telephone number of an office is what notices are for; ten of them, or three of mobile telephones, are a list of
/// people. What it found is never kept, only its kind and count.
public struct PersonalDataGuard: Sendable {
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// 주민등록번호, also masked or spaced.
        case residentNumber = "resident-number"
        case phoneList = "phone-list"
        /// 계좌번호
        case accountNumber = "account-number"
    }

    public struct Finding: Codable, Equatable, Sendable {
        public var kind: Kind
        public var count: Int
    }

    public enum Verdict: Equatable, Sendable {
        case pass
        case hold([Finding])
    }

    public init() {}

    static let mobileLimit = 3
    static let phoneLimit = 10

    /// The verdict on a notice's texts.
    public func review(_ texts: String...) -> Verdict {
        let text = NumberText(texts.joined(separator: "\n"))
        let findings = [
            Finding(kind: .residentNumber, count: text.residentNumbers),
            Finding(kind: .phoneList, count: text.phones),
            Finding(kind: .accountNumber, count: text.accounts),
        ].filter { $0.count > 0 }
        return findings.isEmpty ? .pass : .hold(findings)
    }
}
