import Foundation

/// When an item may be on the wall: days, weekdays, hours and exact bounds, all of which must hold.
public struct ShowWindow: Hashable, Sendable {
    public var first: CivilDay?
    /// The last day; hours that go on overnight end on the morning after it.
    public var last: CivilDay?
    public var weekdays: Weekdays
    /// nil is the whole day.
    public var hours: DayHours?
    /// The first instant, in whole seconds; for notices, whose publishers name one.
    public var opensAt: Date?
    /// The first instant at which it is over.
    public var closesAt: Date?

    public static let always = ShowWindow()

    public init(
        first: CivilDay? = nil, last: CivilDay? = nil, weekdays: Weekdays = .all, hours: DayHours? = nil,
        opensAt: Date? = nil, closesAt: Date? = nil
    ) {
        (self.first, self.last, self.weekdays) = (first, last, weekdays)
        (self.opensAt, self.closesAt) = (opensAt, closesAt)
        // From midnight to midnight is no limit.
        self.hours = hours.flatMap { $0.from == 0 && $0.to == 1_440 ? nil : $0 }
    }

    /// Whether a stretch may begin on `day`.
    func allows(_ day: CivilDay) -> Bool {
        (first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true) && weekdays.holds(day)
    }
}
