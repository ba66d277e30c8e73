/// One thing the wall may show, and under which conditions.
public struct SignageItem: Equatable, Sendable, Identifiable {
    public var id: String
    public var content: SignageContent
    public var window: ShowWindow
    /// 0…9. The highest that holds takes most of the time; the others keep a part of it.
    public var priority: Int
    /// Percent of the time, 1…50, that it takes from the others wherever it stands; nil for an item like any other.
    public var share: Int?
    public var zones: [Zone]
    /// Seconds on the wall, 5…600; nil leaves it to the length of its text.
    public var seconds: Int?
    /// Names of screens or groups that it is for; empty is all.
    public var screens: Set<String>

    public init(
        id: String, content: SignageContent, window: ShowWindow = .always, priority: Int = 0, share: Int? = nil,
        zones: [Zone] = [.main], seconds: Int? = nil, screens: Set<String> = []
    ) {
        (self.id, self.content, self.window) = (id, content, window)
        (self.priority, self.share, self.zones) = (priority, share, zones)
        (self.seconds, self.screens) = (seconds, screens)
    }
}
