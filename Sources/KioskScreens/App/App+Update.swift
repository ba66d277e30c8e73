import FitnessMeasure
import Foundation
import SeniorCard
import SignageFeed

extension App {
    /// Takes one event in; returns the work that it asks for.
    public mutating func update(_ event: AppEvent, at now: Moment) -> [Effect] {
        let before = radioWork
        let effects = take(event, at: now)
        return effects + keepGate() + (radioWork == before ? [] : [.radio(radioWork)])
    }

    /// However a screen is left, what it wanted of the radio ends with it.
    private var radioWork: RadioWork { if case .staff(let staff) = screen { staff.radioWork } else { .none } }

    /// The gate's decision goes to the disk as often as it changes.
    private mutating func keepGate() -> [Effect] {
        guard let visit, visit.person.consentsToHealthData,
            let decision = progress.decision(for: visit.person, in: setup.battery, by: setup.evaluation),
            decision != progress.keptGate
        else { return [] }
        progress.keptGate = decision
        return [.keepGate(decision, visit: visit)]
    }

    private mutating func take(_ event: AppEvent, at now: Moment) -> [Effect] {
        latest = now
        defer { wall.signage.look(at: now.wall, activity: activity) }
        if event.isFromAPerson {
            lastActivity = now.monotonic
            if overlay == .idle { overlay = nil }
        }
        switch event {
        case .scanned(let scan): return scanned(scan)
        case .device(let instrument, let report): return heard(report, from: instrument, at: now)
        case .answered(let answer): return answered(answer, at: now)
        case .radio(let news): hear(news)
        case .wallChanged(let snapshot):
            wall.snapshot = snapshot
            wall.signage.take(snapshot.alerts ?? [], at: now.wall)
        case .playlistChanged, .pictureFailed, .sourcesChanged, .pinChanged, .clockJudged: show(event)
        case .wallTouched where wall.signage.cover != nil: goOn()
        case .connectionChanged(let connection): wall.connection = connection
        case .tick: return ticked(now)
        case .stayTapped: overlay = nil
        case .homeTapped: return goHome(now)
        case .backTapped: return goBack(now)
        case .helpTapped:
            overlay = .help
            return [.callSupporter]
        case .helpClosed: overlay = nil
        case .pageTurned(let page): turn(to: page)
        default: return touched(event, at: now)
        }
        return []
    }

    /// Touches that belong to one screen. A touch for a screen that is gone does nothing.
    private mutating func touched(_ event: AppEvent, at now: Moment) -> [Effect] {
        switch (event, screen) {
        case (.wallTouched, .wall): (screen, startPage) = (.start, 0)
        case (.start(let event), _): start(event)
        case (.display(let event), _): display.update(event)
        case (.enrolment(let event), .enrolment(let enrolment)): return enrol(enrolment, event, now)
        case (.find(let event), .find(let find)): return look(find, event)
        case (.home(let event), _): go(event, now)
        case (.fitness(let event), .fitness): go(event, now)
        case (.screening(let event), .screening(let screening)): return ask(screening, event, now)
        case (.pressure(let event), .pressure(let measuring)): return measure(measuring, event, at: now)
        case (.test(let event), .test(let measuring)): return measure(measuring, event, at: now)
        case (.records(let event), .records(let records)): remember(records, event)
        case (.plan(.printTapped), .plan(let card)): return printSlip(card)
        case (.staff(let event), _): return staff(event)
        default: break
        }
        return []
    }

    /// News that decide what the wall shows.
    private mutating func show(_ event: AppEvent) {
        switch event {
        case .playlistChanged(let playlist, let missing): wall.signage.install(playlist, missingPictures: missing)
        case .pictureFailed(let picture): wall.signage.missPicture(picture)
        case .sourcesChanged(let sources): wall.signage.offer(sources)
        case .pinChanged(let pin): wall.signage.pin(pin)
        case .clockJudged(let trust): wall.signage.trust(trust)
        default: break
        }
    }

    /// What the room does with the screen, for which the wall waits.
    private var activity: Activity? { screen == .wall ? nil : .person }

    /// Past the alert: to what was on before, or in from the wall.
    private mutating func goOn() {
        wall.signage.goOn()
        if screen == .wall { (screen, startPage) = (.start, 0) }
    }

    private mutating func start(_ event: Start.Event) {
        switch event {
        case .newcomerTapped: screen = .enrolment(Enrolment(supporters: setup.supporters))
        case .withoutCardTapped: screen = .find(FindPerson())
        case .displayTapped: overlay = .display(page: 0)
        }
    }

    private mutating func go(_ event: Home.Event, _ now: Moment) {
        guard let visit else { return }
        switch event {
        case .cardSeen: screen = .home(Home())
        case .classesTapped: screen = .classes(page: 0)
        case .recordsTapped: screen = .records(Records())
        case .planTapped:
            let isFromResult = if case .result = screen { true } else { false }
            screen = .plan(PlanCard(isFromResult: isFromResult))
        case .pressureTapped:
            if visit.person.consentsToHealthData { screen = .pressure(PressureMeasuring(readings: progress.pressures)) }
            arm(now)
        case .fitnessTapped: if visit.person.consentsToHealthData { screen = .fitness(FitnessMenu()) }
        }
    }

    private mutating func enrol(_ enrolment: Enrolment, _ event: Enrolment.Event, _ now: Moment) -> [Effect] {
        var enrolment = enrolment
        let outcome = enrolment.update(event, year: setup.calendar.component(.year, from: now.wall))
        screen = .enrolment(enrolment)
        switch outcome {
        case .stays: return []
        case .leaves:
            screen = .start
            return []
        case .finished(let senior): return [.enrol(senior, request: nextRequest())]
        }
    }

    private mutating func look(_ find: FindPerson, _ event: FindPerson.Event) -> [Effect] {
        if case .personTapped(let person) = event {
            screen = .looking
            return [.openVisit(personID: person.id, request: nextRequest())]
        }
        var find = find
        let query = find.update(event)
        screen = .find(find)
        switch query {
        case .initials(let initials): return [.findPeople(initials: initials, request: nextRequest())]
        case .phone(let digits): return [.findPeopleByPhone(lastDigits: digits, request: nextRequest())]
        case nil: return []
        }
    }

    private mutating func remember(_ records: Records, _ event: Records.Event) {
        guard let visit else { return }
        var records = records
        let mayGoOn = records.update(event, visit)
        screen = mayGoOn ? .records(records) : .home(Home())
        if !mayGoOn { overlay = .help }
    }

    private mutating func printSlip(_ card: PlanCard) -> [Effect] {
        guard let visit, case .inForce(let sheet) = visit.plan, !card.isPrinted else { return [] }
        var card = card
        card.isPrinted = true
        screen = .plan(card)
        return [.printSlip(PlanSlip(sheet: sheet, name: visit.person.name, language: display.language))]
    }

    private mutating func scanned(_ scan: Scan) -> [Effect] {
        switch screen {
        // What is being typed would be lost; a tray entry belongs to somebody else.
        case .enrolment, .staff: return []
        default: break
        }
        guard case .card(let number) = scan else {
            if let trouble = CardTrouble(scan), visit == nil { screen = .cardTrouble(trouble) }
            return []
        }
        let left = leaveVisit()
        screen = .looking
        return left + [.lookUpCard(number, request: nextRequest())]
    }

    /// The supporter's side. Opened from the help page, over whatever was on.
    private mutating func staff(_ event: Staff.Event) -> [Effect] {
        guard case .staff(var staff) = screen else {
            overlay = nil
            let left = leaveVisit()
            screen = .staff(Staff())
            return left
        }
        let wanted = staff.update(event, works: &radioWorks)
        screen = .staff(staff)
        switch wanted {
        case .admit(let pin): return [.admitStaff(pin: pin, request: nextRequest())]
        case .find(let initials): return [.findPeople(initials: initials, request: nextRequest())]
        case .claim(let entry, let person, let by, let why):
            return [.claim(readingID: entry.id, personID: person.id, by: by, why: why, request: nextRequest())]
        case .reply(let reply): return [.reply(reply)]
        case nil: return []
        }
    }

    private mutating func hear(_ news: RadioNews) {
        guard case .staff(var staff) = screen else { return }
        staff.hear(news)
        screen = .staff(staff)
    }

    mutating func nextRequest() -> Int {
        request += 1
        return request
    }
}

extension AppEvent {
    /// True for touches and scans: somebody is there.
    var isFromAPerson: Bool {
        switch self {
        case .device, .radio, .answered, .wallChanged, .connectionChanged, .tick: false
        case .playlistChanged, .pictureFailed, .sourcesChanged, .pinChanged, .clockJudged: false
        default: true
        }
    }
}
