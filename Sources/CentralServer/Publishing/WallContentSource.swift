import Foundation
import SignageFeed

/// Where the facts on a wall come from: whoever polls weather, buses and public notices for the centres.
public protocol WallContentSource: Sendable {
    /// The newest facts for one centre. Answers at once from what was fetched; an old fact keeps its age.
    func content(for centre: Centre) async -> WallContent
}

/// The polled parts of a wall; the office adds its own notices and the day's classes.
public struct WallContent: Sendable, Equatable {
    public var weather: Fact<Weather>?
    public var buses: Fact<BusBoard>?
    public var notices: [Notice]
    public var air: Fact<AirQuality>?
    public var warnings: Fact<[WeatherWarning]>?
    /// Absent when nobody asks for disaster messages; empty when there are none.
    public var alerts: [AlertMessage]?
    public var jobs: Fact<[JobOffer]>?
    public var courses: Fact<[Course]>?
    public var shelters: Fact<[Shelter]>?

    public init(
        weather: Fact<Weather>? = nil, buses: Fact<BusBoard>? = nil, notices: [Notice] = [],
        air: Fact<AirQuality>? = nil, warnings: Fact<[WeatherWarning]>? = nil, alerts: [AlertMessage]? = nil,
        jobs: Fact<[JobOffer]>? = nil, courses: Fact<[Course]>? = nil, shelters: Fact<[Shelter]>? = nil
    ) {
        (self.weather, self.buses, self.notices) = (weather, buses, notices)
        (self.air, self.warnings, self.alerts) = (air, warnings, alerts)
        (self.jobs, self.courses, self.shelters) = (jobs, courses, shelters)
    }
}

/// An office that polls nothing: its walls show its own notices and classes.
public struct NoPolledContent: WallContentSource {
    public init() {}
    public func content(for centre: Centre) async -> WallContent { WallContent() }
}
