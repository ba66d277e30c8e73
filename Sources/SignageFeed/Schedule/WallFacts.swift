import Foundation

/// What the wall knows about the world: only the times, since the values are drawn and not decided on.
public struct WallFacts: Equatable, Sendable {
    public var weatherIssuedAt: Date?
    public var busesIssuedAt: Date?
    public var noticesIssuedAt: Date?
    /// When the timetable was published.
    public var classesPublishedAt: Date?
    public var classes: [ClassSession]
    /// Until when the care card holds; nil when none does.
    public var careUntil: Date?

    public init(
        weatherIssuedAt: Date? = nil, busesIssuedAt: Date? = nil, noticesIssuedAt: Date? = nil,
        classesPublishedAt: Date? = nil, classes: [ClassSession] = [], careUntil: Date? = nil
    ) {
        (self.weatherIssuedAt, self.busesIssuedAt) = (weatherIssuedAt, busesIssuedAt)
        (self.noticesIssuedAt, self.classesPublishedAt) = (noticesIssuedAt, classesPublishedAt)
        (self.classes, self.careUntil) = (classes, careUntil)
    }

    /// The times of a published snapshot.
    public init(_ snapshot: WallSnapshot) {
        self.init(
            weatherIssuedAt: snapshot.weather?.issuedAt, busesIssuedAt: snapshot.buses?.issuedAt,
            noticesIssuedAt: snapshot.notices.compactMap(\.publishedAt).max(),
            classesPublishedAt: snapshot.publishedAt, classes: snapshot.classes)
    }
}
