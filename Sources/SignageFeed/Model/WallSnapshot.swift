import Foundation

/// All that a wall shows, as the office published it. It travels as one file and lies cached on the kiosk's disk.
public struct WallSnapshot: Codable, Equatable, Sendable {
    public var version: Int
    public var publishedAt: Date
    public var weather: Fact<Weather>?
    public var buses: Fact<BusBoard>?
    public var notices: [Notice]
    public var classes: [ClassSession]
    public var air: Fact<AirQuality>?
    /// The weather office's warnings in force for the place; an empty list is good news.
    public var warnings: Fact<[WeatherWarning]>?
    /// Disaster messages as they came; ``AlertLedger`` decides what is shown, where and for how long.
    public var alerts: [AlertMessage]?
    /// Jobs and courses of the office's lists, also those for which nobody can apply any more.
    public var jobs: Fact<[JobOffer]>?
    public var courses: Fact<[Course]>?
    /// Shelters from heat and cold, also those that are closed now.
    public var shelters: Fact<[Shelter]>?

    public init(
        version: Int, publishedAt: Date, weather: Fact<Weather>? = nil, buses: Fact<BusBoard>? = nil,
        notices: [Notice] = [], classes: [ClassSession] = [], air: Fact<AirQuality>? = nil,
        warnings: Fact<[WeatherWarning]>? = nil, alerts: [AlertMessage]? = nil, jobs: Fact<[JobOffer]>? = nil,
        courses: Fact<[Course]>? = nil, shelters: Fact<[Shelter]>? = nil
    ) {
        (self.version, self.publishedAt, self.weather) = (version, publishedAt, weather)
        (self.buses, self.notices, self.classes) = (buses, notices, classes)
        (self.air, self.warnings, self.alerts) = (air, warnings, alerts)
        (self.jobs, self.courses, self.shelters) = (jobs, courses, shelters)
    }
}

/// A value with its age. The age is part of the fact and is always shown.
public struct Fact<Value: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    public var value: Value
    /// When the source says it was made: a forecast's issue time, an estimate's time.
    public var issuedAt: Date
    /// When it was fetched.
    public var fetchedAt: Date

    public init(_ value: Value, issuedAt: Date, fetchedAt: Date) {
        (self.value, self.issuedAt, self.fetchedAt) = (value, issuedAt, fetchedAt)
    }
}

/// A short piece of news for the wall.
public struct Notice: Codable, Equatable, Sendable, Identifiable {
    public var id: String
    public var title: String
    /// Plain text.
    public var text: String
    /// Who says it, e.g. `보건소`.
    public var from: String
    /// Absent when the source's date could not be read.
    public var publishedAt: Date?
    /// From when until when it may be shown; open when absent.
    public var showFrom: Date?
    public var showUntil: Date?
    /// Where the whole text stands, for a QR code.
    public var link: String?
    /// Somebody at the office looked at its personal data and let it go; nil when there was nothing to look at. Feeds
    /// cannot say so of themselves.
    public var isReleased: Bool?

    public init(
        id: String, title: String, text: String, from: String, publishedAt: Date?, showFrom: Date? = nil,
        showUntil: Date? = nil, link: String? = nil, isReleased: Bool? = nil
    ) {
        self.isReleased = isReleased
        (self.id, self.title, self.text, self.from) = (id, title, text, from)
        (self.publishedAt, self.showFrom, self.showUntil, self.link) = (publishedAt, showFrom, showUntil, link)
    }
}

/// One meeting of a programme.
public struct ClassSession: Codable, Equatable, Sendable, Identifiable {
    public var id: String
    public var programme: String
    public var startsAt: Date
    public var endsAt: Date
    public var place: String?
    public var instructor: String?
    /// A remote class opens on the screen by itself.
    public var isRemote: Bool

    public init(
        id: String, programme: String, startsAt: Date, endsAt: Date, place: String? = nil, instructor: String? = nil,
        isRemote: Bool = false
    ) {
        (self.id, self.programme, self.startsAt, self.endsAt) = (id, programme, startsAt, endsAt)
        (self.place, self.instructor, self.isRemote) = (place, instructor, isRemote)
    }
}
