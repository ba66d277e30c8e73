import Foundation

/// What becomes of a message at a site, and why.
public struct AlertDecision: Equatable, Sendable {
    public enum Verdict: String, Codable, Sendable {
        case show, ignore
        /// It ends the messages that it names.
        case remove
        /// Kept, but not shown by itself: for staff, or until its time.
        case hold
    }

    public enum Reason: String, Codable, Sendable {
        /// It holds here and now.
        case current
        case allClear = "all-clear"
        case exercise, test, draft, system, restricted, acknowledgement, error
        /// No block that could be shown.
        case noInfo = "no-info"
        case expired, outside
        /// The same message again: nothing rings twice.
        case duplicate
        /// It arrived after its own end.
        case cancelled
        case cancel
        /// Only its own sender ends a message.
        case otherSender = "other-sender"
        /// Its area could not be read.
        case areaUnknown = "area-unknown"
        /// Without a time it may not take the screen by itself.
        case noTime = "no-time"
        case notYet = "not-yet"
    }

    public var verdict: Verdict
    public var reason: Reason
    /// The block that decided.
    public var info: AlertMessage.Info?
    public var style: AlertStyle?

    init(_ verdict: Verdict, _ reason: Reason, _ info: AlertMessage.Info? = nil, _ style: AlertStyle? = nil) {
        (self.verdict, self.reason, self.info, self.style) = (verdict, reason, info, style)
    }
}

/// How much of the wall an alert takes.
public enum AlertStyle: String, Codable, Sendable {
    case fullScreen = "full-screen"
    case banner
    /// It is over.
    case calm

    /// Full screen is for what is grave and has begun; what begins later is announced with its hour.
    init(_ info: AlertMessage.Info, isTimed: Bool, at now: Date) {
        let hasBegun = (info.onset ?? now) <= now
        self = info.isCalm ? .calm : info.severity >= .severe && hasBegun && isTimed ? .fullScreen : .banner
    }
}

extension AlertLedger {
    /// Takes a message in and says what becomes of it at `site`.
    public mutating func decide(
        _ message: AlertMessage, at now: Date, for site: AlertSite, withExercises: Bool = false
    ) -> AlertDecision {
        switch take(message, at: now) {
        case .known: return AlertDecision(.ignore, .duplicate, message.bestInfo)
        case .ended: return AlertDecision(.ignore, .cancelled, message.bestInfo)
        case .cancelled: return AlertDecision(.remove, .cancel)
        case .refused: return AlertDecision(.ignore, .otherSender)
        case .ignored: return AlertDecision(.ignore, Self.reasonToIgnore(message), message.bestInfo)
        case .added: return Self.judge(message, at: now, for: site, withExercises)
        }
    }

    private static func reasonToIgnore(_ message: AlertMessage) -> AlertDecision.Reason {
        switch message.status {
        case .test: return .test
        case .draft: return .draft
        case .system: return .system
        case .actual, .exercise: break
        }
        guard message.isPublic else { return .restricted }
        switch message.kind {
        case .acknowledgement: return .acknowledgement
        case .error: return .error
        case .alert, .update, .cancel: return .noInfo
        }
    }

    private static func judge(
        _ message: AlertMessage, at now: Date, for site: AlertSite, _ withExercises: Bool
    ) -> AlertDecision {
        guard message.status == .actual || withExercises else {
            return AlertDecision(.ignore, .exercise, message.bestInfo)
        }
        let isTimed = message.reference.sent != nil
        if let current = CurrentAlert(message, takenAt: now, at: now, for: site) {
            let style = AlertStyle(current.info, isTimed: isTimed, at: now)
            if current.isAreaUncertain { return AlertDecision(.hold, .areaUnknown, current.info, style) }
            guard isTimed else { return AlertDecision(.hold, .noTime, current.info, style) }
            let reason: AlertDecision.Reason = current.isExercise ? .exercise : style == .calm ? .allClear : .current
            return AlertDecision(.show, reason, current.info, style)
        }
        let open = message.infos.filter { CurrentAlert.end(of: $0, takenAt: now) > now }
        guard !open.isEmpty else { return AlertDecision(.ignore, .expired, message.bestInfo) }
        let match = open.map(site.match).max() ?? .outside
        switch match {
        case .outside: return AlertDecision(.ignore, .outside, message.bestInfo)
        case .uncertain: return AlertDecision(.hold, .areaUnknown, message.bestInfo)
        case .inside: return AlertDecision(.hold, .notYet, message.bestInfo)
        }
    }
}

extension AlertMessage {
    /// The Korean block before others, for reports.
    var bestInfo: Info? { infos.first { $0.isKorean } ?? infos.first }
}
