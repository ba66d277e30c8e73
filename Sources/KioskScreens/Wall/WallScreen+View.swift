import KioskUI
import SignageFeed

extension WallScreen {
    /// The wall, with an alert's strip at its top if there is one that leaves the rest visible.
    func view(alert: AlertPlan? = nil, _ look: Look) -> View {
        let strip = alert.map { [AlertStrip(plan: $0).view(look)] } ?? []
        return .touch(
            "wall", .wallTouched,
            .firstFitting([
                framed(
                    .oriented(portrait: upright(strip, look, all: true), landscape: wide(strip, look, all: true)),
                    withLattice: true),
                framed(.oriented(portrait: upright(strip, look), landscape: wide(strip, look)), withLattice: false),
                framed(upright(strip, look), withLattice: false),
            ]))
    }

    private func framed(_ body: View, withLattice: Bool) -> View {
        let lattice: [View] = withLattice ? [.lattice(height: 15)] : []
        return .column(
            spacing: 0, .stretch, lattice + [.flex(1, .box(BoxStyle(corner: 0, padding: 10), body))])
    }

    /// With `all`, every card stays; without, what there is no room for is left out.
    private func upright(_ strip: [View], _ look: Look, all: Bool = false) -> View {
        .column(
            spacing: 6, .stretch,
            strip + [clock(look, isWide: false)] + warning(look) + facts(look, all: all) + [
                all ? .flex(1, noticeStrip(look)) : .optional(priority: 5, .flex(1, noticeStrip(look))),
                .flex(0.001, .spacer), invitation(look),
            ])
    }

    private func wide(_ strip: [View], _ look: Look, all: Bool = false) -> View {
        .split(
            facts: .column(
                spacing: 7, .stretch, [clock(look, isWide: true)] + facts(look, all: all) + [.flex(0.001, .spacer)]),
            story: .column(
                spacing: 7, .stretch, strip + warning(look) + [.flex(1, noticeCard(look)), invitation(look)]))
    }

    private func facts(_ look: Look, all: Bool) -> [View] {
        let cards: [(Int, View?)] = [(2, weather(look)), (4, buses(look)), (3, todaysClass(look))]
        return cards.compactMap { priority, card in
            card.map { all ? $0 : .optional(priority: priority, $0) }
        }
    }

    private func warning(_ look: Look) -> [View] { warnings(look).map { [.optional(priority: 1, $0)] } ?? [] }

    private func clock(_ look: Look, isWide: Bool) -> View {
        let date: View = .text(
            look.words.date(look.now.wall, look.calendar), TextStyle(isWide ? .body : .heading))
        let place: View = .optional(
            priority: 6, .text(look.centreName, TextStyle(.caption, color: .quietInk)))
        let mark: [View] = isSimulated ? [.simulatedMark(look.words)] : []
        let time: View = .text(
            look.words.clock(look.now.wall, look.calendar),
            TextStyle(.value(42), align: isWide ? .leading : .trailing, fixedDigits: true))
        let words: View = .column(
            spacing: 4, .stretch, [date, .row(spacing: 5, .center, [.flex(1, place)] + mark)])
        return .firstFitting([
            .row(spacing: 7, .center, isWide ? [time, .flex(1, words)] : [.flex(1, words), time]),
            .column(spacing: 3, .stretch, [.row(spacing: 5, .center, [time, .spacer] + mark), date]),
            .column(spacing: 3, .stretch, [time] + mark + [date]),
        ])
    }

    /// The foot of the wall: the one thing to do.
    private func invitation(_ look: Look) -> View {
        .box(
            BoxStyle(ground: .pine, padding: 8),
            .firstFitting([
                invited(.heading, withIcon: true, look), invited(.body, withIcon: true, look),
                invited(.body, withIcon: false, look),
            ]))
    }

    private func invited(_ size: TextSize, withIcon: Bool, _ look: Look) -> View {
        .row(
            spacing: 6, .center,
            (withIcon ? [.icon(.touch, size: 26, .onPine)] : []) + [
                .flex(1, .text(look.words.wall.invitation, TextStyle(size, color: .onPine)))
            ])
    }
}
