import Foundation
import KioskUI
import SignageFeed

/// A disaster message that has the whole screen: word for word, in a frame that nothing else wears.
///
/// Made from an ``AlertPlan`` only, and that only from a message that went through the ledger: no notice can look so.
struct AlertPage {
    let plan: AlertPlan

    /// Longer texts are shown in parts, each as long as it takes to read.
    static let syllablesPerPart = TextPages.syllables

    func view(_ look: Look) -> View {
        .touch(
            "wall", .wallTouched,
            .box(
                BoxStyle(ground: .dancheongRed, corner: 0, padding: 6),
                .box(
                    BoxStyle(ground: .dancheongRed, edge: .onPine, edgeWidth: 3, corner: 10, padding: 6),
                    .box(
                        BoxStyle(ground: .dancheongRed, edge: .onPine, edgeWidth: 1, corner: 6, padding: 8),
                        .column(
                            spacing: 8, .stretch,
                            [head(look), .flex(1, message(look)), foot(look)])))))
    }

    private func head(_ look: Look) -> View {
        let title = plan.headline ?? look.words.alertKind(plan)
        let kind: [View] =
            plan.headline == nil ? [] : [white(look.words.alertKind(plan), .body)]
        let exercise: [View] = plan.isExercise ? [white(look.words.alert.exercise, .body)] : []
        let arrangements = [(TextSize.value(34), 44), (.title, 36), (.heading, 24), (.body, nil)].map {
            (size, icon: Int?) -> View in
            .row(
                spacing: 8, .center,
                (icon.map { [.icon(.warning, size: Millimetres(Double($0)), .onPine)] } ?? []) + [
                    .flex(1, .column(spacing: 4, .stretch, kind + [white(title, size)] + exercise))
                ])
        }
        return .firstFitting(arrangements)
    }

    /// The words themselves, as large as the room allows.
    private func message(_ look: Look) -> View {
        let (part, place) = part(at: look.now.wall)
        let sizes: [TextSize] = [.value(28), .title, .heading, .body, .caption]
        let count = place.map { [View.text($0, TextStyle(.caption, align: .trailing, fixedDigits: true))] } ?? []
        return .firstFitting(
            sizes.map { size in
                .column(
                    spacing: 0, .stretch,
                    [
                        .box(
                            BoxStyle(ground: .paper, corner: 9, padding: 9),
                            .column(
                                spacing: 5, .stretch,
                                [.text(part, TextStyle(size, weight: size == .caption ? .regular : .bold))] + count)),
                        .spacer,
                    ])
            })
    }

    private func foot(_ look: Look) -> View {
        let sender = [plan.senderName, plan.reference.sent.map { look.words.alertCame(at: $0, look.calendar) }]
            .compactMap { $0 }
        let area = plan.isAreaUncertain ? [look.words.alert.areaUncertain] : []
        // The words of the message come before all that is said about it.
        let lines = (area + sender + [look.words.alert.goOn]).enumerated()
        return .column(
            spacing: 4, .stretch, lines.map { .optional(priority: 4 + $0.offset, white($0.element, .caption)) })
    }

    private func white(_ text: String, _ size: TextSize) -> View { .text(text, TextStyle(size, color: .onPine)) }

    /// What is read now, and "2 / 3" if there is more than one part.
    private func part(at now: Date) -> (text: String, place: String?) {
        let parts = Self.parts(of: whole)
        guard parts.count > 1 else { return (parts.first ?? plan.headline ?? "", nil) }
        let turn = Self.turn(parts, at: now)
        return (parts[turn.index], "\(turn.index + 1) / \(parts.count)")
    }

    /// When the next part is due; never for a message of one part.
    func nextPart(after now: Date) -> Date {
        let parts = Self.parts(of: whole)
        return parts.count > 1 ? Self.turn(parts, at: now).until : .distantFuture
    }

    private var whole: String {
        [plan.text, plan.instruction ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Which part is on, each as long as the longest takes to read, and until when; on any clock, also one before 1970.
    static func turn(_ parts: [String], at now: Date) -> (index: Int, until: Date) {
        let each = Double(parts.map { ReadingTime.seconds(for: $0) }.max() ?? 1)
        let turns = (now.timeIntervalSince1970 / each).rounded(.down)
        let index = Int(turns - (turns / Double(parts.count)).rounded(.down) * Double(parts.count))
        return (min(index, parts.count - 1), Date(timeIntervalSince1970: (turns + 1) * each))
    }

    /// Cut at spaces and line ends; nothing is left out.
    static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        for word in text.split(separator: " ") {
            if !part.isEmpty, part.count + word.count >= syllablesPerPart {
                parts.append(part)
                part = ""
            }
            part += (part.isEmpty ? "" : " ") + word
        }
        return part.isEmpty ? parts : parts + [part]
    }
}

/// An alert that leaves the wall visible: a strip at its top.
struct AlertStrip {
    let plan: AlertPlan
    /// Where even its words have no room, its headline stands alone.
    var mayBeHeadline = false

    func view(_ look: Look) -> View {
        let isCalm = plan.colour == .calm
        let ink: ColorRole = isCalm ? .ink : .onPine
        let kind = look.words.alertKind(plan)
        let headline = plan.headline == kind ? nil : plan.headline
        let text = [headline, plan.text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        let head = [kind, plan.isExercise ? look.words.alert.exercise : nil]
            .compactMap { $0 }.joined(separator: " · ")
        let faces = [(TextSize.heading, 3, 26), (.body, 4, 22), (.caption, 6, nil)].map {
            (size, lines, icon: Int?) -> View in
            .row(
                spacing: 7, .center,
                (icon.map { [.icon(.warning, size: Millimetres(Double($0)), ink)] } ?? []) + [
                    .flex(
                        1,
                        .column(
                            spacing: 3, .stretch,
                            [
                                .text(head, TextStyle(.caption, color: ink)),
                                .text(Self.shortened(text), TextStyle(size, color: ink, maxLines: lines)),
                            ]))
                ])
        }
        return .box(
            BoxStyle(ground: isCalm ? .mint : .dancheongRed, edge: isCalm ? .pine : nil, padding: 8),
            .firstFitting(
                mayBeHeadline ? faces + [.text(headline ?? head, TextStyle(.caption, color: ink))] : faces))
    }

    /// A strip names the thing; the whole text has the screen when it is grave.
    private static func shortened(_ text: String) -> String {
        guard text.count > 90 else { return text }
        let cut = text.prefix(90)
        return cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + "…"
    }
}
