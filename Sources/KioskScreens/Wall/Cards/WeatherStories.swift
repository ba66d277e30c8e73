import Foundation
import KioskUI
import SignageFeed

/// The weather where it has the main place: today, tomorrow, the week.
extension WallScreen {
    func weatherToday(_ look: Look) -> View? {
        guard let (fact, now, temperature) = weatherNow(look) else { return nil }
        let felt = now.feelsLike.map { [View.text(look.words.feelsLike($0), TextStyle(.body))] } ?? []
        let bodies = [(70, 62, TextSize.title), (56, 50, .heading), (40, 40, .body), (28, 34, .caption)].map {
            (icon: Double, degrees: Double, text) -> View in
            .centred(
                [
                    .row(
                        spacing: 9, .center,
                        [
                            .icon(Self.icon(now), size: Millimetres(icon), .indigo),
                            .text(look.words.degrees(temperature), TextStyle(.value(Millimetres(degrees)))),
                            .flex(
                                1, .column(spacing: 4, .stretch, [.text(look.words.sky(now), TextStyle(text))] + felt)),
                        ]),
                    .optional(priority: 11, .text(look.words.advice(for: now), TextStyle(text))),
                    .optional(priority: 12, hours(fact.value, look)),
                    air(look).map { .optional(priority: 14, $0) },
                ].compactMap { $0 }, spacing: 9)
        }
        return weather(look.words.story.todaysWeather, Self.icon(now), fact, bodies, look)
    }

    func weatherTomorrow(_ look: Look) -> View? {
        guard let (fact, outlook) = weatherFact(look, { $0.tomorrow(from: look.now.wall) }) else { return nil }
        let bodies = [
            (70, TextSize.value(42), TextSize.title), (52, .value(34), .heading), (36, .title, .body),
            (24, .heading, .caption),
        ].map {
            (icon: Double, degrees, text) -> View in
            .centred(
                [
                    .row(
                        spacing: 9, .center,
                        [
                            .icon(Self.icon(outlook), size: Millimetres(icon), .indigo),
                            .flex(
                                1,
                                .column(
                                    spacing: 5, .stretch,
                                    [.text(look.words.sky(outlook), TextStyle(text))] + chance(outlook, look))),
                        ]),
                    extremes(outlook, degrees, look),
                    .optional(priority: 11, .text(look.words.advice(tomorrow: outlook), TextStyle(text))),
                ].compactMap { $0 }, spacing: 9)
        }
        return weather(look.words.story.tomorrowsWeather, Self.icon(outlook), fact, bodies, look)
    }

    func weatherWeek(_ look: Look) -> View? {
        guard let (fact, week) = weatherFact(look, { $0.week(from: look.now.wall) }), let first = week.first else {
            return nil
        }
        let advice = look.words.advice(week: week, at: look.now.wall, look.calendar)
        let bodies = [
            (7, TextSize.heading), (7, .body), (6, .body), (5, .body), (4, .caption), (3, .caption), (2, .caption),
        ].map { count, text -> View in
            .centred(
                [.text(advice, TextStyle(text))] + week.prefix(count).map { day($0, look) }, spacing: 5)
        }
        return weather(look.words.story.weeksWeather, Self.icon(first), fact, bodies, look)
    }

    /// Name, icon, lowest and highest in columns that stand under one another.
    private func day(_ outlook: Weather.Outlook, _ look: Look) -> View {
        func degrees(_ value: Double?, _ color: ColorRole) -> View {
            .flex(
                1,
                .text(
                    value.map(look.words.degrees) ?? "–",
                    TextStyle(.body, color: color, align: .trailing, fixedDigits: true, maxLines: 1)))
        }
        let name = look.words.dayName(outlook.date, at: look.now.wall, look.calendar)
        let rows = [(TextSize.body, true), (.caption, true), (.caption, false)].map { size, withIcon -> View in
            let icon: [View] = withIcon ? [.icon(Self.icon(outlook), size: 22, .indigo)] : []
            return .row(
                spacing: 5, .center,
                [.flex(2.2, .text(name, TextStyle(size, maxLines: 1)))] + icon + [
                    degrees(outlook.lowest, .indigo), degrees(outlook.highest, .ink),
                ])
        }
        return .firstFitting(rows)
    }

    private func extremes(_ outlook: Weather.Outlook, _ size: TextSize, _ look: Look) -> View? {
        let words = look.words.story
        let values = [(words.lowest, outlook.lowest, ColorRole.indigo), (words.highest, outlook.highest, .ink)]
            .compactMap { word, value, color -> View? in
                value.map { celsius in
                    .flex(
                        1,
                        .column(
                            spacing: 2, .stretch,
                            [
                                .text(word, TextStyle(.caption, color: .quietInk)),
                                .text(look.words.degrees(celsius), TextStyle(size, color: color)),
                            ]))
                }
            }
        return values.isEmpty ? nil : .row(spacing: 8, .stretch, values)
    }

    private func chance(_ outlook: Weather.Outlook, _ look: Look) -> [View] {
        guard let percent = outlook.precipitationChance, percent > 0 else { return [] }
        let words = look.words.story.rainChance(["percent": String(percent)])
        return [.optional(priority: 12, .text(words, TextStyle(.caption)))]
    }

    private func weatherFact<Value>(
        _ look: Look, _ value: (Weather) -> Value?
    ) -> (Fact<Weather>, Value)? {
        guard let fact = snapshot?.weather,
            Freshness.of(.weather, issuedAt: fact.issuedAt, now: look.now.wall) != .expired,
            let value = value(fact.value)
        else { return nil }
        return (fact, value)
    }

    private func weather(_ label: String, _ icon: Icon, _ fact: Fact<Weather>, _ bodies: [View], _ look: Look) -> View {
        Story(
            icon: icon, label: label, color: .indigo, ground: .sky,
            foot: [look.words.forecastAge(fact.issuedAt, at: look.now.wall, look.calendar)], bodies: bodies
        ).view
    }
}
