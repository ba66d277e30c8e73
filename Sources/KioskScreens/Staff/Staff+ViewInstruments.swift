import FitnessMeasure
import KioskUI

extension Staff {
    func instrumentList(_ lines: [InstrumentLine], _ look: Look) -> View {
        let words = look.words.instruments
        let choices = lines.map { $0.choice(look) }
        return Page(
            caption: look.words.staff.title, sentence: lines.isEmpty ? words.none : words.title,
            story: choices.isEmpty
                ? .illustration(.teaTable)
                : .listed(
                    choices.map(\.compactRow), low: choices.map(\.lowRow), picture: .neighbours, look, page: page),
            isStoryOptional: choices.isEmpty,
            actions: [
                .init(
                    word: look.words.pairing.open, icon: .bluetooth, id: "pair", kind: .primary,
                    event: .staff(.pairTapped))
            ], isSimulated: lines.contains(where: \.isSimulated)
        ).view(look)
    }

    func trialPage(_ trial: InstrumentTrial, _ line: InstrumentLine?, _ look: Look) -> View {
        var page = trialPhase(trial.phase, look)
        page.caption = line?.place.title ?? look.words.staff.title
        page.isSimulated = line?.isSimulated ?? false
        if trial.phase == .waiting, let line { page.advice = advice(line, look) }
        return page.view(look)
    }

    /// How it is, and what else there is to know of it.
    private func advice(_ line: InstrumentLine, _ look: Look) -> [View] {
        let count = line.place.unverified
        let facts =
            line.facts(look) + (count > 0 ? [look.words.deviceRoom.unverified(["count": String(count)])] : [])
        let rest = facts.dropFirst().joined(separator: " · ")
        return [.optional(priority: 5, .saying(facts[0], ground: line.state == .away ? .sun : .mint))]
            + (rest.isEmpty
                ? [] : [.optional(priority: 4, .text(rest, TextStyle(.caption, color: .quietInk)))])
    }

    private func trialPhase(_ phase: InstrumentTrial.Phase, _ look: Look) -> Page {
        let words = look.words.deviceRoom
        let again = Page.Action(
            word: look.words.measure.again, icon: .repeatArrow, id: "again", event: .staff(.tryAgainTapped))
        switch phase {
        case .waiting:
            return Page(sentence: words.tryIt, story: .illustration(.helper), isStoryOptional: true)
        case .measuring(let live):
            return Page(
                sentence: look.words.instruments.moving,
                story: .furniture(live.map { $0.value.description } ?? "–", unit: nil, ground: .mint))
        case .value(let reading):
            return Page(
                sentence: words.works, story: value(reading, look),
                advice: [.optional(priority: 5, .saying(words.notKept))], actions: [again])
        case .failed(let failure):
            return Page(
                sentence: look.words.measure.failed(failure), story: .illustration(.helper), isStoryOptional: true,
                advice: [.optional(priority: 5, .saying(look.words.measure.tryAgain, ground: .sun))], actions: [again])
        }
    }

    private func value(_ reading: Reading, _ look: Look) -> View {
        let words = look.words
        if let upper = reading[.systolic], let lower = reading[.diastolic] {
            return .pair(
                (words.pressure.upper, words.whole(upper.value)), (words.pressure.lower, words.whole(lower.value)),
                below: [], ground: .mint)
        }
        let first = reading.values.first
        let unit = first.flatMap { words.units.word($0.unit, of: nil) ?? $0.unit.rawValue }
        return .furniture(first.map { $0.value.description } ?? "–", unit: unit, ground: .mint)
    }
}
