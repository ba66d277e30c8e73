import KioskUI
import SignageFeed

extension WallScreen {
    /// The weather office's warnings in force, in its own words; nothing while there are none or they are too old.
    func warnings(_ look: Look) -> View? {
        guard let fact = snapshot?.warnings, !fact.value.isEmpty,
            Freshness.of(.warnings, issuedAt: fact.issuedAt, now: look.now.wall) != .expired
        else { return nil }
        let names = fact.value.compactMap { warning in
            warning.hazard.name.flatMap { hazard in warning.level.name.map { hazard + $0 } }
        }
        guard !names.isEmpty else { return nil }
        var seen: Set<String> = []
        let list = names.filter { seen.insert($0).inserted }.joined(separator: " · ")
        return .box(
            BoxStyle(ground: .sun, edge: .persimmon, edgeWidth: 1, padding: 7),
            .row(
                spacing: 6, .center,
                [
                    .icon(.warning, size: 22, .persimmon),
                    .flex(1, .text(look.words.wall.warnings(["warnings": list]), TextStyle(.body))),
                ]))
    }

    /// "미세먼지 좋음 · 초미세먼지 나쁨"; nothing rather than an old measure.
    func air(_ look: Look) -> View? {
        guard let fact = snapshot?.air,
            [.fresh, .old].contains(Freshness.of(.air, issuedAt: fact.issuedAt, now: look.now.wall)),
            let coarse = fact.value.pm10.grade, let fine = fact.value.pm25.grade
        else { return nil }
        let line = look.words.wall.air([
            "coarse": look.words.airGrade(coarse), "fine": look.words.airGrade(fine),
        ])
        let isBad = max(coarse.rawValue, fine.rawValue) >= AirQuality.Grade.bad.rawValue
        return .row(
            spacing: 5, .center,
            [
                .icon(.wind, size: 15, isBad ? .persimmon : .indigo),
                .flex(1, .text(line, TextStyle(.caption))),
            ])
    }
}
