import Foundation
import KioskUI
import SignageFeed

extension WallScreen {
    /// The class that is on or comes next today; nothing before the office has told.
    func todaysClass(_ look: Look) -> View? {
        guard let snapshot else { return nil }
        let session = snapshot.classes
            .filter { look.calendar.isDate($0.startsAt, inSameDayAs: look.now.wall) && $0.endsAt > look.now.wall }
            .min { $0.startsAt < $1.startsAt }
        guard let session else { return saying(look.words.wall.noClass) }
        return .card(
            ground: .mint, padding: 8,
            .row(
                spacing: 8, .center,
                [
                    .icon(.music, size: 30, .pine),
                    .flex(
                        1,
                        .column(
                            spacing: 4, .stretch,
                            [
                                .optional(
                                    priority: 7,
                                    .text(look.words.wall.todaysClass, TextStyle(.caption, color: .quietInk))),
                                .text(look.words.classLine(session, look.calendar), TextStyle(.heading)),
                                .optional(
                                    priority: 6, .text(look.words.classPlace(session), TextStyle(.caption))),
                            ])),
                ]))
    }

    /// One notice at a time, large: for the wide half of a landscape wall.
    func noticeCard(_ look: Look) -> View {
        guard let notice = currentNotice(look) else { return quiet(look) }
        let label: View = .row(
            spacing: 5, .center,
            [
                .icon(.notice, size: 20, .persimmon),
                .flex(1, .text(look.words.wall.notice, TextStyle(.body, color: .persimmon))),
            ])
        let text: [View] =
            notice.text.isEmpty
            ? [] : [.optional(priority: 5, .text(Self.shortened(notice.text), TextStyle(.body, weight: .regular)))]
        let sizes: [TextSize] = [.value(34), .title, .heading]
        let arrangements = sizes.map { size -> View in
            .column(
                spacing: 8, .stretch,
                [.optional(priority: 8, label), .spacer, .text(notice.title, TextStyle(size, maxLines: 4))] + text + [
                    .spacer, age(notice, look),
                ])
        }
        return .card(padding: 10, .firstFitting(arrangements))
    }

    /// The same as a strip with its icon before it: for a portrait wall, where weather and buses come first.
    func noticeStrip(_ look: Look) -> View {
        guard let notice = currentNotice(look) else { return quiet(look) }
        let text: [View] =
            notice.text.isEmpty
            ? [] : [.optional(priority: 8, .text(Self.shortened(notice.text), TextStyle(.body, weight: .regular)))]
        return .card(
            padding: 8,
            .row(
                spacing: 8, .center,
                [
                    .icon(.notice, size: 30, .persimmon),
                    .flex(
                        1,
                        .column(
                            spacing: 4, .stretch,
                            [.spacer, .text(notice.title, TextStyle(.heading, maxLines: 4))] + text
                                + [age(notice, look), .spacer])),
                ]))
    }

    private func currentNotice(_ look: Look) -> Notice? {
        let shown = notices(at: look.now.wall)
        return shown.isEmpty ? nil : shown[noticeIndex % shown.count]
    }

    private func age(_ notice: Notice, _ look: Look) -> View {
        .text(
            look.words.noticeAge(notice, at: look.now.wall, look.calendar), TextStyle(.caption, color: .quietInk))
    }

    /// Nothing to tell: the room says hello.
    private func quiet(_ look: Look) -> View {
        let sentence = snapshot == nil ? look.words.wall.waitingForNews : look.words.wall.noNotice
        return .card(
            padding: 8,
            .column(
                spacing: 6, .stretch,
                [
                    .text(sentence, TextStyle(.heading, align: .center)),
                    .optional(priority: 9, .flex(1, .picture(.teaTable, height: 50))),
                ]))
    }

    /// At most what one can read while standing; the rest is at the office.
    private static func shortened(_ text: String) -> String {
        let limit = 110
        guard text.count > limit else { return text }
        let cut = text.prefix(limit)
        let end = cut.lastIndex { ".!?다요。".contains($0) || $0 == " " } ?? cut.endIndex
        return cut[..<end] + "…"
    }
}
