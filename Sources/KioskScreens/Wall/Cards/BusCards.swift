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
        let column = { (cell: (BusBoard.Arrival, Int) -> View) -> View in
            .column(
                spacing: 5, .stretch, coming.map { .sized(width: nil, height: 24, cell($0.0, $0.1)) })
        }
        let routes = column { arrival, _ in .text(arrival.route, TextStyle(.heading)) }
        let minutes = column { _, left in
            .text(
                look.words.bus(in: left),
                TextStyle(.heading, color: left < 120 ? .persimmon : .indigo, fixedDigits: true))
        }
        let notes = column { arrival, _ in .text(look.words.busNote(arrival), TextStyle(.caption, align: .trailing)) }
        return .row(
            spacing: 6, .stretch, [.flex(1.1, routes), .flex(1.1, minutes), .optional(priority: 7, .flex(1.2, notes))])
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
        let counts = [6, 5, 4, 3, 2, 1].filter { $0 == 1 || $0 <= coming.count }
        return Story(
            icon: .bus, label: look.words.story.buses, color: .indigo, foot: [age],
            bodies: coming.isEmpty ? [none] : counts.map { large(coming.prefix($0), look) }
        ).view
    }

    private func large(_ coming: ArraySlice<(BusBoard.Arrival, Int)>, _ look: Look) -> View {
        let rows = coming.map { arrival, left -> View in
            .row(
                spacing: 6, .center,
                [
                    .flex(1, .text(arrival.route, TextStyle(.title, maxLines: 1))),
                    .flex(
                        1,
                        .text(
                            look.words.bus(in: left),
                            TextStyle(.title, color: left < 120 ? .persimmon : .indigo, fixedDigits: true))),
                    .optional(
                        priority: 8,
                        .flex(1.2, .text(look.words.busNote(arrival), TextStyle(.caption, align: .trailing)))),
                ])
        }
        return .centred(
            rows.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.rule(), $0.element] }, spacing: 6)
    }
}
