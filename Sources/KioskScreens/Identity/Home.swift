import Foundation
import KioskUI
import SeniorCard
import SignageFeed

/// The senior's own first page: attendance, and at most four things to do.
public struct Home: Equatable, Sendable {
    var page = 0

    public enum Event: Equatable, Sendable {
        case pressureTapped, fitnessTapped, recordsTapped, classesTapped, cardSeen
    }

    func view(_ visit: Visit, nextClass: String?, _ look: Look) -> View {
        let words = look.words.home
        return Page(
            sentence: look.words.welcome(visit.person.name),
            body: [
                .box(
                    BoxStyle(ground: .mint),
                    .row(
                        spacing: 6, .center,
                        [
                            .icon(.check, size: 18, .pine),
                            .flex(1, .text(look.words.attendance(visit), TextStyle(.body))),
                        ])),
                .flex(1, .paged(PagedList(items: choices(visit, nextClass: nextClass, words), look, page: page))),
            ]
        ).view(look)
    }

    private func choices(_ visit: Visit, nextClass: String?, _ words: Words.Home) -> [View] {
        let measuring: [View] = [
            .choice(
                icon: .heart, color: .dancheongRed, title: words.pressure, caption: words.pressureHint, id: "pressure",
                event: .home(.pressureTapped)),
            .choice(
                icon: .dumbbell, color: .pine, title: words.fitness, caption: words.fitnessHint, id: "fitness",
                event: .home(.fitnessTapped)),
            .choice(
                icon: .chart, color: .indigo, title: words.records, caption: words.recordsHint, id: "records",
                event: .home(.recordsTapped)),
        ]
        let classes: View = .choice(
            icon: .calendar, color: .persimmon, title: words.classes, caption: nextClass ?? words.noClass, id: "classes",
            event: .home(.classesTapped))
        return (visit.person.consentsToHealthData ? measuring : []) + [classes]
    }
}

/// Today's classes, in order.
enum Classes {
    static func view(_ sessions: [ClassSession], page: Int, _ look: Look) -> View {
        let today = sessions.filter { look.calendar.isDate($0.startsAt, inSameDayAs: look.now.wall) }
            .sorted { $0.startsAt < $1.startsAt }
        let cards = today.map { session -> View in
            .box(
                BoxStyle(ground: session.endsAt > look.now.wall ? .mint : .paper, edge: .clay),
                .column(
                    spacing: 2, .leading,
                    [
                        .text(look.words.classLine(session, look.calendar), TextStyle(.heading)),
                        .text(look.words.classPlace(session), TextStyle(.caption, color: .quietInk)),
                    ]))
        }
        return Page(
            sentence: today.isEmpty ? look.words.wall.noClass : look.words.wall.todaysClass,
            body: [.paged(PagedList(items: cards, look, page: page))]
        ).view(look)
    }
}
