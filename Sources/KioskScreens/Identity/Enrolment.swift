import FitnessMeasure
import Foundation
import KoreanText
import SeniorCard

/// Entering a new senior: one question a step, consent first, nothing typed twice.
public struct Enrolment: Equatable, Sendable {
    public internal(set) var step: Step
    /// Jamo as pressed; the name is composed from them anew each time.
    var keys: [Character] = []
    /// The two digits after 19.
    var yearDigits = ""
    var phoneDigits = ""
    var senior = NewSenior()
    /// Why the step cannot be left yet.
    var objection: Objection?
    var page = 0
    /// Names of this centre's supporters, for "who helped".
    let supporters: [String]

    public init(supporters: [String] = [], step: Step = .membershipConsent) {
        (self.supporters, self.step) = (supporters, step)
    }

    /// In the order in which they are asked.
    public enum Step: Int, CaseIterable, Equatable, Sendable {
        case membershipConsent, healthConsent, name, birthYear, birthMonth, sex, phone, helper, review, saving
    }

    public enum Objection: Equatable, Sendable { case nameMissing, yearOutOfRange, phoneIncomplete, notSaved }

    public enum Event: Equatable, Sendable {
        case agreed, declined
        case key(Character), erased, next, skipped
        case digit(Int)
        case month(Int)
        case sex(Sex)
        case helped(String?)
        case confirmed
    }

    /// Where a step leads out of the enrolment.
    public enum Outcome: Equatable, Sendable { case stays, leaves, finished(NewSenior) }

    static let longestName = 20

    /// The letters as they were pressed, should libhangul be missing: the step can still be left.
    var name: String {
        do {
            let composer = try HangulComposer()
            for key in keys { composer.press(key) }
            return composer.text
        } catch {
            return String(keys)
        }
    }

    /// `year` is today's, for the age limits of the reference tables (60–115 years).
    public mutating func update(_ event: Event, year: Int) -> Outcome {
        objection = nil
        switch (step, event) {
        case (.membershipConsent, .declined): return .leaves
        case (.membershipConsent, .agreed): advance()
        case (.healthConsent, .agreed), (.healthConsent, .declined):
            senior.consentsToHealthData = event == .agreed
            advance()
        case (.name, .key(let key)):
            if keys.count < Self.longestName * 3, name.count < Self.longestName { keys.append(key) }
        case (.name, .erased): _ = keys.popLast()
        case (.name, .next): acceptName()
        case (.birthYear, .digit(let digit)): acceptYear(digit, thisYear: year)
        case (.birthYear, .erased): _ = yearDigits.popLast()
        case (.birthMonth, .month(let month)):
            senior.birthMonth = month
            advance()
        case (.sex, .sex(let sex)):
            senior.sex = sex
            advance()
        case (.phone, .digit(let digit)): acceptPhone(digit)
        case (.phone, .erased): _ = phoneDigits.popLast()
        case (.phone, .skipped): acceptPhone(nil)
        case (.helper, .helped(let name)):
            senior.helpedBy = name
            advance()
        case (.review, .confirmed):
            step = .saving
            return .finished(senior)
        default: break
        }
        return .stays
    }

    /// Every step can be taken back; false at the first one.
    mutating func goBack() -> Bool {
        objection = nil
        page = 0
        guard step != .saving, let earlier = Step(rawValue: step.rawValue - 1) else { return false }
        step = earlier
        return true
    }

    /// The disk refused: nothing is lost, the senior may try again.
    mutating func saveFailed() {
        step = .review
        objection = .notSaved
    }

    private mutating func advance() {
        page = 0
        if let next = Step(rawValue: step.rawValue + 1) { step = next }
    }

    private mutating func acceptName() {
        let trimmed = name.trimmingCharacters(in: .whitespaces)
        guard !trimmed.isEmpty else { return objection = .nameMissing }
        senior.name = trimmed
        advance()
    }

    private mutating func acceptYear(_ digit: Int, thisYear: Int) {
        guard yearDigits.count < 2 else { return }
        yearDigits += String(digit)
        guard yearDigits.count == 2, let lastTwo = Int(yearDigits) else { return }
        guard (60...115).contains(thisYear - (1900 + lastTwo)) else {
            yearDigits = ""
            return objection = .yearOutOfRange
        }
        senior.birthYear = 1900 + lastTwo
        advance()
    }

    private mutating func acceptPhone(_ digit: Int?) {
        guard let digit else {
            phoneDigits = ""
            senior.phoneLastDigits = nil
            return advance()
        }
        phoneDigits += String(digit)
        guard phoneDigits.count == 4 else { return }
        senior.phoneLastDigits = phoneDigits
        advance()
    }
}
