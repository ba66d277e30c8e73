import FitnessMeasure
import Foundation
import KioskUI

/// One's own past results. A card is a name tag, not a password: the birth month opens them.
public struct Records: Equatable, Sendable {
    var isOpen = false
    var wrongTries = 0
    var page = 0

    public enum Event: Equatable, Sendable { case month(Int) }

    /// After so many wrong months the page closes; a supporter helps.
    static let tries = 3

    /// False when the tries are used up.
    mutating func update(_ event: Event, _ visit: Visit) -> Bool {
        guard case .month(let month) = event, !isOpen else { return true }
        if month == visit.person.birthMonth {
            isOpen = true
            return true
        }
        wrongTries += 1
        return wrongTries < Self.tries
    }

    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.records
        guard isOpen else {
            let months = (1...12).map { month -> View in
                .button(
                    look.words.month(month), id: TouchID("month-\(month)"), kind: .secondary,
                    event: .records(.month(month)))
            }
            return Page(
                caption: look.words.honoured(visit.person.name),
                sentence: wrongTries == 0 ? words.whichMonth : words.tryAgain,
                body: [.grid(columns: 3, spacing: 4, months)]
            ).view(look)
        }
        let lines = visit.earlier.map { line($0, look) }
        return Page(
            caption: look.words.honoured(visit.person.name),
            sentence: lines.isEmpty ? words.none : words.sentence,
            body: [.flex(1, .paged(PagedList(items: lines, look, page: page)))],
            isSimulated: visit.earlier.contains(where: \.isSimulated)
        ).view(look)
    }

    private func line(_ reading: PastReading, _ look: Look) -> View {
        .box(
            BoxStyle(ground: .paper, edge: .clay, padding: 4),
            .column(
                spacing: 2, .leading,
                [
                    .text(look.words.told(reading), TextStyle(.body)),
                    .text(look.words.day(reading.takenAt, look.calendar), TextStyle(.caption, color: .quietInk)),
                ]))
    }
}
