import Foundation
import KioskUI
import SeniorCard
import SignageFeed

/// The senior's own first page: attendance, and at most five things to do.
public struct Home: Equatable, Sendable {
    var page = 0

    public enum Event: Equatable, Sendable {
        case pressureTapped, fitnessTapped, recordsTapped, planTapped, classesTapped, cardSeen
    }

    func view(_ visit: Visit, nextClass: String?, _ look: Look) -> View {
        let attendance: View = .box(
            BoxStyle(ground: .mint, padding: 8),
            .row(
                spacing: 7, .center,
                [.icon(.check, size: 22, .pine), .flex(1, .text(look.words.attendance(visit), TextStyle(.body)))]))
        return Page(
            sentence: look.words.welcome(visit.person.name),
            facts: [.optional(priority: 7, attendance)],
            story: Choice.filling(choices(visit, nextClass: nextClass, look), look, page: page),
            landscape: .below
        ).view(look)
    }

    private func choices(_ visit: Visit, nextClass: String?, _ look: Look) -> [Choice] {
        let words = look.words.home
        let measuring = [
            Choice(
                icon: .heart, color: .dancheongRed, title: words.pressure, caption: words.pressureHint, id: "pressure",
                event: .home(.pressureTapped)),
            Choice(
                icon: .dumbbell, title: words.fitness, caption: words.fitnessHint, id: "fitness",
                event: .home(.fitnessTapped)),
            Choice(
                icon: .chart, color: .indigo, title: words.records, caption: words.recordsHint, id: "records",
                event: .home(.recordsTapped)),
        ]
        let classes = Choice(
            icon: .calendar, color: .persimmon, picture: .teaTable, title: words.classes,
            caption: nextClass ?? words.noClass, id: "classes", event: .home(.classesTapped))
        let health = measuring + (plan(visit, look).map { [$0] } ?? [])
        return (visit.person.consentsToHealthData ? health : []) + [classes]
    }

    /// Only where the health centre has something to say.
    private func plan(_ visit: Visit, _ look: Look) -> Choice? {
        let words = look.words.plan
        let hint: String
        switch visit.plan {
        case .inForce: hint = words.hint
        case .waiting: hint = words.waiting
        case .referred: hint = words.referred
        case nil: return nil
        }
        return Choice(
            icon: .walk, color: .pine, title: words.title, caption: hint, id: "plan", event: .home(.planTapped))
    }
}
