import FitnessMeasure
import Foundation
import KioskUI

/// One's own past results. A card is a name tag, not a password: the birth month opens them.
public struct Records: Equatable, Sendable {
    var isOpen = false
    var wrongTries = 0
    var page = 0

    public enum Event: Equatable, Sendable { case month(Int) }

    /// After so many wrong months the page closes; a supporter helps.
    static let tries = 3

    /// False when the tries are used up.
    mutating func update(_ event: Event, _ visit: Visit) -> Bool {
        guard case .month(let month) = event, !isOpen else { return true }
        if month == visit.person.birthMonth {
            isOpen = true
            return true
        }
        wrongTries += 1
        return wrongTries < Self.tries
    }

    func view(_ visit: Visit, _ tests: TestCatalogue, _ look: Look) -> View {
        let words = look.words.records
        let caption = look.words.honoured(visit.person.name)
        guard isOpen else {
            return Page(
                caption: caption, sentence: wrongTries == 0 ? words.whichMonth : words.tryAgain,
                story: Months.view(look) { .records(.month($0)) }, landscape: .below
            ).view(look)
        }
        let lines = visit.earlier.map { line($0, tests, look) }
        return Page(
            caption: caption, sentence: lines.isEmpty ? words.none : words.sentence,
            story: .listed(lines, picture: .teaTable, look, page: page),
            isSimulated: visit.earlier.contains(where: \.isSimulated)
        ).view(look)
    }

    private func line(_ reading: PastReading, _ tests: TestCatalogue, _ look: Look) -> View {
        let test = tests[FitnessTestID(rawValue: reading.testID)]
        return .told(
            test?.icon ?? .hand, test?.id == .bloodPressure ? .dancheongRed : .pine,
            title: look.words.told(reading, tests), caption: look.words.day(reading.takenAt, look.calendar))
    }
}
