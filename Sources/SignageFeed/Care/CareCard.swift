import Foundation

/// Advice for the day, chosen by rule.
public struct CareCard: Equatable, Sendable {
    public var rule: String
    public var level: CareRule.Level
    /// Key of its words.
    public var words: String
    /// A place to go to that is open now.
    public var shelter: OpenShelter?
    /// None is open now: the one that opens first.
    public var nextShelter: ClosedShelter?
    /// A place to go to would help, and nobody here knows one's hours.
    public var lacksShelter = false
    /// When it has to be looked at again.
    public var until: Date

    public struct OpenShelter: Equatable, Sendable {
        public var name: String
        public var closesAt: Date
    }

    public struct ClosedShelter: Equatable, Sendable {
        public var name: String
        public var opensAt: Date
    }
}

/// What the advice is decided on.
public struct CareConditions: Sendable {
    public var weather: Fact<Weather>?
    public var air: Fact<AirQuality>?
    public var warnings: Fact<[WeatherWarning]>?
    public var shelters: [Shelter]
    public var trust: ClockTrust

    public init(
        weather: Fact<Weather>? = nil, air: Fact<AirQuality>? = nil, warnings: Fact<[WeatherWarning]>? = nil,
        shelters: [Shelter] = [], trust: ClockTrust
    ) {
        (self.weather, self.air, self.warnings) = (weather, air, warnings)
        (self.shelters, self.trust) = (shelters, trust)
    }
}

extension [CareRule] {
    /// The cards that hold at `now`, the gravest first; one for each key of words.
    public func cards(at now: Date, _ conditions: CareConditions) -> [CareCard] {
        let holding = compactMap { rule -> CareCard? in
            guard let until = rule.until(at: now, conditions) else { return nil }
            var card = CareCard(rule: rule.id, level: rule.level, words: rule.words, until: until)
            if rule.wantsShelter { card.take(conditions, at: now) }
            return card
        }
        var told: Set<String> = []
        return holding.sorted { ($1.level, $0.rule) < ($0.level, $1.rule) }.filter { told.insert($0.words).inserted }
    }
}

extension CareRule {
    /// When the rule has to be looked at again, nil when it does not hold.
    fileprivate func until(at now: Date, _ conditions: CareConditions) -> Date? {
        switch measure {
        case .feelsLikeAtLeast:
            forecast(conditions, at: now) {
                $0.feelsLike ?? $0.temperature
            } holds: {
                $0 >= $1
            }
        case .temperatureAtMost:
            forecast(conditions, at: now) {
                $0.temperature
            } holds: {
                $0 <= $1
            }
        case .dustGradeAtLeast: dust(conditions, at: now)
        case .warning: warning(conditions, at: now)
        }
    }

    /// Until the last of the next twelve hours in which it holds has passed, and no longer than the forecast is believed.
    private func forecast(
        _ conditions: CareConditions, at now: Date, _ value: (Weather.Hour) -> Double?,
        holds: (Double, Double) -> Bool
    ) -> Date? {
        guard let bound, let fact = conditions.weather,
            let age = AgeRule.weather.age(issuedAt: fact.issuedAt, at: now, conditions.trust)
        else { return nil }
        let span = now.addingTimeInterval(-3_600)...now.addingTimeInterval(12 * 3_600)
        let hours = fact.value.hours.filter { hour in
            span.contains(hour.at) && hour.at > span.lowerBound && value(hour).map { holds($0, bound) } ?? false
        }
        guard let last = hours.last else { return nil }
        return [last.at.addingTimeInterval(3_600), age.disappearsAt].compactMap { $0 }.min()
    }

    private func dust(_ conditions: CareConditions, at now: Date) -> Date? {
        guard let bound, let fact = conditions.air,
            let age = AgeRule.air.age(issuedAt: fact.value.measuredAt, at: now, conditions.trust)
        else { return nil }
        let grades = [fact.value.pm10.grade, fact.value.pm25.grade].compactMap { $0?.rawValue }
        return grades.contains { Double($0) >= bound } ? age.disappearsAt : nil
    }

    private func warning(_ conditions: CareConditions, at now: Date) -> Date? {
        guard let hazard, let fact = conditions.warnings,
            let age = AgeRule.warnings.age(issuedAt: fact.fetchedAt, at: now, conditions.trust)
        else { return nil }
        let isInForce = fact.value.contains { $0.hazard.rawValue == hazard && ($0.startsAt ?? now) <= now }
        return isInForce ? age.disappearsAt : nil
    }
}

extension CareCard {
    /// Where to go, as far as that is known.
    fileprivate mutating func take(_ conditions: CareConditions, at now: Date) {
        shelter = conditions.openShelter(at: now)
        nextShelter = shelter == nil ? conditions.nextShelter(at: now) : nil
        lacksShelter = shelter == nil && nextShelter == nil
        until = [until, shelter?.closesAt, nextShelter?.opensAt].compactMap { $0 }.min() ?? until
        // One that opens meanwhile may stay open longer than the one that is named.
        if let change = conditions.shelterChange(at: now) { until = min(until, change) }
    }
}

extension CareConditions {
    private func phases(at now: Date) -> [(name: String, phase: (isOpen: Bool, changesAt: Date?))] {
        // By an uncertain clock nobody is sent anywhere.
        trust == .known ? shelters.map { ($0.name, $0.window.state(at: now)) } : []
    }

    /// The shelter that stays open longest.
    fileprivate func openShelter(at now: Date) -> CareCard.OpenShelter? {
        phases(at: now).compactMap { name, phase in
            guard phase.isOpen else { return nil }
            let closes = phase.changesAt ?? KoreanTime.midnight(of: now) + 86_400
            return CareCard.OpenShelter(name: name, closesAt: closes)
        }.max { $0.closesAt < $1.closesAt }
    }

    fileprivate func nextShelter(at now: Date) -> CareCard.ClosedShelter? {
        phases(at: now).compactMap { name, phase in
            guard !phase.isOpen, let opens = phase.changesAt else { return nil }
            return CareCard.ClosedShelter(name: name, opensAt: opens)
        }.min { $0.opensAt < $1.opensAt }
    }

    fileprivate func shelterChange(at now: Date) -> Date? { phases(at: now).compactMap(\.phase.changesAt).min() }
}
