import Foundation

/// Puts the rows of one issue together into hours and days.
struct KMACollector {
    private(set) var problems: [FeedProblem] = []
    private var hours: [Date: Weather.Hour] = [:]
    private var days: [Date: Weather.Day] = [:]
    /// Hours whose kind of precipitation the source named.
    private var named: Set<Date> = []

    var hasAnything: Bool { !hours.isEmpty || !days.isEmpty }

    mutating func take(_ row: KMAWeather.Row) {
        switch row.category {
        case "PCP", "RN1", "SNO": takeAmount(row)
        case "TMN", "TMX": takeExtreme(row)
        // Wind by components, waves and lightning are not shown.
        case "UUU", "VVV", "WAV", "LGT": break
        default: takeValue(row)
        }
    }

    func weather() -> Weather {
        let finished = hours.values.map { hour in
            var hour = hour
            if !named.contains(hour.at) { hour.precipitation = Self.kind(hour) }
            hour.feelsLike = FeelsLike.celsius(
                temperature: hour.temperature, humidity: hour.humidity, windSpeed: hour.windSpeed,
                month: KoreanTime(hour.at).month)
            return hour
        }
        return Weather(
            hours: finished.sorted { $0.at < $1.at }, days: days.values.sorted { $0.date < $1.date })
    }

    private mutating func takeValue(_ row: KMAWeather.Row) {
        var hour = hours[row.at] ?? Weather.Hour(at: row.at)
        guard let text = row.value, !KMACategory.isMissing(text) else { return }
        switch row.category {
        case "TMP", "T1H": hour.temperature = read(KMACategory.number(text, in: -60...60), row)
        case "REH": hour.humidity = read(KMACategory.whole(text, in: 0...100), row)
        case "POP": hour.precipitationChance = read(KMACategory.whole(text, in: 0...100), row)
        case "SKY": hour.sky = read(KMACategory.sky(text), row)
        case "VEC": hour.windDirection = read(KMACategory.whole(text, in: 0...360), row)
        case "WSD":
            if row.isExtended, let code = KMACategory.classCode(text) {
                hour.windClass = KMACategory.windClass(code)
            } else {
                hour.windSpeed = read(KMACategory.number(text, in: 0...120), row)
            }
        case "PTY":
            guard let kind = read(KMACategory.precipitation(text), row) else { return }
            hour.precipitation = kind
            named.insert(row.at)
        default:
            return problems.append(FeedProblem(.unknownCode, field: String(row.category.prefix(8))))
        }
        hours[row.at] = hour
    }

    private mutating func takeAmount(_ row: KMAWeather.Row) {
        if let text = row.value, KMACategory.isMissing(text) { return }
        let isSnow = row.category == "SNO"
        // An amount always bears its unit, so a bare digit that far ahead is a class whatever the issue.
        let code = row.daysAhead >= 4 ? KMACategory.classCode(row.value) : nil
        let amount = code.map(isSnow ? KMACategory.snowClass : KMACategory.rainClass) ?? KMACategory.amount(row.value)
        guard let amount = read(amount, row) else { return }
        var hour = hours[row.at] ?? Weather.Hour(at: row.at)
        if isSnow { hour.snowfall = amount } else { hour.rainfall = amount }
        hours[row.at] = hour
    }

    private mutating func takeExtreme(_ row: KMAWeather.Row) {
        guard let text = row.value, !KMACategory.isMissing(text),
            let value = read(KMACategory.number(text, in: -60...60), row)
        else { return }
        let date = KoreanTime.midnight(of: row.at)
        var day = days[date] ?? Weather.Day(date: date)
        if row.category == "TMN" { day.lowest = value } else { day.highest = value }
        days[date] = day
    }

    private mutating func read<Value>(_ value: Value?, _ row: KMAWeather.Row) -> Value? {
        if value == nil { problems.append(FeedProblem(.unreadableValue, field: row.category)) }
        return value
    }

    /// The kind of precipitation, told from the amounts when the source did not name it.
    private static func kind(_ hour: Weather.Hour) -> Weather.Precipitation {
        let rains = hour.rainfall.map { $0 != .none } ?? false
        let snows = hour.snowfall.map { $0 != .none } ?? false
        return rains ? (snows ? .rainAndSnow : .rain) : (snows ? .snow : .none)
    }
}
