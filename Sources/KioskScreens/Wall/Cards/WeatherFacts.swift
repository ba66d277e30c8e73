import Foundation
import KioskUI
import SignageFeed

extension WallScreen {
    /// The weather now, what comes, and when it was issued; nothing at all rather than an old forecast.
    func weather(_ look: Look) -> View? {
        guard snapshot != nil else { return nil }
        guard let (fact, now, temperature) = weatherNow(look) else { return saying(look.words.wall.noWeather) }
        return .card(
            ground: .sky, padding: 8,
            .column(
                spacing: 6, .stretch,
                [
                    headline(now, temperature, look),
                    .optional(priority: 6, .text(look.words.advice(for: now), TextStyle(.body))),
                    .optional(priority: 7, hours(fact.value, look)),
                    air(look).map { .optional(priority: 8, $0) },
                    .text(
                        look.words.forecastAge(fact.issuedAt, at: look.now.wall, look.calendar),
                        TextStyle(.caption, color: .quietInk)),
                ].compactMap { $0 }))
    }

    /// The same in two lines, for where the room is another's.
    func weatherLine(_ look: Look) -> View? {
        guard snapshot != nil else { return nil }
        guard let (fact, now, temperature) = weatherNow(look) else { return saying(look.words.wall.noWeather) }
        let felt = now.feelsLike.map { look.words.feelsLike($0) }
        let age: View = .text(
            look.words.forecastAge(fact.issuedAt, at: look.now.wall, look.calendar),
            TextStyle(.caption, color: .quietInk))
        let line = [look.words.sky(now), felt].compactMap { $0 }.joined(separator: " · ")
        let row = { (icon: Millimetres?, text: String) -> View in
            .row(
                spacing: 8, .center,
                (icon.map { [.icon(Self.icon(now), size: $0, .indigo)] } ?? []) + [
                    .text(look.words.degrees(temperature), TextStyle(.value(32))),
                    .flex(1, .column(spacing: 4, .stretch, [.text(text, TextStyle(.body, maxLines: 2)), age])),
                ])
        }
        return .card(
            ground: .sky, padding: 8,
            .firstFitting([row(34, line), row(26, look.words.sky(now)), row(nil, look.words.sky(now))]))
    }

    /// The hour that runs, of a forecast that is still believed.
    func weatherNow(_ look: Look) -> (Fact<Weather>, Weather.Hour, Double)? {
        guard let fact = snapshot?.weather, let now = fact.value.now(at: look.now.wall),
            let temperature = now.temperature,
            Freshness.of(.weather, issuedAt: fact.issuedAt, now: look.now.wall) != .expired
        else { return nil }
        return (fact, now, temperature)
    }

    private func headline(_ now: Weather.Hour, _ temperature: Double, _ look: Look) -> View {
        let feelsLike = now.feelsLike.map { felt -> View in
            .optional(priority: 8, .text(look.words.feelsLike(felt), TextStyle(.caption)))
        }
        let words: View = .column(
            spacing: 3, .stretch, [.text(look.words.sky(now), TextStyle(.body))] + [feelsLike].compactMap { $0 })
        let row = { (icon: Millimetres?) -> View in
            .row(
                spacing: 8, .center,
                (icon.map { [.icon(Self.icon(now), size: $0, .indigo)] } ?? []) + [
                    .text(look.words.degrees(temperature), TextStyle(.value(40))), .flex(1, words),
                ])
        }
        return .firstFitting([row(44), row(28), row(nil)])
    }

    func hours(_ weather: Weather, _ look: Look) -> View {
        let points = weather.next(from: look.now.wall, calendar: look.calendar)
        return .row(
            spacing: 3, .stretch,
            points.map { hour in
                .flex(
                    1,
                    .column(
                        spacing: 3, .center,
                        [
                            .text(
                                look.words.hour(hour.at, from: look.now.wall, look.calendar),
                                TextStyle(.caption, align: .center)),
                            .icon(Self.icon(hour), size: 22, .indigo),
                            .text(hour.temperature.map(look.words.degrees) ?? "–", TextStyle(.body, align: .center)),
                        ]))
            })
    }

    static func icon(_ hour: Weather.Hour) -> Icon {
        switch hour.precipitation {
        case .rain, .shower, .drizzle: .umbrella
        case .rainAndSnow, .drizzleAndFlurries: .rainAndSnow
        case .snow, .flurries: .snow
        case .none:
            switch hour.sky {
            case .clear: .sun
            case .mostlyCloudy: .cloud
            case .overcast, nil: .cloud
            }
        }
    }

    static func icon(_ outlook: Weather.Outlook) -> Icon {
        icon(Weather.Hour(at: outlook.date, sky: outlook.sky, precipitation: outlook.precipitation))
    }

    func saying(_ text: String) -> View { .card(padding: 8, .text(text, TextStyle(.body, color: .quietInk))) }
}
