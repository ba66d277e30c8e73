import FitnessMeasure
import KioskUI

extension ResultPage {
    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.result
        let large = lines.map { largeLine($0, look) }
        let rows = lines.map { line($0, look) }
        return Page(
            caption: look.words.resultCaption(visit.person.name, look.now.wall, look.calendar),
            sentence: strength.map { words.strength(["what": factor($0, look)]) } ?? words.sentence,
            story: .firstFitting([
                .grid(columns: 1, spacing: 8, large), .grid(columns: 1, spacing: 8, rows),
                .paged(PagedList(items: rows, look, page: page)),
                .paged(PagedList(items: lines.map { lowLine($0, look) }, look, page: page)),
            ]),
            advice: toWorkOn.map { [.optional(priority: 5, workOn($0, look))] } ?? [], asides: plan(visit, look),
            isSimulated: isSimulated
        ).view(look)
    }

    /// The week that the health centre approved is a touch away.
    private func plan(_ visit: Visit, _ look: Look) -> [Page.Action] {
        guard case .inForce = visit.plan else { return [] }
        return [.init(word: look.words.plan.title, icon: .walk, id: "plan", event: .home(.planTapped))]
    }

    private func workOn(_ test: TestProtocol, _ look: Look) -> View {
        .told(
            .elderly, title: look.words.result.workOn(["what": factor(test, look)]),
            caption: look.words.result.exercises[test.factor], ground: .mint)
    }

    private func factor(_ test: TestProtocol, _ look: Look) -> String {
        look.text(factors[test.factor] ?? test.name)
    }

    /// Name and value, and below them the five steps over the card's width.
    private func largeLine(_ line: Line, _ look: Look) -> View {
        .card(
            padding: 9,
            .column(
                spacing: 8, .stretch,
                [.spacer, named(line, .heading, look)]
                    + (line.level.map { level -> [View] in
                        [
                            .row(
                                spacing: 6, .trailing,
                                [
                                    .steps(level: level, stepWidth: 30, height: 62),
                                    .flex(1, .text(look.words.level(level), TextStyle(.heading, align: .trailing))),
                                ])
                        ]
                    } ?? [noLevel(look, .leading)]) + [.spacer]))
    }

    /// The same in one row, or in two where it is narrow.
    private func line(_ line: Line, _ look: Look) -> View {
        let level: View =
            line.level.map { level in
                .column(
                    spacing: 3, .trailing,
                    [.steps(level: level), .text(look.words.level(level), TextStyle(.caption, align: .trailing))])
            } ?? noLevel(look, .trailing)
        return .card(
            padding: 6,
            .firstFitting([
                .row(spacing: 6, .center, [.flex(1, named(line, .body, look)), level]),
                .column(spacing: 6, .stretch, [named(line, .body, look), level]),
            ]))
    }

    /// The least there is of it: name, amount, steps and their word.
    private func lowLine(_ line: Line, _ look: Look) -> View {
        let amount = look.words.amount(line.value, of: line.test)
        let level: View =
            line.level.map { level in
                .row(
                    spacing: 4, .center,
                    [
                        .steps(level: level, stepWidth: 10, height: 16),
                        .flex(1, .text(look.words.level(level), TextStyle(.caption))),
                    ])
            } ?? noLevel(look, .leading)
        return .card(
            padding: 5,
            .column(
                spacing: 3, .stretch,
                [.text(look.text(line.test.name) + " · " + amount, TextStyle(.caption)), level]))
    }

    private func named(_ line: Line, _ size: TextSize, _ look: Look) -> View {
        let amount = look.words.amount(line.value, of: line.test)
        let change = line.change.map { look.words.change($0, of: line.test) }
        let told = { (text: String, lines: Int?) -> View in
            .text(text, TextStyle(size == .heading ? .body : .caption, color: .quietInk, maxLines: lines))
        }
        return .row(
            spacing: 7, .center,
            [
                .icon(line.test.icon, size: 26, .pine),
                .flex(
                    1,
                    .column(
                        spacing: 4, .stretch,
                        [
                            .text(look.text(line.test.name), TextStyle(size)),
                            change.map { change in
                                .firstFitting([
                                    told(amount + " · " + change, 1),
                                    .column(spacing: 4, .stretch, [told(amount, nil), told(change, nil)]),
                                ])
                            } ?? told(amount, nil),
                        ])),
            ])
    }

    private func noLevel(_ look: Look, _ align: Align) -> View {
        .text(look.words.result.noLevel, TextStyle(.caption, color: .quietInk, align: align))
    }
}
