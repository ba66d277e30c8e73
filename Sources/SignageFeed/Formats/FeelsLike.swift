import Foundation

/// The weather office's feels-like temperature. Its own service for it has ended, so it is computed, and says by what.
public enum FeelsLike {
    /// How a value was come by, and how sure we are of it.
    public enum Formula: String, Codable, Sendable {
        /// May to September, by temperature and humidity (wet-bulb temperature by Stull, 2011).
        case summerWetBulb = "summer-wet-bulb"
        /// October to April, for at most 10 °C and at least 1.3 m/s.
        case winterWindChill = "winter-wind-chill"

        /// `found`: the same coefficients stand in several independent programs; `recalled`: from memory of the
        /// standard. Neither could be compared with the weather office's own guide.
        public var confidence: String { self == .summerWetBulb ? "found" : "recalled" }
    }

    /// °C, or nil when the season's formula does not apply.
    public static func celsius(temperature: Double?, humidity: Int?, windSpeed: Double?, month: Int) -> Double? {
        guard let temperature else { return nil }
        if (5...9).contains(month) { return humidity.map { summer(temperature, Double($0)) } }
        guard let windSpeed, temperature <= 10, windSpeed >= 1.3 else { return nil }
        return winter(temperature, windSpeed)
    }

    /// The formula that holds in a month.
    public static func formula(month: Int) -> Formula { (5...9).contains(month) ? .summerWetBulb : .winterWindChill }

    private static func summer(_ air: Double, _ humidity: Double) -> Double {
        let wet =
            air * atan(0.151977 * (humidity + 8.313659).squareRoot()) + atan(air + humidity) - atan(humidity - 1.67633)
            + 0.00391838 * pow(humidity, 1.5) * atan(0.023101 * humidity) - 4.686035
        return -0.2442 + 0.55399 * wet + 0.45535 * air - 0.0022 * wet * wet + 0.00278 * wet * air + 3.0
    }

    private static func winter(_ air: Double, _ metresPerSecond: Double) -> Double {
        let wind = pow(metresPerSecond * 3.6, 0.16)
        return 13.12 + 0.6215 * air - 11.37 * wind + 0.3965 * wind * air
    }
}
