import Foundation

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
        /// Where the wind comes from, degrees clockwise from north.
        public var windDirection: Int?
        /// Instead of a speed, on the last forecast day.
        public var windClass: PrecipitationAmount.Intensity?

        public init(
            at: Date, temperature: Double? = nil, feelsLike: Double? = nil, sky: Sky? = nil,
            precipitation: Precipitation = .none, precipitationChance: Int? = nil, windSpeed: Double? = nil,
            humidity: Int? = nil, rainfall: PrecipitationAmount? = nil, snowfall: PrecipitationAmount? = nil,
            windDirection: Int? = nil, windClass: PrecipitationAmount.Intensity? = nil
        ) {
            (self.windDirection, self.windClass) = (windDirection, windClass)
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
        /// Of the mid-term forecast only. Its days from the eighth on are whole: both halves are the same then.
        public var morning: Half?
        public var afternoon: Half?
        /// When the mid-term forecast was issued that this day, or a part of it, is from; nil for a day that is as old as
        /// the fact that it stands in.
        public var midTermIssuedAt: Date?

        public init(
            date: Date, lowest: Double? = nil, highest: Double? = nil, morning: Half? = nil, afternoon: Half? = nil,
            midTermIssuedAt: Date? = nil
        ) {
            self.midTermIssuedAt = midTermIssuedAt
            (self.date, self.lowest, self.highest) = (date, lowest, highest)
            (self.morning, self.afternoon) = (morning, afternoon)
        }

        /// Half a day of the mid-term forecast.
        public struct Half: Codable, Equatable, Sendable {
            /// The weather office's own words, e.g. `구름많고 비`.
            public var words: String
            public var sky: Sky?
            public var precipitation: Precipitation
            /// %
            public var precipitationChance: Int?

            public init(words: String, sky: Sky?, precipitation: Precipitation, precipitationChance: Int?) {
                (self.words, self.sky) = (words, sky)
                (self.precipitation, self.precipitationChance) = (precipitation, precipitationChance)
            }
        }
    }

    public enum Sky: String, Codable, Sendable { case clear, mostlyCloudy, overcast }
    public enum Precipitation: String, Codable, Sendable {
        case none, rain, rainAndSnow, snow, shower, drizzle, drizzleAndFlurries, flurries
    }
}
