import Foundation
import KioskUI
import SignageFeed

extension WallScreen {
    /// The weather now, what comes, and when it was issued; nothing at all rather than an old forecast.
    func weather(_ look: Look) -> View? {
        guard let fact = snapshot?.weather, let now = fact.value.now(at: look.now.wall),
            let temperature = now.temperature
        else { return snapshot == nil ? nil : saying(look.words.wall.noWeather) }
        switch Freshness.of(.weather, issuedAt: fact.issuedAt, now: look.now.wall) {
        case .expired: return saying(look.words.wall.noWeather)
        case .fresh, .old, .unknown: break
        }
        return .box(
            BoxStyle(ground: .sky, edge: .clay),
            .column(
                spacing: 3, .stretch,
                [
                    headline(now, temperature, look),
                    .optional(priority: 4, .text(look.words.advice(for: now), TextStyle(.body))),
                    .optional(priority: 5, hours(fact.value, look)),
                    .text(
                        look.words.forecastAge(fact.issuedAt, at: look.now.wall, look.calendar),
                        TextStyle(.caption, color: .quietInk)),
                ]))
    }

    private func headline(_ now: Weather.Hour, _ temperature: Double, _ look: Look) -> View {
        var words: [View] = [.text(look.words.sky(now), TextStyle(.body))]
        if let feelsLike = now.feelsLike {
            words.append(.text(look.words.feelsLike(feelsLike), TextStyle(.caption)))
        }
        return .row(
            spacing: 6, .center,
            [
                .icon(Self.icon(now), size: 30, .indigo),
                .text(look.words.degrees(temperature), TextStyle(.value(28))),
                .flex(1, .column(spacing: 2, .leading, words)),
            ])
    }

    private func hours(_ weather: Weather, _ look: Look) -> View {
        let points = weather.next(from: look.now.wall, calendar: look.calendar)
        return .row(
            spacing: 3, .stretch,
            points.map { hour in
                .flex(
                    1,
                    .column(
                        spacing: 1, .center,
                        [
                            .text(
                                look.words.hour(hour.at, from: look.now.wall, look.calendar),
                                TextStyle(.caption, align: .center)),
                            .icon(Self.icon(hour), size: 14, .indigo),
                            .text(hour.temperature.map(look.words.degrees) ?? "–", TextStyle(.caption, align: .center)),
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
            case .mostlyCloudy: .partlyCloudy
            case .overcast, nil: .cloud
            }
        }
    }

    func saying(_ text: String) -> View {
        .box(BoxStyle(ground: .paper, edge: .clay), .text(text, TextStyle(.body, color: .quietInk)))
    }
}
