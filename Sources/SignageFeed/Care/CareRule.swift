import Foundation

/// When a care card is shown, as the table `rules.json` says it, with where the bound comes from.
public struct CareRule: Codable, Equatable, Sendable, Identifiable {
    public var id: String
    public var measure: Measure
    /// It holds from here on: at least for heat and air, at most for cold; nil for warnings.
    public var bound: Double?
    /// The weather office's numbers, for warnings.
    public var hazard: Int?
    public var level: Level
    /// Key of its words.
    public var words: String
    /// A shelter that is open now is named.
    public var wantsShelter: Bool
    public var source: String
    public var confidence: String

    public enum Measure: String, Codable, Sendable {
        /// °C, the highest felt within the next twelve hours.
        case feelsLikeAtLeast = "feels-like-at-least"
        /// °C, the lowest within the next twelve hours.
        case temperatureAtMost = "temperature-at-most"
        /// Grade 1…4 of the worse of PM10 and PM2.5.
        case dustGradeAtLeast = "dust-grade-at-least"
        /// A warning that is in force, of any level.
        case warning
    }

    /// How grave it is; the gravest is shown first.
    public enum Level: Int, Codable, Comparable, Sendable {
        case hint = 1, care, danger
        public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    /// Reads the table.
    public static func load(_ bytes: [UInt8]) throws -> [CareRule] {
        try JSONDecoder().decode([CareRule].self, from: Data(bytes))
    }
}
