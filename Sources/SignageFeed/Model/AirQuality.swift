import Foundation

/// Fine dust at the nearest measuring station.
public struct AirQuality: Codable, Equatable, Sendable {
    public var station: String?
    public var pm10: Dust
    public var pm25: Dust
    /// The hour that the station measured.
    public var measuredAt: Date

    public init(station: String?, pm10: Dust, pm25: Dust, measuredAt: Date) {
        (self.station, self.pm10, self.pm25, self.measuredAt) = (station, pm10, pm25, measuredAt)
    }

    public struct Dust: Codable, Equatable, Sendable {
        /// µg/m³; absent when the station gave none.
        public var value: Int?
        public var grade: Grade?
        /// The station's own word for why there is no value, e.g. `통신장애`.
        public var fault: String?

        public init(value: Int? = nil, grade: Grade? = nil, fault: String? = nil) {
            (self.value, self.grade, self.fault) = (value, grade, fault)
        }
    }

    public enum Grade: Int, Codable, Sendable { case good = 1, moderate, bad, veryBad }
}
