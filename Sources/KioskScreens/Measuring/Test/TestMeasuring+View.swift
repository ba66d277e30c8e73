import FitnessMeasure
import KioskUI

extension TestMeasuring {
    /// `state`: of the instrument that the test waits for.
    func view(_ visit: Visit, state: InstrumentState, isSimulated: Bool, _ look: Look) -> View {
        let pages = phasePages(state, look).map { page -> View in
            var page = page
            page.caption = look.words.whose(visit.person.name, title(look))
            page.isSimulated = isSimulated
            return page.view(look)
        }
        return pages.count == 1 ? pages[0] : .firstFitting(pages)
    }

    /// "손의 힘 · 왼손 두 번째": what is being done now.
    private func title(_ look: Look) -> String {
        let words = look.words.test
        let (side, trial) = (shownStep.side.map(words.side), shownStep.trial)
        let nth = test.trials > 1 && trial <= words.trials.count ? words.trials[trial - 1] : nil
        let detail = [side, nth].compactMap { $0 }.joined(separator: " ")
        // The name is the page's sentence already.
        let name = phase == .explaining ? look.words.fitness.title : look.text(test.name)
        return detail.isEmpty ? name : words.detailed(["name": name, "detail": detail])
    }

    /// A value that is shown belongs to the trial that made it.
    private var shownStep: BatteryRun.Step {
        guard case .saved(let attempt) = phase else { return step }
        let done = record.valid.count { $0.side == attempt.side }
        return BatteryRun.Step(test: test.id, trial: done, side: attempt.side)
    }

    /// The same in order of preference: with less room the next one.
    private func phasePages(_ state: InstrumentState, _ look: Look) -> [Page] {
        switch phase {
        case .explaining: explaining(look)
        case .waiting(let live): test.id == .grip ? [waiting(live, state, look)] : observed(live, state, look)
        case .failed(let failure): [failed(failure, look)]
        case .timing(let timer): [timing(timer, look)]
        case .counting(let counted): [counting(counted, look)]
        case .entering(let entry, let objection): [entering(entry, objection, look)]
        case .doubted(let attempt): [doubted(attempt, look)]
        case .refused(let finding): [refused(finding, look)]
        case .value(let attempt):
            [Page(sentence: look.words.test.wellDone, story: number(attempt, look), actions: saveOrAgain(look))]
        case .saving(let attempt):
            [
                Page(
                    sentence: look.words.test.wellDone, story: number(attempt, look),
                    progress: look.words.measure.saving)
            ]
        case .notSaved(let attempt): [notSaved(attempt, look)]
        case .saved(let attempt): [saved(attempt, look)]
        case .skipping: [skipping(look)]
        case .resting: [resting(look)]
        }
    }

    private func waiting(_ live: QuantityValue?, _ state: InstrumentState, _ look: Look) -> Page {
        let words = look.words.grip
        if let live {
            return Page(
                sentence: words.keepOn,
                facts: [.optional(priority: 8, .flex(1, .illustration(.named(test.guide.picture))))],
                story: furniture(live.value, look))
        }
        return Page(
            sentence: state == .away ? words.away : words.squeeze, story: .illustration(.named(test.guide.picture)),
            isStoryOptional: true, advice: [.saying(words.how)],
            asides: (state == .away ? [typeInstead(look)] : []) + [notNow(look)])
    }

    private func failed(_ failure: MeasureFailure, _ look: Look) -> Page {
        let measure = look.words.measure
        return Page(
            sentence: measure.failed(failure), story: .illustration(.named(test.guide.picture)), isStoryOptional: true,
            advice: [.optional(priority: 5, .saying(measure.tryAgain, ground: .sun))], asides: [notNow(look)],
            actions: [again(look, .primary)])
    }

    private func doubted(_ attempt: Attempt, _ look: Look) -> Page {
        let words = look.words.test
        return Page(
            sentence: words.isItRight, story: number(attempt, look, ground: .sun),
            advice: [.optional(priority: 5, .saying(words.isItRightAdvice, ground: .sun))],
            actions: [
                again(look, .primary),
                .init(word: words.right, icon: .save, id: "right", event: .test(.rightTapped)),
            ])
    }

    private func refused(_ finding: RangeFinding, _ look: Look) -> Page {
        Page(
            sentence: look.words.refusal(finding, unit: item?.unit, of: test),
            story: .illustration(.named(test.guide.picture)),
            isStoryOptional: true,
            advice: [.optional(priority: 5, .saying(look.words.measure.tryAgain, ground: .sun))],
            asides: [notNow(look)], actions: [again(look, .primary)])
    }

    private func notSaved(_ attempt: Attempt, _ look: Look) -> Page {
        let measure = look.words.measure
        return Page(
            sentence: measure.notSaved, story: number(attempt, look, ground: .sun),
            advice: [.optional(priority: 5, .saying(measure.notSavedAdvice, ground: .sun))],
            actions: saveOrAgain(look))
    }

    private func saved(_ attempt: Attempt, _ look: Look) -> Page {
        let words = look.words.test
        let isDone = test.isDone(record)
        let done = Page.Action(
            word: isDone ? look.words.measure.next : words.enough, icon: .done, id: "done",
            kind: isDone ? .primary : .secondary, event: .test(.doneTapped))
        let next = Page.Action(
            word: words.once, icon: .repeatArrow, id: "next", kind: .primary, event: .test(.nextTapped))
        let advice =
            isDone ? words.trialsDone(test.trials > 1, test.counting) : words.nextTrial(step.side, rule: test.counting)
        return Page(
            sentence: look.words.measure.saved, story: number(attempt, look),
            advice: advice.map { [.optional(priority: 5, .saying($0))] } ?? [],
            actions: isDone ? [done] : [next, done])
    }

    private func skipping(_ look: Look) -> Page {
        let words = look.words.test
        let reasons: [(SkipReason, Icon, String)] = [
            (.refused, .hand, words.skipRefused), (.pain, .heart, words.skipPain),
            (.noSpace, .place, words.skipNoSpace), (.noEquipment, .inbox, words.skipNoEquipment),
        ]
        return Page(
            sentence: words.whyNot,
            story: Choice.filling(
                reasons.map { reason, icon, word in
                    Choice(
                        icon: icon, color: reason == .pain ? .persimmon : .pine, title: word,
                        id: TouchID("skip-\(reason.rawValue)"), event: .test(.skipped(reason)))
                }, look, page: page),
            actions: [.init(word: look.words.idle.stay, icon: .play, id: "go-on", event: .test(.goOnTapped))],
            landscape: .below)
    }

    private func resting(_ look: Look) -> Page {
        let words = look.words.test
        return Page(
            sentence: words.restNow, story: .illustration(.restingPerson), isStoryOptional: true,
            advice: [.optional(priority: 5, .saying(words.restAdvice, ground: .sun))],
            actions: [
                .init(
                    word: look.words.measure.next, icon: .done, id: "done", kind: .primary, event: .test(.doneTapped))
            ])
    }
}

/// Parts of several pages.
extension TestMeasuring {
    func notNow(_ look: Look) -> Page.Action {
        .init(word: look.words.test.notNow, icon: .close, id: "skip", event: .test(.skipTapped))
    }

    func stop(_ look: Look) -> Page.Action {
        .init(word: look.words.test.stop, icon: .stop, id: "skip", kind: .attention, event: .test(.skipTapped))
    }

    func typeInstead(_ look: Look) -> Page.Action {
        .init(word: look.words.test.type, icon: .keyboard, id: "type", event: .test(.typeTapped))
    }

    func again(_ look: Look, _ kind: ButtonKind = .secondary) -> Page.Action {
        .init(word: look.words.measure.again, icon: .repeatArrow, id: "again", kind: kind, event: .test(.againTapped))
    }

    func saveOrAgain(_ look: Look) -> [Page.Action] {
        [
            .init(word: look.words.measure.save, icon: .save, id: "save", kind: .primary, event: .test(.saveTapped)),
            again(look),
        ]
    }

    func number(_ attempt: Attempt, _ look: Look, ground: ColorRole = .mint) -> View {
        furniture(item.flatMap { attempt.reading[$0.quantity]?.value }, look, ground: ground)
    }

    func furniture(_ value: DecimalValue?, _ look: Look, ground: ColorRole = .mint) -> View {
        .furniture(
            value?.description ?? "–", unit: item.flatMap { look.words.units.word($0.unit, of: test) }, ground: ground)
    }
}
