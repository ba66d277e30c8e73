import FitnessMeasure
import KioskUI

/// The fitness tests of this kiosk, each with what was reached today, and the way to the result.
public struct FitnessMenu: Equatable, Sendable {
    var page = 0

    public enum Event: Equatable, Sendable { case gripTapped, chairTapped, resultTapped }

    /// `isGated`: after a blood pressure that the gate did not let pass, only what is done sitting is offered.
    func view(_ visit: Visit, today: [TodaysResult], isGated: Bool, _ look: Look) -> View {
        let words = look.words.fitness
        let item = { (icon: Icon, picture: Picture, title: String, test: String, id: TouchID, event: Event) -> Choice in
            let done = today.first { $0.testID == test }
            return Choice(
                icon: done == nil ? icon : .check, picture: picture, title: title,
                caption: done.map { look.words.amount($0) } ?? words.notYet, id: id, event: .fitness(event))
        }
        let grip = item(.hand, .gripping, words.grip, TestID.grip, "grip", .gripTapped)
        let chair = item(.chair, .chairStand, words.chair, TestID.chairStand, "chair", .chairTapped)
        let items = isGated ? [grip] : [grip, chair]
        let result = Page.Action(
            word: words.showResult, icon: .chart, id: "result", kind: .primary, event: .fitness(.resultTapped))
        return Page(
            caption: look.words.whose(visit.person.name, words.title),
            sentence: isGated ? words.gated : today.isEmpty ? words.sentence : words.nextSentence,
            story: Choice.filling(items, look, page: page), actions: today.isEmpty ? [] : [result],
            landscape: .below
        ).view(look)
    }
}

/// Ids of the reference tables, as readings carry them.
public enum TestID {
    public static let pressure = FitnessTestID.bloodPressure.rawValue
    public static let grip = FitnessTestID.grip.rawValue
    public static let chairStand = FitnessTestID.chairStand.rawValue
    public static let weight = FitnessTestID.weight.rawValue
}

/// What today's visit has measured and saved of one test.
public struct TodaysResult: Equatable, Sendable {
    public var testID: String
    public var value: DecimalValue
    public var isSimulated: Bool
}
