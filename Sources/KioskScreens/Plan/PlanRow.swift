import FitnessMeasure
import KioskUI

/// An exercise of the week: its picture, how much, and on which days.
struct PlanRow {
    let row: PlanSheet.Row
    let today: PlanWeekday?

    /// Picture, words and days side by side.
    func pictured(_ look: Look) -> View {
        card([
            .sized(width: 40, height: nil, .picture(Picture.exercise(row), height: 25)), .flex(1, words(.body, look)),
            days(look),
        ])
    }

    /// The same with a small picture and small words.
    func snug(_ look: Look) -> View {
        card(
            [
                .sized(width: 34, height: nil, .picture(Picture.exercise(row), height: 20)),
                .flex(1, words(.caption, look)), days(look),
            ], padding: 3)
    }

    /// Without the picture, as low as it can be.
    func low(_ look: Look) -> View {
        card([.flex(1, .text(name(look) + " · " + look.text(row.amount), TextStyle(.caption))), days(look)])
    }

    /// For panels that are zoomed: one below the other, the days as words.
    func stacked(_ look: Look) -> View {
        .card(
            padding: 5,
            .column(
                spacing: 3, .stretch,
                [
                    .text(name(look), TextStyle(.body)), .text(look.text(row.amount), TextStyle(.caption)),
                    .text(daysInWords(look), TextStyle(.caption, color: .pine)),
                ]))
    }

    /// The same in small letters.
    func lowest(_ look: Look) -> View {
        .card(
            padding: 4,
            .column(
                spacing: 2, .stretch,
                [
                    .text(name(look) + " · " + look.text(row.amount), TextStyle(.caption)),
                    .text(daysInWords(look), TextStyle(.caption, color: .pine)),
                ]))
    }

    private func card(_ parts: [View], padding: Millimetres = 4) -> View {
        .card(ground: isToday ? .mint : .paper, padding: padding, .row(spacing: 5, .center, parts))
    }

    private func words(_ size: TextSize, _ look: Look) -> View {
        .column(
            spacing: 2, .stretch,
            [
                .text(name(look), TextStyle(size)),
                .text(look.text(row.amount), TextStyle(.caption, color: .quietInk)),
            ])
    }

    private func name(_ look: Look) -> String { look.text(row.name) }

    private var isToday: Bool { today.map(row.days.contains) ?? false }

    /// Seven cells with the day's letter; a day of the exercise is filled, today has an edge.
    private func days(_ look: Look) -> View { days(look.words) }

    func days(_ words: Words) -> View {
        .row(
            spacing: 1.5, .center,
            PlanWeekday.allCases.enumerated().map { index, day in
                let isOn = row.days.contains(day)
                return .sized(
                    width: 15, height: 19,
                    .box(
                        BoxStyle(
                            ground: isOn ? .pine : .foot, edge: day == today ? .persimmon : nil, edgeWidth: 1.4,
                            corner: 4, padding: 1),
                        .text(
                            words.plan.letters[index],
                            TextStyle(.caption, color: isOn ? .onPine : .quietInk, align: .center, maxLines: 1))))
            })
    }

    private func daysInWords(_ look: Look) -> String {
        let all = PlanWeekday.allCases
        let letters = row.days.compactMap { day in all.firstIndex(of: day).map { look.words.plan.letters[$0] } }
        return letters.joined(separator: " · ")
    }
}
