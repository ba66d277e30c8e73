import Foundation
import KioskUI
import SignageFeed

/// The weather where it has the main place: today, tomorrow, the week.
extension WallScreen {
    func weatherToday(_ look: Look) -> View? {
        guard let (fact, now, temperature) = weatherNow(look) else { return nil }
        let felt = now.feelsLike.map { [View.text(look.words.feelsLike($0), TextStyle(.body))] } ?? []
        let advice = look.words.advice(for: now)
        let arrangements: [(icon: Double, degrees: Double, text: TextSize, hasHours: Bool)] = [
            (62, 56, .title, true), (52, 48, .heading, true), (40, 40, .body, true), (56, 50, .heading, false),
            (40, 40, .body, false), (28, 34, .caption, false),
        ]
        let bodies = arrangements.map { arrangement -> View in
            let now: View = .row(
                spacing: 9, .center,
                [
                    .icon(Self.icon(now), size: Millimetres(arrangement.icon), .indigo),
                    .text(look.words.degrees(temperature), TextStyle(.value(Millimetres(arrangement.degrees)))),
                    .flex(
                        1,
                        .column(spacing: 4, .stretch, [.text(look.words.sky(now), TextStyle(arrangement.text))] + felt)),
                ])
            let words: View = .text(advice, TextStyle(arrangement.text))
            let air = air(look).map { [View.optional(priority: 14, $0)] } ?? []
            return .centred(
                [now, arrangement.text == .caption ? .optional(priority: 11, words) : words]
                    + (arrangement.hasHours ? [hours(fact.value, look)] : []) + air, spacing: 10)
        }
        return weather(look.words.story.todaysWeather, Self.icon(now), fact, bodies, look)
    }

    func weatherTomorrow(_ look: Look) -> View? {
        guard let (fact, outlook) = weatherFact(look, { $0.tomorrow(from: look.now.wall) }) else { return nil }
        let advice = look.words.advice(tomorrow: outlook)
        let arrangements: [(icon: Double, degrees: TextSize, text: TextSize)] = [
            (70, .value(46), .title), (56, .value(38), .heading), (44, .value(30), .body), (30, .title, .caption),
            (24, .heading, .caption),
        ]
        let bodies = arrangements.enumerated().map { index, arrangement -> View in
            let sky: View = .row(
                spacing: 9, .center,
                [
                    .icon(Self.icon(outlook), size: Millimetres(arrangement.icon), .indigo),
                    .flex(
                        1,
                        .column(
                            spacing: 5, .stretch,
                            [.text(look.words.sky(outlook), TextStyle(arrangement.text))] + chance(outlook, look))),
                ])
            let words: View = .text(advice, TextStyle(arrangement.text))
            let isLast = index == arrangements.count - 1
            return .centred(
                [sky, extremes(outlook, arrangement.degrees, look), isLast ? .optional(priority: 11, words) : words]
                    .compactMap { $0 }, spacing: 9)
        }
        return weather(look.words.story.tomorrowsWeather, Self.icon(outlook), fact, bodies, look)
    }

    func weatherWeek(_ look: Look) -> View? {
        guard let (fact, week) = weatherFact(look, { $0.week(from: look.now.wall) }), let first = week.first else {
            return nil
        }
        let advice = look.words.advice(week: week, at: look.now.wall, look.calendar)
        let arrangements: [(days: Int, text: TextSize, hasIcon: Bool)] = [
            (7, .heading, true), (7, .body, true), (6, .body, true), (5, .body, true), (4, .body, true),
            (4, .caption, true), (3, .caption, true), (3, .caption, false), (2, .caption, false),
        ]
        let bodies = arrangements.map { arrangement -> View in
            .centred(
                [.text(advice, TextStyle(arrangement.text))]
                    + week.prefix(arrangement.days).map {
                        day($0, arrangement.text == .caption ? .caption : .body, hasIcon: arrangement.hasIcon, look)
                    },
                spacing: 5)
        }
        return weather(look.words.story.weeksWeather, Self.icon(first), fact, bodies, look)
    }

    /// Name, icon, lowest and highest in columns that stand under one another.
    private func day(_ outlook: Weather.Outlook, _ size: TextSize, hasIcon: Bool, _ look: Look) -> View {
        func degrees(_ value: Double?, _ color: ColorRole) -> View {
            .flex(
                1,
                .text(
                    value.map(look.words.degrees) ?? "–",
                    TextStyle(size, color: color, align: .trailing, fixedDigits: true, maxLines: 1)))
        }
        let name = look.words.dayName(outlook.date, at: look.now.wall, look.calendar)
        return .row(
            spacing: 5, .center,
            [.flex(2.2, .text(name, TextStyle(size, maxLines: 1)))]
                + (hasIcon ? [.icon(Self.icon(outlook), size: 22, .indigo)] : [])
                + [degrees(outlook.lowest, .indigo), degrees(outlook.highest, .ink)])
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
