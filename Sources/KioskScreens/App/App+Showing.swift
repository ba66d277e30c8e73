import SignageFeed

/// What of the wall's own content is on: which item and which of its pages, zone by zone.
public struct WallPage: Equatable, Sendable {
    public var names: [String]
}

extension App {
    /// The content on the wall while nothing lies over it; nil while a person or an alert has the screen. From one to the
    /// next the picture may change softly.
    public var wallPage: WallPage? {
        guard screen == .wall, overlay == nil, alerts.cover == nil, alerts.banner == nil else { return nil }
        return WallPage(names: ["\(wall.noticeIndex)"])
    }

    /// When the content changes next, if it may then show a picture that has to be read first.
    public func nextPicture(after now: Moment) -> Moment? { nil }
}
