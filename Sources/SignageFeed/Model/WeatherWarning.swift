import Foundation

/// A warning of the weather office that is in force for an area.
public struct WeatherWarning: Codable, Equatable, Sendable {
    /// The weather office's area code, e.g. `L1030400`.
    public var area: String
    public var areaName: String
    /// What it warns of.
    public var hazard: Hazard
    public var level: Level
    public var issuedAt: Date
    /// From when it holds, if the source said so.
    public var startsAt: Date?

    public init(
        area: String, areaName: String, hazard: Hazard, level: Level, issuedAt: Date, startsAt: Date? = nil
    ) {
        (self.area, self.areaName, self.hazard) = (area, areaName, hazard)
        (self.level, self.issuedAt, self.startsAt) = (level, issuedAt, startsAt)
    }

    /// A kind of weather, by the weather office's number. Numbers that are new to us are kept, never dropped.
    public struct Hazard: RawRepresentable, Codable, Hashable, Sendable {
        public var rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The Korean name, nil for a number that we do not know.
        public var name: String? { Self.names[rawValue] }

        private static let names = [
            1: "강풍", 2: "호우", 3: "한파", 4: "건조", 5: "폭풍해일", 6: "풍랑", 7: "태풍", 8: "대설", 9: "황사", 12: "폭염",
            13: "열대야",
        ]
    }

    /// How grave it is, by the weather office's number.
    public struct Level: RawRepresentable, Codable, Hashable, Sendable {
        public var rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let advisory = Level(rawValue: 0)
        public static let warning = Level(rawValue: 1)
        public static let graveWarning = Level(rawValue: 2)

        /// The Korean name, nil for a number that we do not know.
        public var name: String? { [0: "주의보", 1: "경보", 2: "중대경보"][rawValue] }
    }
}
