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

    /// Routes, minutes and notes under one another, each in its own column. A number never leaves its unit.
    private func board(_ coming: [(BusBoard.Arrival, Int)], _ look: Look) -> View {
        let faces = [(TextSize.heading, true), (.heading, false), (.body, false), (.caption, false)]
        return .firstFitting(faces.map { columns(coming, $0, height: 24, notes: $1 ? .caption : nil, look) })
    }

    private func columns(
        _ coming: [(BusBoard.Arrival, Int)], _ size: TextSize, height: Millimetres, notes: TextSize?, _ look: Look
    ) -> View {
        let column = { (cell: (BusBoard.Arrival, Int) -> View) -> View in
            .column(spacing: 5, .stretch, coming.map { .sized(width: nil, height: height, cell($0.0, $0.1)) })
        }
        let routes = column { arrival, _ in .text(arrival.route, TextStyle(size, maxLines: 1)) }
        let minutes = column { _, left in
            .text(
                look.words.bus(in: left),
                TextStyle(size, color: left < 120 ? .persimmon : .indigo, fixedDigits: true, maxLines: 1))
        }
        let remarks = notes.map { notes in
            column { arrival, _ in
                .text(look.words.busNote(arrival), TextStyle(notes, align: .trailing, maxLines: 1))
            }
        }
        return .row(
            spacing: 8, .stretch, [.flex(1.1, routes), .flex(1.1, minutes)] + (remarks.map { [.flex(1.2, $0)] } ?? []))
    }

    /// An estimate that is believed, of a bus that comes.
    func knowsBuses(_ look: Look) -> Bool {
        guard let fact = snapshot?.buses,
            [.fresh, .old].contains(Freshness.of(.buses, issuedAt: fact.issuedAt, now: look.now.wall))
        else { return false }
        return fact.value.arrivals.contains { $0.remaining(at: look.now.wall, issuedAt: fact.issuedAt) != nil }
    }

    /// All buses that come, large: for a wall where they have the main place.
    func busBoard(_ look: Look, in zone: Zone? = .main) -> View? {
        guard let fact = snapshot?.buses else { return nil }
        let coming = fact.value.arrivals.compactMap { arrival in
            arrival.remaining(at: look.now.wall, issuedAt: fact.issuedAt).map { (arrival, $0) }
        }
        let age = look.words.busAge(
            stop: fact.value.stop, look.words.ago(look.now.wall.timeIntervalSince(fact.issuedAt)))
        let none: View = .centred([.text(look.words.wall.noBusesNow, TextStyle(.heading, align: .center))])
        let faces: [(size: TextSize, height: Millimetres, count: Int)] = [
            (.value(38), 50, 4), (.value(34), 44, 4), (.value(29), 38, 4), (.title, 32, 6), (.title, 32, 4),
            (.title, 32, 3),
            (.heading, 27, 3),
            (.body, 20, 2), (.caption, 17, 2),
        ]
        let large = faces.map { ($0, notes: TextSize?.some(.caption)) }.prefix(6)
        let bodies = (large + faces.map { ($0, notes: nil) }).map { face, notes -> View in
            .centred([columns(Array(coming.prefix(face.count)), face.size, height: face.height, notes: notes, look)])
        }
        return Story(
            zone: zone, icon: .bus, label: look.words.story.buses, color: .indigo, foot: [age],
            bodies: coming.isEmpty ? [none] : bodies
        ).view
    }
}
