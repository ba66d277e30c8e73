/// How long something was visible on a kiosk's wall on one day. One a device, day and item counts, however often it is told.
public struct PlayCounted: EventBody {
    public static let type = EventType(rawValue: "play.counted")
    public static let typeVersion = 1

    /// Day in Korea, `2026-11-21`.
    public var day: String
    /// The playlist item's id, or `house/…` for the kiosk's own cards.
    public var item: String
    /// Whole seconds in which somebody in the room could see it.
    public var seconds: Int
    /// How often it began.
    public var times: Int

    public init(day: String, item: String, seconds: Int, times: Int) {
        (self.day, self.item, self.seconds, self.times) = (day, item, seconds, times)
    }
}
