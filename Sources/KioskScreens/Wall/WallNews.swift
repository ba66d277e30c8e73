import Foundation
import KioskUI
import SignageFeed

extension WallScreen {
    /// The class that is on or comes next today.
    func todaysClass(_ look: Look) -> View {
        let session = (snapshot?.classes ?? [])
            .filter { look.calendar.isDate($0.startsAt, inSameDayAs: look.now.wall) && $0.endsAt > look.now.wall }
            .min { $0.startsAt < $1.startsAt }
        guard let session else { return saying(look.words.wall.noClass) }
        return .box(
            BoxStyle(ground: .mint, edge: .clay),
            .row(
                spacing: 6, .center,
                [
                    .icon(.music, size: 20, .pine),
                    .flex(
                        1,
                        .column(
                            spacing: 2, .leading,
                            [
                                .text(look.words.wall.todaysClass, TextStyle(.caption, color: .quietInk)),
                                .text(look.words.classLine(session, look.calendar), TextStyle(.heading)),
                                .optional(
                                    priority: 6, .text(look.words.classPlace(session), TextStyle(.caption))),
                            ])),
                ]))
    }

    /// One notice at a time, whole; its origin and age below it.
    func noticeCard(_ look: Look) -> View {
        let shown = notices(at: look.now.wall)
        guard !shown.isEmpty else {
            return .box(
                BoxStyle(ground: .paper, edge: .clay),
                .column(
                    spacing: 4, .stretch,
                    [
                        .text(snapshot == nil ? look.words.wall.waitingForNews : look.words.wall.noNotice,
                            TextStyle(.heading)),
                        .optional(priority: 2, .picture(.teaTable, height: 60)),
                        .spacer,
                    ]))
        }
        let notice = shown[noticeIndex % shown.count]
        return .box(
            BoxStyle(ground: .paper, edge: .clay),
            .column(
                spacing: 4, .stretch,
                [
                    .row(
                        spacing: 3, .center,
                        [
                            .icon(.notice, size: 14, .persimmon),
                            .flex(1, .text(look.words.wall.notice, TextStyle(.caption, color: .persimmon))),
                        ]),
                    .text(notice.title, TextStyle(.heading, maxLines: 4)),
                    .optional(
                        priority: 2,
                        .text(Self.shortened(notice.text), TextStyle(.body, weight: .regular))),
                    .spacer,
                    .text(
                        look.words.noticeAge(notice, at: look.now.wall, look.calendar),
                        TextStyle(.caption, color: .quietInk)),
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
