import SignageFeed

extension Playlist {
    /// What a wall shows that no office has sent a playlist: the weather, today's class, notices and advice; the buses
    /// where they have no place of their own.
    public static let standard = Playlist(items: [
        SignageItem(id: "weather-today", content: .weather(.today)),
        SignageItem(id: "class-of-today", content: .classOfToday),
        SignageItem(id: "notices", content: .noticeFeed, priority: 1),
        SignageItem(id: "weather-tomorrow", content: .weather(.tomorrow)),
        SignageItem(id: "care", content: .care, share: 15),
        SignageItem(id: "buses", content: .buses, share: 25, screens: ["television", "board"]),
        SignageItem(id: "weather-week", content: .weather(.week)),
    ])
}
