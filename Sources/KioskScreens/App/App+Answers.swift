import FitnessMeasure
import Foundation

extension App {
    mutating func answered(_ answer: Answer, at now: Moment) -> [Effect] {
        let unsaved = saving.removeValue(forKey: answer.request)
        guard answer.request == request, isWaiting(for: unsaved?.reading) else { return kept(unsaved, answer) }
        switch answer {
        case .card(let finding, _): return found(finding)
        case .people(let people, _): show(people)
        case .visit(let visit, _): begin(visit, on: .home(Home()))
        case .enrolled(let visit, let number, _):
            begin(visit, on: .newCard(number))
            return [.printCard(number, name: visit.person.name)]
        case .saved: return saved(true, now)
        case .failed: return failed(now)
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
        progress = BatteryProgress()
    }

    /// True unless the answer is about a reading that is not on the screen any more.
    private func isWaiting(for reading: Reading?) -> Bool {
        guard let reading else { return true }
        switch screen {
        case .pressure(let measuring): return measuring.inFlight?.id == reading.id
        case .test(let measuring):
            if case .saving(let attempt) = measuring.phase { return attempt.reading.id == reading.id }
            return false
        default: return false
        }
    }

    /// A value that the disk refused after its screen was left is not lost: it waits for the supporter.
    private func kept(_ unsaved: Unsaved?, _ answer: Answer) -> [Effect] {
        guard case .failed = answer, let unsaved else { return [] }
        return [.keepUnclaimed(unsaved.reading, testID: unsaved.testID, reason: "save_failed")]
    }

    private mutating func failed(_ now: Moment) -> [Effect] {
        switch screen {
        case .looking: screen = .sorry
        case .enrolment(var enrolment):
            enrolment.saveFailed()
            screen = .enrolment(enrolment)
        default: return saved(false, now)
        }
        return []
    }

    /// The disk has it, or has refused it. The screen says so only now.
    private mutating func saved(_ done: Bool, _ now: Moment) -> [Effect] {
        switch screen {
        case .pressure(var measuring):
            measuring.saved(done)
            screen = .pressure(measuring)
        case .test(var measuring):
            measuring.saved(done)
            screen = .test(measuring)
            guard done else { return [] }
            progress.take(measuring)
            noteWeight(measuring)
            goOn(from: measuring, now)
        default: break
        }
        return []
    }

    /// Grip is judged by what one carries.
    private mutating func noteWeight(_ measuring: TestMeasuring) {
        guard measuring.test.id == .weight, case .saved(let attempt) = measuring.phase else { return }
        visit?.weight = attempt.reading[.weight]?.value
    }

    /// A value that another test has asked for is no end of its own.
    private mutating func goOn(from measuring: TestMeasuring, _ now: Moment) {
        guard let wanted = measuring.onTheWayTo.flatMap({ setup.tests[$0] }) else { return }
        open(wanted, now)
    }
}
