import FitnessMeasure
import KioskUI

/// The week's exercises to take home.
public struct PlanSlip: Equatable, Sendable {
    public var sheet: PlanSheet
    /// Masked on the paper, which may be left lying.
    public var name: String
    public var language: Language

    /// A printer's paper.
    public enum Paper: String, CaseIterable, Sendable {
        /// A roll of 80 mm, of which 72 mm are printed; as long as it has to be.
        case roll = "80mm"
        /// A page of A4 with its margins.
        case page = "a4"

        /// Millimetres that can be printed on.
        var width: Double { self == .roll ? 72 : 190 }
        /// Nil where the paper is cut to length.
        var height: Double? { self == .roll ? nil : 277 }
        /// Letters of a screen are read standing; paper is held in the hand: 12 mm become 4.3 or 4.8.
        var scale: Double { self == .roll ? 0.36 : 0.4 }
    }

    public init(sheet: PlanSheet, name: String, language: Language) {
        (self.sheet, self.name, self.language) = (sheet, name, language)
    }

    /// On a roll one below the other; on a page with pictures as long as there is room for them.
    func view(_ paper: Paper, _ words: Words) -> View {
        let rows = sheet.rows.map { PlanRow(row: $0, today: nil) }
        switch paper {
        case .roll: return page(rows.map { $0.narrow(words) }, words)
        case .page:
            return .firstFitting([
                page(rows.map { $0.wide(words, hasPicture: true) }, words),
                page(rows.map { $0.wide(words, hasPicture: false) }, words),
            ])
        }
    }

    private func page(_ rows: [View], _ words: Words) -> View {
        let head: [View] = [
            .text(words.plan.title, TextStyle(.title)),
            .text(words.whose(name, sheet.weekWords[words.language]), TextStyle(.body)),
        ]
        let advice = sheet.advice.map { View.text($0[words.language], TextStyle(.caption)) }
        let foot: View = .text(words.slip.keep, TextStyle(.caption))
        return .box(
            BoxStyle(ground: .paper, corner: 0, padding: 6),
            .column(spacing: 7, .stretch, head + rows + advice + [foot, .flex(1, .spacer)]))
    }
}

extension PlanRow {
    /// Name and amount above the days.
    fileprivate func narrow(_ words: Words) -> View { boxed(told(words) + [days(words)]) }

    /// Picture, words and days side by side.
    fileprivate func wide(_ words: Words, hasPicture: Bool) -> View {
        let picture: View = .sized(width: 48, height: nil, .picture(Picture.exercise(row), height: 30))
        return boxed([
            .row(
                spacing: 7, .center,
                (hasPicture ? [picture] : []) + [.flex(1, .column(spacing: 3, .stretch, told(words))), days(words)])
        ])
    }

    private func told(_ words: Words) -> [View] {
        [
            .text(row.name[words.language], TextStyle(.heading)),
            .text(row.amount[words.language], TextStyle(.body)),
        ]
    }

    private func boxed(_ parts: [View]) -> View {
        .box(
            BoxStyle(ground: .paper, edge: .ink, edgeWidth: 0.8, corner: 3, padding: 5),
            .column(spacing: 4, .stretch, parts))
    }
}
