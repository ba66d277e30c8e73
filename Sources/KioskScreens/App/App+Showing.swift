import Foundation
import SignageFeed

/// What of the wall's own content is on: which item and which of its pages, zone by zone.
public struct WallPage: Equatable, Sendable {
    public var names: [String]

    init(_ plan: FramePlan) {
        names = plan.zones.map { zone in
            switch zone.shown {
            case .item(let id): "\(zone.zone.rawValue)/\(id)/\(zone.page)"
            case .house(let card): "\(zone.zone.rawValue)/house/\(card.rawValue)"
            }
        }
    }
}

extension App {
    /// The content on the wall while nothing lies over it; nil while a person or an alert has the screen. From one to the
    /// next the picture may change softly.
    public var wallPage: WallPage? {
        guard screen == .wall, overlay == nil, wall.signage.cover == nil, wall.signage.banner == nil else { return nil }
        return WallPage(wall.signage.plan(at: latest.wall))
    }

    /// When the content changes next, if it may then show a picture that has to be read first.
    public func nextPicture(after now: Moment) -> Moment? {
        guard wallPage != nil else { return nil }
        let next = wall.signage.nextChange(at: now.wall)
        let wait = next.timeIntervalSince(now.wall)
        guard wait < Self.lookAhead else { return nil }
        return Moment(monotonic: now.monotonic + .seconds(wait), wall: next)
    }

    /// No item is on for longer; what comes later is not worth reading ahead.
    private static let lookAhead: TimeInterval = 3_600
}
