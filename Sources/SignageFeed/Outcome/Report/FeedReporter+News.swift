import Foundation

extension FeedReporter {
    func noticeItems(_ fact: Fact<[Notice]>) -> [ReportValue] {
        fact.value.map { notice in
            .object([
                "id": .string(notice.id), "title": .string(notice.title), "text": .string(notice.text),
                "link": .init(notice.link), "published": .init(notice.publishedAt), "from": .string(notice.from),
            ])
        }
    }

    /// A message with what becomes of it.
    static func item(_ message: AlertMessage, _ decision: AlertDecision) -> ReportValue {
        let info = decision.info
        return .object([
            "id": .string(message.reference.identifier), "decision": .string(decision.verdict.rawValue),
            "reason": .string(decision.reason.rawValue), "level": .init(info?.severity.reportName),
            "headline": .init(info.map { $0.headline ?? CleanText.line($0.text) }),
            "style": .init(decision.style?.rawValue),
            "event": .init(info?.event), "text": .init(info?.text), "instruction": .init(info?.instruction),
            "language": .init(info?.language), "level_known": .bool(info?.isLevelUnknown != true),
            "sender": .string(message.reference.sender), "sent": .init(message.reference.sent),
            "onset": .init(info?.onset), "expires": .init(info?.expires),
            "removes": .array(removed(by: message, decision).map { .string($0) }),
        ])
    }

    private static func removed(by message: AlertMessage, _ decision: AlertDecision) -> [String] {
        guard decision.verdict == .remove || message.kind == .update && decision.verdict == .show else { return [] }
        return message.references.filter { $0.sender == message.reference.sender }.map(\.identifier)
    }
}

extension AlertMessage.Severity {
    fileprivate var reportName: String {
        switch self {
        case .unknown: "unknown"
        case .minor: "minor"
        case .moderate: "moderate"
        case .severe: "severe"
        case .extreme: "extreme"
        }
    }
}
