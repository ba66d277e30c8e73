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
        guard !coming.isEmpty else { return nil }
        let sizes: [(TextSize, TextSize)] = [
            (.value(46), .title), (.value(34), .heading), (.title, .body), (.heading, .caption), (.body, .caption),
        ]
        return Story(
            icon: .music, label: look.words.wall.todaysClass, ground: .mint,
            foot: [look.words.timetableAge(snapshot.publishedAt, at: look.now.wall, look.calendar)],
            bodies: sizes.map { classBody(coming, $0, $1, look) }
        ).view
    }

    private func classBody(_ coming: [ClassSession], _ head: TextSize, _ body: TextSize, _ look: Look) -> View {
        let next = coming[0]
        let place: View = .text(look.words.classPlace(next), TextStyle(body, weight: .regular))
        let nearness: View = .tag(look.words.classNearness(next, at: look.now.wall), icon: .clock)
        let isLast = head == .body
        return .centred(
            [
                .text(look.words.spokenTime(next.startsAt, look.calendar), TextStyle(body, color: .pine)),
                .text(next.programme, TextStyle(head)), isLast ? .optional(priority: 12, place) : place,
                isLast ? .optional(priority: 11, nearness) : nearness,
            ] + later(coming.dropFirst(), look))
    }

    /// What comes after it, as much as there is room for.
    private func later(_ sessions: ArraySlice<ClassSession>, _ look: Look) -> [View] {
        guard let first = sessions.first else { return [] }
        func line(_ session: ClassSession) -> View {
            .text(look.words.classLine(session, look.calendar), TextStyle(.body))
        }
        let head: View = .column(
            spacing: 5, .stretch,
            [.rule(), .text(look.words.story.then, TextStyle(.caption, color: .quietInk)), line(first)])
        return [.optional(priority: 19, head)]
            + sessions.dropFirst().prefix(2).enumerated().map { .optional(priority: 20 + $0.offset, line($0.element)) }
    }
}
