import Foundation
import SignageFeed

/// The disaster messages: which has the whole screen now, which the strip at the top, and what a visitor put aside.
///
/// What holds, where and for how long is decided by ``AlertLedger`` and ``WallSchedule``; here it is only remembered
/// between two looks.
public struct AlertWatch: Sendable {
    private var ledger = AlertLedger()
    private var state = WallState(trust: .known)
    /// A visitor has read these and goes on; they come back when nobody is there.
    private var putAside: Set<AlertMessage.Reference> = []
    private let site: AlertSite
    private(set) var cover: AlertPlan?
    private(set) var banner: AlertPlan?
    /// When the answer may change by itself.
    private(set) var nextChange: Date?

    private static let noContent = WallSchedule(Playlist(items: []))

    init(site: AlertSite) { self.site = site }

    /// Takes in what the office has published. A message that came before changes nothing.
    mutating func take(_ messages: [AlertMessage], at now: Date) {
        for message in messages { _ = ledger.take(message, at: now) }
    }

    /// Looks anew. Somebody who uses the kiosk is broken into by the gravest alerts only, and by each of them once.
    mutating func look(at now: Date, isInUse: Bool) {
        if !isInUse { putAside = [] }
        let alerts = ledger.current(at: now, for: site).withoutRetellings()
        state.take(alerts: alerts, activity: isInUse ? .person : nil, at: now)
        let plan = Self.noContent.wall(at: now, state)
        cover = nil
        if case .alert(let alert) = plan.cover, !putAside.contains(alert.reference) { cover = alert }
        banner = plan.banner
        nextChange = alerts.isEmpty ? nil : plan.nextChange
    }

    /// The visitor has read what has the screen and goes on.
    mutating func goOn() {
        if let cover { putAside.insert(cover.reference) }
        cover = nil
    }
}
