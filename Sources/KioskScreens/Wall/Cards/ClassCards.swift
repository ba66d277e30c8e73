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

    /// The same large, with what comes after it.
    func classStory(_ look: Look) -> View? {
        guard let snapshot else { return nil }
        let coming = snapshot.classes
            .filter { look.calendar.isDate($0.startsAt, inSameDayAs: look.now.wall) && $0.endsAt > look.now.wall }
            .sorted { $0.startsAt < $1.startsAt }
        guard let next = coming.first else { return nil }
        let sizes: [(TextSize, TextSize)] = [
            (.value(46), .title), (.value(34), .heading), (.title, .body), (.heading, .caption),
        ]
        return Story(
            icon: .music, label: look.words.wall.todaysClass, ground: .mint,
            foot: [look.words.timetableAge(snapshot.publishedAt, at: look.now.wall, look.calendar)],
            bodies: sizes.map { head, body in
                .centred(
                    [
                        .text(look.words.spokenTime(next.startsAt, look.calendar), TextStyle(body, color: .pine)),
                        .text(next.programme, TextStyle(head)),
                        .optional(priority: 12, .text(look.words.classPlace(next), TextStyle(body, weight: .regular))),
                        .optional(
                            priority: 11,
                            .chip(look.words.classNearness(next, at: look.now.wall), icon: .clock, ground: .paper)),
                    ] + later(coming.dropFirst(), look))
            }
        ).view
    }

    private func later(_ sessions: ArraySlice<ClassSession>, _ look: Look) -> [View] {
        guard !sessions.isEmpty else { return [] }
        let lines = sessions.prefix(3).enumerated().map { index, session -> View in
            .optional(priority: 20 + index, .text(look.words.classLine(session, look.calendar), TextStyle(.body)))
        }
        return [
            .optional(
                priority: 19,
                .column(
                    spacing: 4, .stretch,
                    [.rule(), .text(look.words.story.then, TextStyle(.caption, color: .quietInk))]))
        ] + lines
    }
}
