import Foundation
import KioskUI
import SignageFeed

/// Cards that are read: notices, jobs, courses, steps.
extension WallScreen {
    /// In its own words. A notice of a feed says where it comes from and when it was published.
    func notice(_ title: String, _ text: String, _ id: String, _ zone: ZonePlan, _ look: Look) -> View {
        let age = signage.notice(of: id).map { look.words.noticeAge($0, at: look.now.wall, look.calendar) }
        return Story(
            icon: .notice, label: look.words.wall.notice, color: .persimmon, place: place(zone),
            foot: [age].compactMap { $0 }, bodies: reading(title, page(text, zone))
        ).view
    }

    func job(_ posting: SignageContent.Posting, _ zone: ZonePlan, _ look: Look) -> View {
        self.posting(posting, .work, look.words.story.job, ground: .sun, zone, look)
    }

    func course(_ posting: SignageContent.Posting, _ zone: ZonePlan, _ look: Look) -> View {
        self.posting(posting, .school, look.words.story.course, ground: .mint, zone, look)
    }

    private func posting(
        _ posting: SignageContent.Posting, _ icon: Icon, _ label: String, ground: ColorRole, _ zone: ZonePlan,
        _ look: Look
    ) -> View {
        let deadline = posting.applyBy.map { look.words.applyBy($0, at: look.now.wall, look.calendar) }
        let chip = deadline.map { [View.tag($0, icon: .calendar)] } ?? []
        return Story(
            icon: icon, label: label, ground: ground, place: place(zone),
            bodies: reading(posting.title, page(posting.text, zone), extra: chip)
        ).view
    }

    /// Small exercises in steps.
    func practice(_ title: String, _ steps: [String], _ look: Look) -> View {
        let bodies = [(TextSize.title, TextSize.heading), (.heading, .body), (.body, .caption)].map { title_, text in
            View.centred(
                [.text(title, TextStyle(title_))]
                    + steps.enumerated().map {
                        .optional(priority: 10 + $0.offset, Self.step($0.offset + 1, $0.element, text))
                    },
                spacing: 7)
        }
        return Story(icon: .practice, label: look.words.story.practice, ground: .mint, bodies: bodies).view
    }

    private static func step(_ number: Int, _ text: String, _ size: TextSize) -> View {
        let badge: View = .box(
            BoxStyle(ground: .pine, corner: 8, padding: 2),
            .sized(
                width: 16, height: nil,
                .text(
                    String(number), TextStyle(.caption, color: .onPine, align: .center, fixedDigits: true, maxLines: 1))
            ))
        return .row(spacing: 6, .center, [badge, .flex(1, .text(text, TextStyle(size)))])
    }

    /// A title and the page of the text that is on, as large as the room allows.
    private func reading(_ title: String, _ text: String, extra: [View] = []) -> [View] {
        let sizes: [(TextSize, TextSize)] = [
            (.value(38), .title), (.value(32), .heading), (.title, .heading), (.title, .body), (.heading, .body),
            (.body, .body),
            (.heading, .caption), (.body, .caption), (.caption, .caption),
        ]
        func body(_ head: TextSize, _ size: TextSize, _ text: String) -> View {
            let words: [View] = text.isEmpty ? [] : [.text(text, TextStyle(size, weight: .regular))]
            return .centred([.text(title, TextStyle(head))] + words + extra, spacing: size == .caption ? 6 : 12)
        }
        // A panel too small for a page shows how it begins.
        let beginnings = [84, 56, 28, 0].filter { $0 < text.count }.map { Self.beginning(of: text, $0) }
        return sizes.map { body($0, $1, text) } + beginnings.map { body(.caption, .caption, $0) }
    }

    /// Whole words of a text.
    private static func beginning(of text: String, _ count: Int) -> String {
        let cut = text.prefix(count)
        return cut.isEmpty ? "" : cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)] + "…"
    }

    private func page(_ text: String, _ zone: ZonePlan) -> String {
        let pages = TextPages.split(text, syllables: panel.pageSyllables)
        return pages[min(max(0, zone.page), pages.count - 1)]
    }

    private func place(_ zone: ZonePlan) -> String? {
        zone.pages > 1 ? "\(zone.page + 1) / \(zone.pages)" : nil
    }
}
