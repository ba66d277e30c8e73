import Foundation
import SignageFeed

/// What of the wall's own content is on: which item and which of its pages, zone by zone.
public struct WallPage: Equatable, Sendable {
    public var names: [String]

    init(_ plan: FramePlan) {
        if case .activity(let activity) = plan.cover {
            names = ["activity/\(activity)"]
            return
        }
        names = plan.zones.map { zone in
            switch zone.shown {
            case .item(let id): "\(zone.zone.rawValue)/\(id)/\(zone.page)"
            case .house(let card): "\(zone.zone.rawValue)/house/\(card.rawValue)"
            }
        }
    }
}

extension App {
    /// What the playlist has on now, and why.
    public func plan(at now: Moment) -> FramePlan { wall.signage.plan(at: now.wall) }

    /// Nothing lies over the wall's content: no person's screen, no question, no alert that has the panel.
    public var showsWall: Bool { screen == .wall && overlay == nil && wall.signage.cover == nil }

    /// The content on the wall; nil while a person or an alert has the screen. From one to the next the picture may change
    /// softly.
    public var wallPage: WallPage? {
        guard showsWall, wall.signage.banner == nil else { return nil }
        return WallPage(wall.signage.plan(at: latest.wall))
    }

    /// When the content changes next, if it then shows a picture that has to be read first.
    public func nextPicture(after now: Moment) -> Moment? {
        guard showsWall, wall.signage.hasPictures else { return nil }
        let change = plan(at: now).nextChange
        let seconds = change.timeIntervalSince(now.wall)
        guard seconds > 0, seconds < 3_600 else { return nil }
        // Just after the change, when the next item is certainly the one.
        let ahead = Duration.milliseconds(Int(seconds * 1_000) + 1)
        let then = Moment(monotonic: now.monotonic + ahead, wall: change.addingTimeInterval(0.001))
        return plan(at: then).zones.contains { wall.signage.isPicture($0.shown) } ? then : nil
    }
}
