import KioskUI
import SignageFeed

/// The frame that all cards of the main place share: what it is at the top, the thing itself as large as the room
/// allows, where it comes from and its age at the foot.
struct Story {
    /// Whose content it is; nil for a card that no playlist put there.
    var zone: Zone? = .main
    var icon: Icon
    var label: String
    var color: ColorRole = .pine
    var ground: ColorRole = .paper
    /// "1 / 3"
    var place: String?
    /// Quiet lines; the first is the last to go.
    var foot: [String] = []
    /// The same in several arrangements, the largest first.
    var bodies: [View]

    var view: View {
        let whole = bodies.map { column($0, head: head, foot: feet) }
        let tight = bodies.suffix(2).map { body in
            column(
                body, head: [.optional(priority: 9, .row(spacing: 0, .center, head))], foot: feet.prefix(1).map { $0 })
        }
        return .card(ground: ground, padding: 10, .firstFitting(whole + tight))
    }

    private func column(_ body: View, head: [View], foot: [View]) -> View {
        .column(spacing: 7, .stretch, head + [.flex(1, zone.map { .zone($0, body) } ?? body)] + foot)
    }

    /// Persimmon is read on paper only.
    private var ink: ColorRole { color == .persimmon && ground != .paper ? .ink : color }

    private var head: [View] {
        let places = place.map {
            [View.text($0, TextStyle(.caption, color: .quietInk, fixedDigits: true, maxLines: 1))]
        }
        return [
            .row(
                spacing: 5, .center,
                [.icon(icon, size: 20, color), .flex(1, .text(label, TextStyle(.body, color: ink)))] + (places ?? []))
        ]
    }

    private var feet: [View] {
        foot.filter { !$0.isEmpty }.enumerated().map { index, line in
            let text: View = .text(line, TextStyle(.caption, color: .quietInk))
            return index == 0 ? text : .optional(priority: 7, text)
        }
    }
}

extension Node where Event == AppEvent {
    /// In the middle of the height there is.
    static func centred(_ children: [View], spacing: Millimetres = 8) -> View {
        .column(spacing: 0, .stretch, [.spacer, .column(spacing: spacing, .stretch, children), .spacer])
    }

    /// A short word that is no wider than it is.
    static func tag(_ word: String, icon: Icon) -> View {
        .firstFitting([
            .row(
                spacing: 0, .center,
                [.box(BoxStyle(ground: .paper, corner: 6, padding: 5), tagged(word, icon, 1)), .spacer]),
            .box(BoxStyle(ground: .paper, corner: 6, padding: 5), tagged(word, icon, nil)),
        ])
    }

    private static func tagged(_ word: String, _ icon: Icon, _ lines: Int?) -> View {
        .row(spacing: 4, .center, [.icon(icon, size: 15, .pine), .text(word, TextStyle(.caption, maxLines: lines))])
    }
}
