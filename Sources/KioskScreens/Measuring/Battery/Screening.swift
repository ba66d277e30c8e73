import FitnessMeasure
import KioskUI

/// The questions before the tests, one a screen. Yes is always the answer that needs care, so both are equally large.
public struct Screening: Equatable, Sendable {
    let questions: [ScreeningQuestion]
    var answers: [ScreeningAnswer] = []
    var page = 0

    public enum Event: Equatable, Sendable { case yesTapped, noTapped }

    init(_ questions: [ScreeningQuestion]) { self.questions = questions }

    var current: ScreeningQuestion? { answers.count < questions.count ? questions[answers.count] : nil }

    /// What was answered so far, by question.
    var answered: [String: ScreeningAnswer] {
        Dictionary(zip(questions.map(\.id), answers)) { first, _ in first }
    }

    mutating func update(_ event: Event) {
        guard current != nil else { return }
        answers.append(event == .yesTapped ? .yes : .no)
    }

    /// False at the first question.
    mutating func goBack() -> Bool { answers.popLast() != nil }

    func view(_ visit: Visit, _ look: Look) -> View {
        let words = look.words.screening
        let choices = [
            Choice(icon: .close, title: words.no, id: "no", event: .screening(.noTapped)),
            Choice(icon: .check, title: words.yes, id: "yes", event: .screening(.yesTapped)),
        ]
        return Page(
            caption: look.words.whose(
                visit.person.name, words.place(["nth": String(answers.count + 1), "count": String(questions.count)])),
            sentence: current.map { look.text($0.words) } ?? words.title,
            story: Choice.filling(choices, look, page: page), landscape: .below
        ).view(look)
    }
}
