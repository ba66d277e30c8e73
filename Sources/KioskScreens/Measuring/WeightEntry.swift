import FitnessMeasure
import KioskUI

/// Body weight by hand, because grip is judged by what one carries. It may be skipped.
public struct WeightEntry: Equatable, Sendable {
    var digits = ""
    var isOutOfRange = false

    public enum Event: Equatable, Sendable { case digit(Int), erased, done, skipped }

    public enum Outcome: Equatable, Sendable { case stays, entered(DecimalValue), skipped }

    /// Hard limits of input_ranges.csv, kilograms.
    static let limits = 25...160

    mutating func update(_ event: Event) -> Outcome {
        isOutOfRange = false
        switch event {
        case .digit(let digit): if digits.count < 3, !(digits.isEmpty && digit == 0) { digits.append(String(digit)) }
        case .erased: _ = digits.popLast()
        case .skipped: return .skipped
        case .done:
            guard let kilograms = Int(digits), Self.limits.contains(kilograms) else {
                isOutOfRange = true
                return .stays
            }
            return .entered(DecimalValue(mantissa: Int64(kilograms)))
        }
        return .stays
    }

    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.weight
        var page = Page(
            caption: look.words.whose(visit.person.name, look.words.fitness.grip), sentence: words.sentence,
            facts: [
                entryLine(
                    digits.isEmpty ? "" : look.words.kilograms(digits), hint: words.hint, look, erase: .weight(.erased))
            ],
            story: NumberPad.view { .weight(.digit($0)) },
            actions: [
                .init(word: words.done, icon: .check, id: "done", kind: .primary, event: .weight(.done)),
                .init(word: words.skip, icon: .close, id: "skip", kind: .secondary, event: .weight(.skipped)),
            ]
        )
        page.object(isOutOfRange ? words.outOfRange : nil)
        return page.view(look)
    }
}
