import FitnessMeasure
import KioskUI

/// Levels as five friendly steps, one strength, one thing to work on.
public struct ResultPage: Equatable, Sendable {
    public var lines: [Line]
    public var strength: String?
    public var toWorkOn: String?
    public var isSimulated: Bool
    var page = 0

    /// One test's line: what was reached, and how it stands for sex and age.
    public struct Line: Equatable, Sendable {
        public var testID: String
        public var value: DecimalValue
        /// 1–5; absent when the table does not cover the person, with the reason's words.
        public var level: Int?
        /// A change beyond the test's own noise.
        public var change: Change?
    }

    /// More or less than last time, in the test's unit.
    public enum Change: Equatable, Sendable { case more(DecimalValue), less(DecimalValue) }

    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.result
        let steps = lines.map { line($0, look) }
        let workOn: [View] = toWorkOn.map { test in
            [
                .optional(
                    priority: 4,
                    .box(
                        BoxStyle(ground: .mint, edge: .clay),
                        .row(
                            spacing: 6, .center,
                            [
                                .icon(.person, size: 20, .pine),
                                .flex(
                                    1,
                                    .column(
                                        spacing: 2, .leading,
                                        [
                                            .text(look.words.workOn(test), TextStyle(.body)),
                                            .text(look.words.exercise(test), TextStyle(.caption)),
                                        ])),
                            ])))
            ]
        } ?? []
        return Page(
            caption: look.words.resultCaption(visit.person.name, look.now.wall, look.calendar),
            sentence: strength.map(look.words.strength) ?? words.sentence,
            body: [.flex(1, .paged(PagedList(items: steps, look, page: page)))] + workOn,
            isSimulated: isSimulated
        ).view(look)
    }

    private func line(_ line: Line, _ look: Look) -> View {
        let told = look.words.amount(TodaysResult(testID: line.testID, value: line.value, isSimulated: false))
        return .box(
            BoxStyle(ground: .paper, edge: .clay),
            .rowOrColumn(
                spacing: 5,
                [
                    .row(
                        spacing: 5, .center,
                        [
                            .icon(line.testID == TestID.chairStand ? .chair : .hand, size: 18, .pine),
                            .column(
                                spacing: 2, .leading,
                                [
                                    .text(look.words.testName(line.testID), TextStyle(.body)),
                                    .text(
                                        [told, line.change.map { look.words.change($0, of: line.testID) }].compactMap { $0 }.joined(separator: " · "),
                                        TextStyle(.caption, color: .quietInk)),
                                ]),
                        ]),
                    .column(
                        spacing: 2, .trailing,
                        line.level.map { level -> [View] in
                            [
                                .steps(level: level),
                                .text(look.words.level(level), TextStyle(.caption, align: .trailing)),
                            ]
                        } ?? [.text(look.words.result.noLevel, TextStyle(.caption, align: .trailing))]),
                ]))
    }
}
