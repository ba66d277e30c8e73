import Foundation
import KioskUI
import SignageFeed

extension WallScreen {
    /// The next two buses. A countdown never comes from an old estimate: then the wall says that it does not know.
    func buses(_ look: Look) -> View? {
        guard let fact = snapshot?.buses else { return nil }
        let age: String
        switch Freshness.of(.buses, issuedAt: fact.issuedAt, now: look.now.wall) {
        case .expired, .unknown: return saying(look.words.wall.noBuses)
        case .fresh, .old: age = look.words.ago(look.now.wall.timeIntervalSince(fact.issuedAt))
        }
        let coming = fact.value.arrivals.prefix(2).compactMap { arrival in
            arrival.remaining(at: look.now.wall, issuedAt: fact.issuedAt).map { (arrival, $0) }
        }
        guard !coming.isEmpty else { return saying(look.words.wall.noBusesNow) }
        return .card(
            padding: 8,
            .column(
                spacing: 5, .stretch,
                [
                    .row(spacing: 8, .center, [.icon(.bus, size: 26, .indigo), .flex(1, board(coming, look))]),
                    .text(look.words.busAge(stop: fact.value.stop, age), TextStyle(.caption, color: .quietInk)),
                ]))
    }

    /// Routes, minutes and notes under one another, each in its own column.
    private func board(_ coming: [(BusBoard.Arrival, Int)], _ look: Look) -> View {
        let faces = [(TextSize.heading, true), (.heading, false), (.body, false), (.caption, false)]
        return .firstFitting(faces.map { board(coming, $0, hasNotes: $1, look) })
    }

    private func board(
        _ coming: [(BusBoard.Arrival, Int)], _ size: TextSize, hasNotes: Bool, _ look: Look
    ) -> View {
        let column = { (cell: (BusBoard.Arrival, Int) -> View) -> View in
            .column(spacing: 5, .stretch, coming.map { .sized(width: nil, height: 24, cell($0.0, $0.1)) })
        }
        let routes = column { arrival, _ in .text(arrival.route, TextStyle(size, maxLines: size == .caption ? nil : 1))
        }
        let minutes = column { _, left in
            .text(
                look.words.bus(in: left),
                TextStyle(
                    size, color: left < 120 ? .persimmon : .indigo, fixedDigits: true,
                    maxLines: size == .caption ? nil : 1))
        }
        let notes = column { arrival, _ in
            .text(look.words.busNote(arrival), TextStyle(.caption, align: .trailing, maxLines: 1))
        }
        return .row(
            spacing: 6, .stretch, [.flex(1.1, routes), .flex(1.1, minutes)] + (hasNotes ? [.flex(1.2, notes)] : []))
    }

    /// All buses that come, large: for a wall where they have the main place.
    func busBoard(_ look: Look) -> View? {
        guard let fact = snapshot?.buses else { return nil }
        let coming = fact.value.arrivals.compactMap { arrival in
            arrival.remaining(at: look.now.wall, issuedAt: fact.issuedAt).map { (arrival, $0) }
        }
        let age = look.words.busAge(
            stop: fact.value.stop, look.words.ago(look.now.wall.timeIntervalSince(fact.issuedAt)))
        let none: View = .centred([.text(look.words.wall.noBusesNow, TextStyle(.heading, align: .center))])
        let faces: [(TextSize, Int)] = [
            (.value(34), 4), (.title, 6), (.title, 4), (.title, 3), (.heading, 3), (.body, 2),
        ]
        return Story(
            icon: .bus, label: look.words.story.buses, color: .indigo, foot: [age],
            bodies: coming.isEmpty ? [none] : faces.map { large(coming.prefix($1), $0, look) }
        ).view
    }

    private func large(_ coming: ArraySlice<(BusBoard.Arrival, Int)>, _ size: TextSize, _ look: Look) -> View {
        let rows = coming.map { arrival, left -> View in
            let note: View = .text(look.words.busNote(arrival), TextStyle(.caption, align: .trailing))
            return .row(
                spacing: 6, .center,
                [
                    .flex(1, .text(arrival.route, TextStyle(size, maxLines: 1))),
                    .flex(
                        1,
                        .text(
                            look.words.bus(in: left),
                            TextStyle(size, color: left < 120 ? .persimmon : .indigo, fixedDigits: true, maxLines: 1))),
                    .optional(priority: 8, .flex(1, note)),
                ])
        }
        return .centred(
            rows.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.rule(), $0.element] }, spacing: 6)
    }
}
