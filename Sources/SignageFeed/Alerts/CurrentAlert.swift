import Foundation

/// An alert that holds for a site now.
public struct CurrentAlert: Equatable, Sendable {
    public var reference: AlertMessage.Reference
    public var info: AlertMessage.Info
    /// To be marked as 훈련.
    public var isExercise: Bool
    /// Its area could not be read: for staff to judge.
    public var isAreaUncertain: Bool
    /// Its time is known, so it may take the whole screen.
    public var isTimed: Bool

    /// The block for the site, Korean before others; nil when none holds now.
    init?(_ message: AlertMessage, takenAt: Date, at now: Date, for site: AlertSite) {
        let soon = now.addingTimeInterval(Freshness.clockTolerance)
        var best: (info: AlertMessage.Info, match: AlertSite.Match)?
        for info in message.infos where (info.effective ?? now) <= soon && Self.end(of: info, takenAt: takenAt) > now {
            let match = site.match(info)
            // Only the gravest is shown on a mere suspicion.
            guard match == .inside || (match == .uncertain && info.severity == .extreme) else { continue }
            if best == nil || (info.isKorean && best?.info.isKorean == false) { best = (info, match) }
        }
        guard let best else { return nil }
        (reference, info) = (message.reference, best.info)
        (isExercise, isAreaUncertain) = (message.status == .exercise, best.match == .uncertain)
        isTimed = message.reference.sent != nil
    }

    /// When a block ends. Without a stated end the gravest ends after six hours, others after a day, counted from when
    /// it took effect or, without a time, from when it was taken in.
    static func end(of info: AlertMessage.Info, takenAt: Date) -> Date {
        if let expires = info.expires { return expires }
        let length: TimeInterval = info.severity == .extreme ? 6 * 3_600 : 86_400
        return (info.effective ?? takenAt).addingTimeInterval(length)
    }
}

extension CurrentAlert {
    /// How much of the wall it takes at `now`.
    public func style(at now: Date) -> AlertStyle { AlertStyle(info, isTimed: isTimed, at: now) }
}

extension AlertMessage.Info {
    var isKorean: Bool { language.lowercased().hasPrefix("ko") }
}
