import FitnessMeasure
import Foundation
import KioskUI

/// The week's exercises on one page: a row for each with its picture and its days.
public struct PlanCard: Equatable, Sendable {
    var page = 0
    /// The result was looked at before, and comes again afterwards.
    var isFromResult = false
    /// A slip was asked for; one is enough.
    var isPrinted = false

    public enum Event: Equatable, Sendable { case printTapped }

    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.plan
        switch visit.plan {
        case .inForce(let sheet): return week(sheet, visit, look)
        case .waiting: return told(words.waiting, words.waitingAdvice, visit, look)
        case .referred: return told(words.referred, words.referredAdvice, visit, look)
        case nil: return told(words.none, words.noneAdvice, visit, look)
        }
    }

    private func told(_ sentence: String, _ advice: String, _ visit: Visit, _ look: Look) -> View {
        Page(
            caption: look.words.whose(visit.person.name, look.words.plan.title), sentence: sentence,
            story: .illustration(.helper), isStoryOptional: true, advice: [.saying(advice, ground: .sun)]
        ).view(look)
    }

    private func week(_ sheet: PlanSheet, _ visit: Visit, _ look: Look) -> View {
        let rows = sheet.rows.map { PlanRow(row: $0, today: Self.today(look)) }
        let advice = sheet.advice.first.map { look.text($0) }
        return Page(
            caption: look.words.whose(visit.person.name, look.text(sheet.weekWords)), sentence: look.words.plan.title,
            story: .firstFitting([
                .oriented(
                    portrait: .grid(columns: 1, spacing: 5, rows.map { $0.pictured(look) }),
                    landscape: .grid(columns: 2, spacing: 5, rows.map { $0.pictured(look) })),
                .oriented(
                    portrait: .grid(columns: 1, spacing: 4, rows.map { $0.snug(look) }),
                    landscape: .grid(columns: 2, spacing: 4, rows.map { $0.snug(look) })),
                .oriented(
                    portrait: .grid(columns: 1, spacing: 4, rows.map { $0.low(look) }),
                    landscape: .grid(columns: 2, spacing: 4, rows.map { $0.low(look) })),
                .paged(PagedList(items: rows.map { $0.pictured(look) }, look, page: page)),
                .paged(PagedList(items: rows.map { $0.stacked(look) }, look, page: page)),
                .paged(PagedList(items: rows.map { $0.lowest(look) }, look, page: page)),
            ]),
            advice: advice.map { [.optional(priority: 5, .text($0, TextStyle(.caption, color: .quietInk)))] } ?? [],
            asides: isPrinted
                ? []
                : [.init(word: look.words.slip.print, icon: .printer, id: "print", event: .plan(.printTapped))],
            progress: isPrinted ? look.words.slip.printed : nil, landscape: .below
        ).view(look)
    }

    /// Monday first.
    private static func today(_ look: Look) -> PlanWeekday? {
        let sunday = look.calendar.component(.weekday, from: look.now.wall)
        let index = (sunday + 5) % 7
        return PlanWeekday.allCases.indices.contains(index) ? PlanWeekday.allCases[index] : nil
    }
}
