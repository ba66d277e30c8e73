import KioskUI
import SignageFeed

extension WallScreen {
    /// For a screen that nobody touches: one thing at a time, above it a line with place and time.
    func television(_ plan: FramePlan, _ parts: Parts, _ look: Look) -> View {
        .firstFitting([
            framed(
                televised(plan, parts.whole, parts.story, look, room: 90), withLattice: true,
                foot: foot(plan, look)),
            framed(
                televised(plan, parts.least, parts.story, look, room: 60), withLattice: false, foot: foot(plan, look)),
            framed(parts.story, withLattice: false),
        ])
    }

    private func televised(
        _ plan: FramePlan, _ strip: [View], _ story: View, _ look: Look, room: Millimetres
    ) -> View {
        .column(
            spacing: 6, .stretch,
            strip + [line(look)] + warning(look) + [.flex(1, .sized(width: nil, height: room, story))])
    }

    /// "11월 20일 금요일   2° 구름 많음   9:12"
    private func line(_ look: Look) -> View {
        let weather = weatherNow(look).map { fact, now, temperature -> [View] in
            [
                .icon(Self.icon(now), size: 18, .indigo),
                .text(look.words.degrees(temperature), TextStyle(.body, maxLines: 1)),
            ]
        }
        let time: View = .text(
            look.words.clock(look.now.wall, look.calendar),
            TextStyle(.heading, align: .trailing, fixedDigits: true, maxLines: 1))
        let date: View = .flex(1, .text(look.words.date(look.now.wall, look.calendar), TextStyle(.body)))
        let mark: [View] = isSimulated ? [.simulatedMark(look.words)] : []
        return .firstFitting([
            .row(spacing: 7, .center, [date] + mark + (weather ?? []) + [time]),
            .row(spacing: 7, .center, [date, time]),
        ])
    }
}
