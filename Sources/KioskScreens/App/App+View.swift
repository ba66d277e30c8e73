import FitnessMeasure
import Foundation
import KioskUI
import SignageFeed

extension App {
    /// The picture of this state.
    public func view(_ look: Look) -> Node<AppEvent> {
        if let plan = wall.signage.cover {
            return setup.panel == .board ? BoardAlert(plan: plan).view(look) : AlertPage(plan: plan).view(look)
        }
        switch overlay {
        case .help: return HelpPage.view(look)
        case .display(let page): return display.view(page: page, look)
        case .idle: return IdleWarning.view(idleLeft(look.now), look)
        case nil: break
        }
        switch screen {
        case .wall: return wall.view(look)
        case .start: return Start.view(page: startPage, look)
        case .cardTrouble(let trouble): return trouble.view(look)
        case .looking:
            return Page(sentence: look.words.start.looking, story: .illustration(.holdCard), isStoryOptional: true)
                .view(look)
        case .sorry:
            return Page(
                sentence: look.words.cardTrouble.otherwise, story: .illustration(.helper), isStoryOptional: true,
                advice: [.saying(look.words.cardTrouble.otherwiseAdvice, ground: .sun)]
            ).view(look)
        case .enrolment(let enrolment): return enrolment.view(look)
        case .find(let find): return find.view(look)
        case .classes(let page): return Classes.view(wall.snapshot?.classes ?? [], page: page, look)
        case .staff(let staff): return staff.view(instrumentLines, look)
        default: return visit.map { personal($0, look) } ?? Start.view(look)
        }
    }

    /// Screens that exist only while somebody is there.
    private func personal(_ visit: Visit, _ look: Look) -> Node<AppEvent> {
        switch screen {
        case .newCard(let number): NewCard(number: number).view(visit, look)
        case .home(let home): home.view(visit, nextClass: nextClass(look), look)
        case .pressure(let measuring):
            measuring.view(
                visit, cuff: awaited.isEmpty ? nil : state(of: awaited), isSimulated: isSimulated(awaited), look)
        case .fitness(let menu):
            menu.view(visit, plan(for: visit), today: today, gateWords: setup.evaluation.gateWords, look)
        case .screening(let screening): screening.view(visit, look)
        case .test(let measuring):
            measuring.view(
                visit, state: reach(of: measuring.instruments), isSimulated: isSimulated(measuring.instruments), look)
        case .result(let result): result.view(visit, look)
        case .records(let records): records.view(visit, setup.tests, look)
        case .plan(let card): card.view(visit, look)
        default: Start.view(look)
        }
    }

    private func nextClass(_ look: Look) -> String? {
        (wall.snapshot?.classes ?? [])
            .filter { look.calendar.isDate($0.startsAt, inSameDayAs: look.now.wall) && $0.endsAt > look.now.wall }
            .min { $0.startsAt < $1.startsAt }
            .map { look.words.classLine($0, look.calendar) }
    }

    mutating func turn(to page: Int) {
        if case .display = overlay { return overlay = .display(page: page) }
        switch screen {
        case .start: startPage = page
        case .enrolment(var enrolment): enrolment.page = page; screen = .enrolment(enrolment)
        case .find(var find): find.page = page; screen = .find(find)
        case .home: screen = .home(Home(page: page))
        case .classes: screen = .classes(page: page)
        case .fitness: screen = .fitness(FitnessMenu(page: page))
        case .screening(var screening): screening.page = page; screen = .screening(screening)
        case .test(var measuring): measuring.page = page; screen = .test(measuring)
        case .result(var result): result.page = page; screen = .result(result)
        case .records(var records): records.page = page; screen = .records(records)
        case .plan(var card): card.page = page; screen = .plan(card)
        case .staff(var staff): staff.page = page; screen = .staff(staff)
        default: break
        }
    }
}
