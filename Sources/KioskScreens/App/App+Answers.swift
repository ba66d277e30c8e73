import FitnessMeasure
import Foundation

extension App {
    mutating func answered(_ answer: Answer, at now: Moment) -> [Effect] {
        guard answer.request == request else { return [] }
        switch answer {
        case .card(let finding, _): return found(finding)
        case .people(let people, _): show(people)
        case .visit(let visit, _): begin(visit, on: .home(Home()))
        case .enrolled(let visit, let number, _):
            begin(visit, on: .newCard(number))
            return [.printCard(number, name: visit.person.name)]
        case .saved: saved(true)
        case .failed: failed()
        case .staffAdmitted(let name, _):
            screen = .staff(Staff(phase: .tray([], by: name)))
            return [.listTray(request: nextRequest())]
        case .staffRefused:
            if case .staff(var staff) = screen {
                staff.refused = true
                screen = .staff(staff)
            }
        case .tray(let entries, _):
            if case .staff(var staff) = screen, case .tray(_, let by) = staff.phase {
                staff.phase = .tray(entries, by: by)
                screen = .staff(staff)
            }
        case .claimed:
            if case .staff(let staff) = screen, case .confirming(_, _, let by) = staff.phase {
                screen = .staff(Staff(phase: .tray([], by: by)))
                return [.listTray(request: nextRequest())]
            }
        }
        return []
    }

    private mutating func found(_ finding: CardFinding) -> [Effect] {
        guard screen == .looking else { return [] }
        guard case .person(let id) = finding else {
            if let trouble = CardTrouble(finding) { screen = .cardTrouble(trouble) }
            return []
        }
        return [.openVisit(personID: id, request: nextRequest())]
    }

    private mutating func show(_ people: [Person]) {
        if case .find(var find) = screen {
            find.found = people
            screen = .find(find)
        }
        if case .staff(var staff) = screen, case .choosing(let entry, let by, let initials, _) = staff.phase {
            staff.phase = .choosing(entry, by: by, initials: initials, found: people)
            screen = .staff(staff)
        }
    }

    private mutating func begin(_ visit: Visit, on screen: Screen) {
        self.visit = visit
        self.screen = screen
        today = []
        pressures = []
    }

    private mutating func failed() {
        switch screen {
        case .looking: screen = .sorry
        case .enrolment(var enrolment):
            enrolment.saveFailed()
            screen = .enrolment(enrolment)
        default: saved(false)
        }
    }

    /// The disk has it, or has refused it. The screen says so only now.
    private mutating func saved(_ done: Bool) {
        switch screen {
        case .pressure(var measuring):
            measuring.saved(done)
            screen = .pressure(measuring)
        case .grip(var measuring):
            measuring.saved(done)
            screen = .grip(measuring)
            if done, case .saved(let reading) = measuring.phase { note(reading, TestID.grip, .grip) }
        case .chair(var measuring):
            guard case .saving(let reading) = measuring.phase else { return }
            measuring.phase = done ? .saved(reading) : .notSaved(reading)
            screen = .chair(measuring)
            if done { note(reading, TestID.chairStand, .repetitions) }
        default: break
        }
    }

    /// Keeps the better of today's trials, as the battery's rule for both tests says.
    private mutating func note(_ reading: Reading, _ testID: String, _ kind: QuantityKind) {
        guard let value = reading[kind]?.value else { return }
        if let index = today.firstIndex(where: { $0.testID == testID }) {
            guard value.doubleValue > today[index].value.doubleValue else { return }
            today[index].value = value
        } else {
            today.append(TodaysResult(testID: testID, value: value, isSimulated: reading.isSimulated))
        }
    }
}
