import FitnessMeasure
import KioskUI

/// The battery in its order: how far it is, what comes next, and the rest for those who choose themselves.
public struct FitnessMenu: Equatable, Sendable {
    var page = 0

    public enum Event: Equatable, Sendable { case questionsTapped, testTapped(FitnessTestID), resultTapped }

    /// So many beside the next one: five choices are the most that one can look over.
    static let others = 4

    func view(_ visit: Visit, _ plan: BatteryPlan, today: [TodaysResult], gateWords: GateWords, _ look: Look) -> View {
        let words = look.words.fitness
        let result = Page.Action(
            word: words.showResult, icon: .chart, id: "result", kind: plan.next == nil ? .primary : .secondary,
            event: .fitness(.resultTapped))
        var page = Page(
            caption: look.words.whose(visit.person.name, words.title),
            sentence: sentence(plan, gateWords, today, look),
            facts: plan.items.isEmpty ? [] : [.optional(priority: 8, progress(plan))],
            actions: today.isEmpty ? [] : [result])
        if plan.items.isEmpty || plan.outcome == .stopAndRefer {
            page.story = .illustration(plan.isUnwell ? .restingPerson : .helper)
            page.isStoryOptional = true
            page.advice = [.optional(priority: 5, .saying(words.seated, ground: .sun))]
        } else {
            page.story = choices(plan, today, look)
        }
        return page.view(look)
    }

    private func sentence(
        _ plan: BatteryPlan, _ gateWords: GateWords, _ today: [TodaysResult], _ look: Look
    ) -> String {
        let words = look.words.fitness
        if plan.isUnwell { return words.unwell }
        let gate = { (outcome: GateOutcome) in gateWords[outcome].map(look.text) ?? words.gated }
        switch plan.outcome {
        case .stopAndRefer: return gate(.stopAndRefer)
        case .restAndRepeat: return gate(.restAndRepeat)
        case .gripAndQuestionsOnly where plan.next != nil: return gate(.gripAndQuestionsOnly)
        default: return plan.next == nil ? words.allDone : today.isEmpty ? words.sentence : words.nextSentence
        }
    }

    /// A step for each item: full when it is done, half lit when it was left out.
    private func progress(_ plan: BatteryPlan) -> View {
        .row(
            spacing: 2.4, .stretch,
            plan.steps.map { item in
                let ground: ColorRole =
                    plan.skipped(item) != nil ? .clay : plan.isDone(item) ? .pine : item == plan.next ? .sun : .unlit
                return .flex(
                    1,
                    .sized(
                        width: 3, height: 8,
                        .box(
                            BoxStyle(
                                ground: ground, edge: item == plan.next ? .pine : nil, edgeWidth: 1, corner: 2.5,
                                padding: 0), .spacer)))
            })
    }

    /// The next one large, a few others below it; with less room lower cards, at last one list.
    private func choices(_ plan: BatteryPlan, _ today: [TodaysResult], _ look: Look) -> View {
        let others = plan.others.map { choice($0, plan, today, look) }
        let next = plan.next.map { choice($0, plan, today, look) }
        // Where the next one has no picture, its caption says that it is the next.
        let plain = next.map { [$0.captioned(look.words.fitness.next)] } ?? []
        let large = [55, 26].map { (height: Millimetres) -> View in
            .flex(
                1, next.map { nextCard($0, picture: height, look) } ?? .illustration(.neighbours, height: height))
        }
        let (rows, low) = (below(others, \.compactRow, look), below(others, \.lowRow, look))
        return .firstFitting([
            .column(spacing: 6, .stretch, [large[0]] + rows), .column(spacing: 6, .stretch, [large[0]] + low),
            .column(spacing: 6, .stretch, [large[1]] + low),
            .column(spacing: 6, .stretch, plain.map { .flex(1, $0.row) } + low),
            .paged(PagedList(items: (plain + others).map(\.row), look, page: page)),
            .paged(PagedList(items: (plain + others).map(\.lowRow), look, page: page)),
        ])
    }

    /// This page's share of the others, in two columns.
    private func below(_ others: [Choice], _ card: (Choice) -> View, _ look: Look) -> [View] {
        guard !others.isEmpty else { return [] }
        let shownPage = max(0, min(page, (others.count - 1) / Self.others))
        let shown = others.dropFirst(shownPage * Self.others).prefix(Self.others)
        return [.grid(columns: 2, spacing: 6, shown.map(card))] + turns(others.count, shownPage, look)
    }

    /// Up and down, if there are more than one page holds.
    private func turns(_ count: Int, _ page: Int, _ look: Look) -> [View] {
        let last = max(0, (count - 1) / Self.others)
        guard last > 0 else { return [] }
        let turn = { (word: String, icon: Icon, id: TouchID, to: Int, isThere: Bool) -> View in
            .flex(1, isThere ? .button(word, icon: icon, id: id, height: 26, event: .pageTurned(to)) : .spacer)
        }
        return [
            .row(
                spacing: 6, .stretch,
                [
                    turn(look.words.foot.up, .up, "page-up", page - 1, page > 0),
                    turn(look.words.foot.down, .down, "page-down", page + 1, page < last),
                ])
        ]
    }

    private func nextCard(_ choice: Choice, picture height: Millimetres, _ look: Look) -> View {
        .touch(
            choice.id, choice.event,
            .box(
                BoxStyle(ground: .mint, edge: .pine, edgeWidth: 1.6, padding: 9),
                .column(
                    spacing: 5, .stretch,
                    [
                        .flex(1, .picture(choice.picture ?? .helper, height: height)),
                        .text(look.words.fitness.next, TextStyle(.body, color: .pine, align: .center)),
                        .firstFitting(
                            [.title, .heading].map { .text(choice.title, TextStyle($0, align: .center)) }),
                    ])))
    }

    private func choice(
        _ item: BatteryPlan.Item, _ plan: BatteryPlan, _ today: [TodaysResult], _ look: Look
    ) -> Choice {
        let words = look.words.fitness
        switch item {
        case .questions:
            return Choice(
                icon: plan.isDone(item) ? .check : .question, picture: .neighbours, title: look.words.screening.title,
                caption: plan.isDone(item) ? words.done : words.notYet, id: "questions",
                event: .fitness(.questionsTapped))
        case .test(let test):
            let result = today.first { $0.testID == test.id.rawValue }
            let left = plan.skipped(item) == nil ? words.notYet : words.leftOut
            let caption =
                result.map { look.words.amount($0.value, of: test) } ?? (plan.isDone(item) ? words.done : left)
            return Choice(
                icon: result != nil || plan.isDone(item) && plan.skipped(item) == nil ? .check : test.icon,
                picture: .named(test.guide.picture), title: look.text(test.name),
                caption: plan.skipped(item) == nil ? caption : left, id: test.touchID,
                event: .fitness(.testTapped(test.id)))
        }
    }
}
