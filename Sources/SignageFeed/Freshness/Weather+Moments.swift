import Foundation

extension Weather {
    /// The hour that `instant` lies in; before the first hour of a forecast (which is issued ahead of it) the one that
    /// begins within sixty minutes; otherwise nil. An hour gone by is never shown as now.
    public func now(at instant: Date) -> Hour? {
        let ahead = hours.firstIndex { $0.at > instant } ?? hours.endIndex
        if ahead > 0 {
            let hour = hours[ahead - 1]
            let gap = ahead < hours.count ? hours[ahead].at.timeIntervalSince(hour.at) : 3_600
            // The last days come three-hourly; a longer gap is a hole, not a longer hour.
            let length = gap <= 3 * 3_600 ? gap : 3_600
            if instant.timeIntervalSince(hour.at) < length { return hour }
        }
        guard ahead < hours.count, hours[ahead].at.timeIntervalSince(instant) <= 3_600 else { return nil }
        return hours[ahead]
    }

    /// The next `count` points at full three hours (09, 12, 15 …) after `instant`.
    public func next(from instant: Date, calendar: Calendar, count: Int = 4) -> [Hour] {
        let points = hours.lazy.filter {
            $0.at > instant && calendar.component(.hour, from: $0.at).isMultiple(of: 3) && $0.temperature != nil
        }
        return Array(points.prefix(count))
    }

    /// What tomorrow brings, seen from `instant`; nil when the forecast does not say.
    public func tomorrow(from instant: Date) -> Outlook? {
        outlook(of: KoreanTime.midnight(of: instant).addingTimeInterval(86_400))
    }

    /// Today and the days after it, seen from `instant`, those of which the forecast says something.
    public func week(from instant: Date, count: Int = 7) -> [Outlook] {
        let today = KoreanTime.midnight(of: instant)
        return (0..<count).compactMap { outlook(of: today.addingTimeInterval(Double($0) * 86_400)) }
    }

    private func outlook(of start: Date) -> Outlook? {
        let end = start.addingTimeInterval(86_400)
        // What falls while people sleep does not decide whether to take an umbrella.
        let waking = start.addingTimeInterval(6 * 3_600)..<start.addingTimeInterval(21 * 3_600)
        let daytime = hours.filter { waking.contains($0.at) }
        let day = days.first { start <= $0.date && $0.date < end }
        guard day != nil || !daytime.isEmpty else { return nil }
        // The mid-term forecast knows halves of days only.
        let halves = [day?.morning, day?.afternoon].compactMap { $0 }
        let fall = daytime.map(\.precipitation) + halves.map(\.precipitation)
        return Outlook(
            date: start, lowest: day?.lowest, highest: day?.highest,
            sky: (daytime.compactMap(\.sky) + halves.compactMap(\.sky)).max { $0.cover < $1.cover },
            precipitation: fall.first { $0 != .none } ?? .none,
            precipitationChance: (daytime.compactMap(\.precipitationChance)
                + halves.compactMap(\.precipitationChance)).max())
    }

    /// One day in brief, from 06:00 to 21:00.
    public struct Outlook: Equatable, Sendable {
        /// Midnight in Korea.
        public var date: Date
        /// °C
        public var lowest: Double?
        public var highest: Double?
        /// The cloudiest of the day.
        public var sky: Sky?
        /// The first that falls.
        public var precipitation: Precipitation
        /// %, the highest of the day.
        public var precipitationChance: Int?

        public init(
            date: Date, lowest: Double?, highest: Double?, sky: Sky?, precipitation: Precipitation,
            precipitationChance: Int?
        ) {
            (self.date, self.lowest, self.highest, self.sky) = (date, lowest, highest, sky)
            (self.precipitation, self.precipitationChance) = (precipitation, precipitationChance)
        }
    }

    /// This forecast with the values of a newer, shorter one (nowcast, ultra-short) where that one has any.
    public func updated(with newer: Weather) -> Weather {
        var byTime = Dictionary(hours.map { ($0.at, $0) }, uniquingKeysWith: { $1 })
        for hour in newer.hours {
            byTime[hour.at] = byTime[hour.at].map { $0.updated(with: hour) } ?? hour
        }
        return Weather(hours: byTime.values.sorted { $0.at < $1.at }, days: days)
    }

    /// This forecast with the mid-term forecast's days, where it does not reach itself: what is nearer is surer. Each
    /// such day says when its forecast was issued.
    public func extended(by midTerm: Fact<Weather>) -> Weather {
        var byDate = Dictionary(days.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
        for far in midTerm.value.days {
            byDate[far.date] = (byDate[far.date] ?? Day(date: far.date)).filled(from: far, issuedAt: midTerm.issuedAt)
        }
        return Weather(hours: hours, days: byDate.values.sorted { $0.date < $1.date })
    }

    /// This forecast with what only an earlier issue had: the hour that runs while a new issue begins with the next
    /// one, and the days' extremes, since the weather office drops today's lowest from the morning on.
    public func keeping(_ earlier: Weather) -> Weather {
        guard let first = hours.first else { return self }
        let today = KoreanTime.midnight(of: first.at)
        var byDate = Dictionary(days.map { ($0.date, $0) }, uniquingKeysWith: { $1 })
        for old in earlier.days where old.date >= today {
            let new = byDate[old.date]
            byDate[old.date] = Day(
                date: old.date, lowest: new?.lowest ?? old.lowest, highest: new?.highest ?? old.highest,
                morning: new?.morning ?? old.morning, afternoon: new?.afternoon ?? old.afternoon,
                midTermIssuedAt: new?.midTermIssuedAt)
        }
        let running = earlier.hours.filter { $0.at < first.at && $0.at >= first.at.addingTimeInterval(-3 * 3_600) }
        return Weather(hours: running + hours, days: byDate.values.sorted { $0.date < $1.date })
    }
}

extension Weather.Day {
    fileprivate func filled(from far: Self, issuedAt: Date) -> Self {
        var day = self
        (day.lowest, day.highest) = (lowest ?? far.lowest, highest ?? far.highest)
        (day.morning, day.afternoon) = (morning ?? far.morning, afternoon ?? far.afternoon)
        // Of two issues the older one says how old the day is.
        if day != self { day.midTermIssuedAt = min(midTermIssuedAt ?? issuedAt, issuedAt) }
        return day
    }
}

extension Weather.Hour {
    fileprivate func updated(with newer: Self) -> Self {
        Self(
            at: at, temperature: newer.temperature ?? temperature,
            // The old feeling does not belong to a new temperature.
            feelsLike: newer.temperature == nil ? feelsLike : newer.feelsLike,
            sky: newer.sky ?? sky, precipitation: newer.precipitation, precipitationChance: precipitationChance,
            windSpeed: newer.windSpeed ?? windSpeed, humidity: newer.humidity ?? humidity,
            rainfall: newer.rainfall ?? rainfall, snowfall: newer.snowfall ?? snowfall,
            windDirection: newer.windDirection ?? windDirection, windClass: newer.windSpeed == nil ? windClass : nil)
    }
}

extension Weather.Sky {
    fileprivate var cover: Int {
        switch self {
        case .clear: 0
        case .mostlyCloudy: 1
        case .overcast: 2
        }
    }
}
