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

    public init(
        version: Int, publishedAt: Date, weather: Fact<Weather>? = nil, buses: Fact<BusBoard>? = nil,
        notices: [Notice] = [], classes: [ClassSession] = [], air: Fact<AirQuality>? = nil,
        warnings: Fact<[WeatherWarning]>? = nil, alerts: [AlertMessage]? = nil
    ) {
        (self.version, self.publishedAt, self.weather) = (version, publishedAt, weather)
        (self.buses, self.notices, self.classes) = (buses, notices, classes)
        (self.air, self.warnings, self.alerts) = (air, warnings, alerts)
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

/// The weather of one place, hour by hour.
public struct Weather: Codable, Equatable, Sendable {
    /// In order of time, hourly or three-hourly.
    public var hours: [Hour]
    public var days: [Day]

    public init(hours: [Hour], days: [Day]) { (self.hours, self.days) = (hours, days) }

    public struct Hour: Codable, Equatable, Sendable {
        public var at: Date
        /// °C
        public var temperature: Double?
        /// °C, by the KMA's formula for the season; absent when the formula does not apply.
        public var feelsLike: Double?
        public var sky: Sky?
        /// `none` also when the source says nothing of it.
        public var precipitation: Precipitation
        /// %
        public var precipitationChance: Int?
        /// m/s
        public var windSpeed: Double?
        /// %
        public var humidity: Int?
        /// In an hour.
        public var rainfall: PrecipitationAmount?
        /// New snow in an hour.
        public var snowfall: PrecipitationAmount?

        public init(
            at: Date, temperature: Double? = nil, feelsLike: Double? = nil, sky: Sky? = nil,
            precipitation: Precipitation = .none, precipitationChance: Int? = nil, windSpeed: Double? = nil,
            humidity: Int? = nil, rainfall: PrecipitationAmount? = nil, snowfall: PrecipitationAmount? = nil
        ) {
            (self.at, self.temperature, self.feelsLike, self.sky) = (at, temperature, feelsLike, sky)
            (self.precipitation, self.precipitationChance) = (precipitation, precipitationChance)
            (self.windSpeed, self.humidity) = (windSpeed, humidity)
            (self.rainfall, self.snowfall) = (rainfall, snowfall)
        }
    }

    public struct Day: Codable, Equatable, Sendable {
        /// Midnight in Korea.
        public var date: Date
        /// °C
        public var lowest: Double?
        public var highest: Double?
        public init(date: Date, lowest: Double? = nil, highest: Double? = nil) {
            (self.date, self.lowest, self.highest) = (date, lowest, highest)
        }
    }

    public enum Sky: String, Codable, Sendable { case clear, mostlyCloudy, overcast }
    public enum Precipitation: String, Codable, Sendable {
        case none, rain, rainAndSnow, snow, shower, drizzle, drizzleAndFlurries, flurries
    }
}

/// The next buses at one stop.
public struct BusBoard: Codable, Equatable, Sendable {
    public var stop: String
    public var arrivals: [Arrival]
    public init(stop: String, arrivals: [Arrival]) { (self.stop, self.arrivals) = (stop, arrivals) }

    public struct Arrival: Codable, Equatable, Sendable {
        public var route: String
        public var direction: String?
        /// Seconds from the fact's `issuedAt`; absent when only a state is known.
        public var seconds: Int?
        public var stopsBefore: Int?
        public var isLowFloor: Bool
        public var isLast: Bool

        public init(
            route: String, direction: String? = nil, seconds: Int?, stopsBefore: Int? = nil, isLowFloor: Bool = false,
            isLast: Bool = false
        ) {
            (self.route, self.direction, self.seconds) = (route, direction, seconds)
            (self.stopsBefore, self.isLowFloor, self.isLast) = (stopsBefore, isLowFloor, isLast)
        }
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

    public init(
        id: String, title: String, text: String, from: String, publishedAt: Date?, showFrom: Date? = nil,
        showUntil: Date? = nil, link: String? = nil
    ) {
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
