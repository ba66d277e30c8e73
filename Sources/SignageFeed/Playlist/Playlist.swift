/// What the office wants on its walls.
public struct Playlist: Equatable, Sendable {
    public var version: Int
    /// In the office's order. Items of unknown kinds are among them and never shown.
    public var items: [SignageItem]

    public init(version: Int = 0, items: [SignageItem]) { (self.version, self.items) = (version, items) }

    /// The files that its items need.
    public var pictures: Set<ContentHash> { Set(items.compactMap(\.content.picture)) }

    /// With each notice of the feeds in place of the item that stands for them: under its conditions, and only as long
    /// as the notice's publisher says. Notices with personal data are left out until the office has released them or `cleared` them by id.
    public func expanded(with notices: [Notice], cleared: Set<String> = []) -> Playlist {
        var expanded = self
        let notices = notices.prefix(Self.noticeLimit).filter { notice in
            notice.isReleased == true || cleared.contains(notice.id)
                || PersonalDataGuard().review(notice.title, notice.text) == .pass
        }
        expanded.items = items.flatMap { item -> [SignageItem] in
            guard item.content == .noticeFeed else { return [item] }
            return notices.map { notice in
                var copy = item
                copy.id = item.id + "/" + notice.id
                copy.content = .notice(title: notice.title, text: notice.text)
                (copy.window.opensAt, copy.window.closesAt) = (notice.showFrom, notice.showUntil)
                return copy
            }
        }
        return expanded
    }

    /// A feed of thousands must not push everything else off the wall.
    static let noticeLimit = 50
}
