import KioskUI
import SignageFeed

extension WallScreen {
    /// The wall, with an alert's strip at its top if there is one that leaves the rest visible.
    func view(_ look: Look) -> View {
        let plan = signage.plan(at: look.now.wall)
        // Made once for all arrangements: it is most of what there is to make.
        let parts = Parts(story: story(plan, look), alert: plan.banner, look)
        switch panel {
        case .kiosk: return .touch("wall", .wallTouched, kiosk(plan, parts, look))
        case .television: return television(plan, parts, look)
        case .board: return board(plan, look)
        }
    }

    /// What every arrangement shows: the main place, and above it the strip of an alert, if there is one, with its words or for
    /// where they have no room.
    struct Parts {
        let story: View
        let whole: [View]
        let least: [View]

        init(story: View, alert: AlertPlan?, _ look: Look) {
            self.story = story
            whole = alert.map { [AlertStrip(plan: $0).view(look)] } ?? []
            least = alert.map { [AlertStrip(plan: $0, mayBeHeadline: true).view(look)] } ?? []
        }
    }

    private func kiosk(_ plan: FramePlan, _ parts: Parts, _ look: Look) -> View {
        let rooms: [(portrait: Millimetres, landscape: Millimetres)] =
            parts.whole.isEmpty ? [(200, 170)] : [(200, 170), (150, 110)]
        return .firstFitting(
            rooms.map { room in
                framed(
                    .oriented(
                        portrait: upright(plan, parts.whole, parts.story, look, room: room.portrait),
                        landscape: wide(plan, parts.whole, parts.story, look, room: room.landscape)),
                    withLattice: true, foot: foot(plan, look))
            } + [
                framed(
                    .oriented(
                        portrait: upright(plan, parts.least, parts.story, look, room: 90),
                        landscape: wide(plan, parts.least, parts.story, look, room: 80)), withLattice: false),
                framed(upright(plan, parts.least, parts.story, look, room: 40), withLattice: false),
                framed(
                    .column(spacing: 6, .stretch, parts.least + [.flex(1, .spacer), invitation(look)]),
                    withLattice: false),
            ])
    }

    func framed(_ body: View, withLattice: Bool, foot: [View] = []) -> View {
        let lattice: [View] = withLattice ? [.lattice(height: 15)] : []
        return .column(
            spacing: 0, .stretch, lattice + [.flex(1, .box(BoxStyle(corner: 0, padding: 10), body))] + foot)
    }

    /// One under the other; `room` is the least height of the main place.
    private func upright(
        _ plan: FramePlan, _ strip: [View], _ story: View, _ look: Look, room: Millimetres
    ) -> View {
        let beside = facts(
            plan, [(3, { $0.weatherLine(look) }), (2, { $0.buses(look) }), (5, { $0.todaysClass(look) })], 2)
        let side = side(plan, look)
        return .column(
            spacing: 6, .stretch,
            strip + [.optional(priority: 1, clock(look, isWide: false))] + warning(look) + [
                .flex(1, .sized(width: nil, height: room, story))
            ] + side + beside.prefix(2 - side.count) + [invitation(look)])
    }

    private func wide(
        _ plan: FramePlan, _ strip: [View], _ story: View, _ look: Look, room: Millimetres
    ) -> View {
        // Beside the weather there is room for all buses that come.
        let buses: (Self) -> View? = { wall in
            guard wall.fact(in: plan) == .weather, wall.knowsBuses(look) else { return wall.buses(look) }
            return wall.busBoard(look, in: nil).map { .flex(1, $0) }
        }
        let beside = facts(plan, [(2, { $0.weather(look) }), (3, buses), (4, { $0.todaysClass(look) })], 3)
        let side = side(plan, look)
        return .split(
            facts: .column(
                spacing: 7, .stretch,
                [clock(look, isWide: true)] + beside.prefix(3 - side.count) + side + [.flex(0.001, .spacer)]),
            story: .column(
                spacing: 7, .stretch,
                strip + warning(look) + [
                    .flex(1, .sized(width: nil, height: room, story)), invitation(look),
                ]))
    }

    /// At most `count` of the facts that the main place does not show already, in the order of ``WallFact``.
    private func facts(_ plan: FramePlan, _ cards: [(Int, (Self) -> View?)], _ count: Int) -> [View] {
        let shown = [fact(in: plan), sideFact(in: plan)]
        return zip(WallFact.allCases, cards).filter { !shown.contains($0.0) }
            .compactMap { fact, card in card.1(self).map { View.optional(priority: card.0, $0) } }
            .prefix(count).map { $0 }
    }

    func warning(_ look: Look) -> [View] { warnings(look).map { [.optional(priority: 1, $0)] } ?? [] }

    func clock(_ look: Look, isWide: Bool) -> View {
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
                invited(.heading, withIcon: true, lines: 1, look), invited(.body, withIcon: true, lines: 1, look),
                invited(.body, withIcon: true, look), invited(.body, withIcon: false, look),
            ]))
    }

    private func invited(_ size: TextSize, withIcon: Bool, lines: Int? = nil, _ look: Look) -> View {
        .row(
            spacing: 6, .center,
            (withIcon ? [.icon(.touch, size: 26, .onPine)] : []) + [
                .flex(1, .text(look.words.wall.invitation, TextStyle(size, color: .onPine, maxLines: lines)))
            ])
    }
}
