import Foundation

extension FeedReporter {
    /// An item for each hour, with the extremes of its day.
    func forecastItems(_ fact: Fact<Weather>) -> [ReportValue] {
        let days = Dictionary(fact.value.days.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
        return fact.value.hours.map { hour in
            let day = days[KoreanTime.midnight(of: hour.at)]
            return .object([
                "time": .init(hour.at), "issued": .init(fact.issuedAt), "temperature": .init(hour.temperature),
                "sky": .init(hour.sky?.reportName), "precipitation": Self.precipitation(hour),
                "snow": Self.amount(hour.snowfall, ["weak": (0, 1), "strong": (1, nil)], unit: "cm"),
                "humidity": .init(hour.humidity), "wind": Self.wind(hour), "feels_like": Self.feeling(hour),
                "lowest": .init(day?.lowest), "highest": .init(day?.highest),
            ])
        }
    }

    /// An item for each day of the mid-term forecast, in the shape of the hourly ones.
    func dayItems(_ fact: Fact<Weather>) -> [ReportValue] {
        fact.value.days.map { day in
            let halves = [day.morning, day.afternoon].compactMap { $0 }
            let kind = halves.map(\.precipitation).first { $0 != .none } ?? .none
            return .object([
                "time": .init(day.date), "issued": .init(fact.issuedAt), "temperature": .null,
                "sky": .init((day.afternoon ?? day.morning)?.sky?.reportName),
                "precipitation": .object([
                    "type": halves.isEmpty ? .null : .string(kind.reportName),
                    "probability": .init(halves.compactMap(\.precipitationChance).max()), "min_mm": .null,
                    "max_mm": .null,
                ]),
                "lowest": .init(day.lowest), "highest": .init(day.highest), "morning": Self.half(day.morning),
                "afternoon": Self.half(day.afternoon),
            ])
        }
    }

    private static func half(_ half: Weather.Day.Half?) -> ReportValue {
        guard let half else { return .null }
        return .object([
            "words": .string(half.words), "sky": .init(half.sky?.reportName),
            "type": .string(half.precipitation.reportName), "probability": .init(half.precipitationChance),
        ])
    }

    private static func precipitation(_ hour: Weather.Hour) -> ReportValue {
        guard
            case .object(var members) = amount(
                hour.rainfall, ["weak": (0, 3), "medium": (3, 15), "strong": (15, nil)], unit: "mm")
        else { return .null }
        members["type"] = .string(hour.precipitation.reportName)
        members["probability"] = .init(hour.precipitationChance)
        return .object(members)
    }

    /// From how much to how much; nil at the top is "or more".
    private static func amount(
        _ amount: PrecipitationAmount?, _ classes: [String: (Double, Double?)], unit: String
    ) -> ReportValue {
        var (low, high): (Double?, Double?) = (nil, nil)
        var intensity: String?
        switch amount {
        case nil: break
        case PrecipitationAmount.none?: (low, high) = (0, 0)
        case .lessThan(let top): (low, high) = (0, top)
        case .about(let value): (low, high) = (value, value)
        case .between(let bottom, let top): (low, high) = (bottom, top)
        case .atLeast(let bottom): low = bottom
        case .intensity(let name):
            intensity = name.rawValue
            if let bounds = classes[name.rawValue] { (low, high) = (bounds.0, bounds.1) }
        }
        return .object(["min_\(unit)": .init(low), "max_\(unit)": .init(high), "class": .init(intensity)])
    }

    private static func wind(_ hour: Weather.Hour) -> ReportValue {
        .object([
            "speed": .init(hour.windSpeed), "direction": .init(hour.windDirection),
            "class": .init(hour.windClass?.rawValue),
        ])
    }

    private static func feeling(_ hour: Weather.Hour) -> ReportValue {
        guard let felt = hour.feelsLike else { return .null }
        let formula = FeelsLike.formula(month: KoreanTime(hour.at).month)
        return .object([
            "value": .decimal((felt * 10).rounded() / 10), "formula": .string(formula.rawValue),
            "confidence": .string(formula.confidence),
        ])
    }

    func airItems(_ fact: Fact<AirQuality>) -> [ReportValue] {
        func dust(_ dust: AirQuality.Dust) -> ReportValue {
            .object([
                "value": .init(dust.value), "grade": .init(dust.grade?.rawValue), "fault": .init(dust.fault),
            ])
        }
        return [
            .object([
                "time": .init(fact.value.measuredAt), "station": .init(fact.value.station),
                "pm10": dust(fact.value.pm10), "pm25": dust(fact.value.pm25),
            ])
        ]
    }

    /// What is in force after all files so far; `here` when it names a part of the region asked for.
    func warningItems(_ warnings: [WeatherWarning]) -> [ReportValue] {
        let region = RegionName(site.region)
        return warnings.map { warning in
            .object([
                "area": .string(warning.area), "area_name": .string(warning.areaName),
                "hazard": .init(warning.hazard.name), "hazard_code": .int(warning.hazard.rawValue),
                "level": .init(warning.level.name), "level_code": .int(warning.level.rawValue),
                "known": .bool(warning.hazard.name != nil && warning.level.name != nil),
                "issued": .init(warning.issuedAt), "starts": .init(warning.startsAt),
                "here": site.region.isEmpty ? .null : .bool(region.holds(RegionName(warning.areaName))),
            ])
        }
    }

    func bulletinItems(_ bulletins: [WarningBulletin]) -> [ReportValue] {
        bulletins.map { bulletin in
            .object([
                "issued": .init(bulletin.issuedAt), "in_force": .init(bulletin.inForce),
                "preliminary": .init(bulletin.preliminary), "other": .init(bulletin.other), "actionable": .bool(false),
            ])
        }
    }
}

extension Weather.Sky {
    fileprivate var reportName: String {
        switch self {
        case .clear: "clear"
        case .mostlyCloudy: "mostly-cloudy"
        case .overcast: "overcast"
        }
    }
}

extension Weather.Precipitation {
    fileprivate var reportName: String {
        switch self {
        case .none, .rain, .snow, .shower, .drizzle, .flurries: rawValue
        case .rainAndSnow: "rain-and-snow"
        case .drizzleAndFlurries: "drizzle-and-flurries"
        }
    }
}
