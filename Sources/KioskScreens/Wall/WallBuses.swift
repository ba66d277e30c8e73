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
        let rows = fact.value.arrivals.prefix(2).compactMap { row($0, fact, look) }
        guard !rows.isEmpty else { return saying(look.words.wall.noBusesNow) }
        return .box(
            BoxStyle(ground: .paper, edge: .clay),
            .column(
                spacing: 3, .stretch,
                rows + [
                    .text(look.words.busAge(stop: fact.value.stop, age), TextStyle(.caption, color: .quietInk))
                ]))
    }

    private func row(_ arrival: BusBoard.Arrival, _ fact: Fact<BusBoard>, _ look: Look) -> View? {
        guard let remaining = arrival.remaining(at: look.now.wall, issuedAt: fact.issuedAt) else { return nil }
        let isNear = remaining < 120
        return .row(
            spacing: 5, .center,
            [
                .icon(.bus, size: 16, .indigo),
                .flex(1, .text(arrival.route, TextStyle(.heading))),
                .flex(
                    1.2,
                    .text(
                        look.words.bus(in: remaining),
                        TextStyle(.heading, color: isNear ? .persimmon : .indigo, fixedDigits: true))),
                .optional(
                    priority: 7, .text(look.words.busNote(arrival), TextStyle(.caption, align: .trailing))),
            ])
    }
}
