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
}
