import FitnessMeasure
import KioskUI

extension TestMeasuring {
    func timing(_ timer: TestTimer, _ look: Look) -> Page {
        let words = look.words.test
        switch timer.phase {
        case .leadIn(let left): return leadIn(left, look)
        case .falseStart: return falseStart(look)
        case .running(let elapsed): return running(timer.spec, elapsed, look)
        case .ready, .paused, .finished, .gaveUp:
            return Page(
                sentence: words.tooLong, story: .illustration(.named(test.guide.picture)), isStoryOptional: true,
                asides: [notNow(look)], actions: [start(look)])
        }
    }

    func counting(_ counted: CountedTest, _ look: Look) -> Page {
        switch counted.timer.phase {
        case .leadIn(let left): leadIn(left, look)
        case .running(let elapsed):
            counting(
                counted.count, left: counted.timer.spec.length.wholeNanoseconds - elapsed, look)
        case .finished: finished(counted.count, look)
        case .ready, .paused, .falseStart, .gaveUp: falseStart(look)
        }
    }

    /// 3, 2, 1.
    private func leadIn(_ left: Int64, _ look: Look) -> Page {
        Page(
            sentence: look.words.chair.getReady,
            story: .furniture(Self.wholeSeconds(left), unit: nil, ground: .sun),
            actions: [
                .init(
                    word: look.words.test.tooEarly, icon: .walk, id: "too-early", event: .test(.pressTapped))
            ])
    }

    private func falseStart(_ look: Look) -> Page {
        Page(
            sentence: look.words.test.falseStart, story: .illustration(.named(test.guide.picture)),
            isStoryOptional: true, asides: [notNow(look)], actions: [start(look)])
    }

    private func start(_ look: Look) -> Page.Action {
        .init(word: look.words.test.start, icon: .play, id: "start", kind: .primary, event: .test(.startTapped))
    }

    /// The time, and one huge key that stops it: the supporter looks at the senior, not at the screen.
    private func running(_ spec: TimerSpec, _ elapsed: Int64, _ look: Look) -> Page {
        let words = look.words.test
        let time = spec.kind == .countdown ? spec.length.wholeNanoseconds - elapsed : elapsed
        let shown: View = .furniture(
            spec.kind == .countdown ? look.words.countdown(.nanoseconds(time)) : Self.tenths(time),
            unit: spec.kind == .countdown ? nil : look.words.chair.seconds, ground: ground(look))
        guard spec.kind != .countdown else {
            return Page(sentence: cue(look) ?? words.running, story: shown, actions: [stop(look)])
        }
        return Page(
            sentence: cue(look) ?? (spec.kind == .hold ? words.pressWhenMoved : words.pressAtEnd),
            facts: [.flex(0.7, shown)],
            story: Self.hugeKey(words.press, icon: .done, id: "press", .test(.pressTapped)), actions: [stop(look)])
    }

    /// The count and one huge key.
    private func counting(_ count: Int, left: Int64, _ look: Look) -> Page {
        let words = look.words
        return Page(
            sentence: cue(look) ?? words.secondsLeft(tenths: Int((left + 99_999_999) / 100_000_000)),
            facts: [.flex(0.6, furniture(DecimalValue(mantissa: Int64(count)), look, ground: ground(look)))],
            story: Self.hugeKey(
                test.guide.picture == "chair-stand" ? words.chair.count : words.test.countStep, icon: .plus,
                id: "count", .test(.countTapped)),
            actions: [
                .init(word: words.chair.undo, icon: .minus, id: "undo", event: .test(.undoTapped)), stop(look),
            ])
    }

    private func finished(_ count: Int, _ look: Look) -> Page {
        let words = look.words.chair
        let takesOneMore = test.capture.timer?.takesLateCount ?? false
        let more = Page.Action(word: words.oneMore, icon: .plus, id: "count", event: .test(.countTapped))
        return Page(
            sentence: words.finished, story: furniture(DecimalValue(mantissa: Int64(count)), look),
            asides: (takesOneMore ? [more] : []) + [
                .init(word: words.undo, icon: .minus, id: "undo", event: .test(.undoTapped))
            ],
            actions: saveOrAgain(look))
    }

    /// What the clock said a moment ago.
    private func cue(_ look: Look) -> String? {
        said.flatMap { $0.isFresh(at: look.now.monotonic) ? look.words.cues[$0.word] : nil }
    }

    /// The number's ground changes with the words, for those who do not hear and do not read.
    private func ground(_ look: Look) -> ColorRole { cue(look) == nil ? .mint : .sun }

    private static func hugeKey(_ word: String, icon: Icon, id: TouchID, _ event: AppEvent) -> View {
        let key: View = .touch(
            id, event,
            .box(
                BoxStyle(ground: .pine, padding: 9),
                .column(
                    spacing: 5, .stretch,
                    [
                        .spacer, .icon(icon, size: 44, .onPine),
                        .text(word, TextStyle(.title, color: .onPine, align: .center)), .spacer,
                    ])))
        return .firstFitting([key, .button(word, icon: icon, id: id, kind: .primary, height: 26, event: event)])
    }

    private static func wholeSeconds(_ nanoseconds: Int64) -> String {
        String((nanoseconds + 999_999_999) / 1_000_000_000)
    }

    private static func tenths(_ nanoseconds: Int64) -> String {
        DecimalValue(mantissa: nanoseconds / 100_000_000, exponent: -1).description
    }
}
