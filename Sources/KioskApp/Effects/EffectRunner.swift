import FitnessMeasure
import Foundation
import KioskScreens
import KioskStore
import KoreanText
import Logging
import SeniorCard
import SyncClient
import SyncWire

/// Does what the screens ask for, off the first thread, and posts the answers.
///
/// Effects of one kiosk are done in the order in which they were asked for: a reading is saved before the visit is
/// left, however slow the disk is.
final class EffectRunner: Sendable {
    private let store: KioskStore
    private let cards: CardDesk
    private let plans: PlanTables
    private let radio: RadioDesk
    private let sendToPrinter: @Sendable (Printout) -> Void
    private let settings: Settings
    private let post: @Sendable (AppEvent) -> Void
    private let logger: Logger
    private let queue: AsyncStream<Effect>.Continuation
    private let waiting: AsyncStream<Effect>

    /// `print` draws and leaves it with the printer's queue.
    init(
        store: KioskStore, cards: CardDesk, plans: PlanTables, settings: Settings,
        print: @escaping @Sendable (Printout) -> Void, logger: Logger, post: @escaping @Sendable (AppEvent) -> Void
    ) {
        (self.store, self.cards, self.plans, self.settings) = (store, cards, plans, settings)
        (sendToPrinter, self.logger, self.post) = (print, logger, post)
        radio = RadioDesk(bus: settings.bus, post: post)
        (waiting, queue) = AsyncStream.makeStream(of: Effect.self)
    }

    /// Callable from the first thread; returns at once.
    func perform(_ effect: Effect) { queue.yield(effect) }

    /// Works until cancelled.
    func run() async {
        defer { radio.begin(.none) }
        for await effect in waiting {
            do {
                if let answer = try await answer(effect) { post(.answered(answer)) }
            } catch {
                logger.error("Work for a screen failed", metadata: ["error": "\(error)"])
                if let request = effect.request { post(.answered(.failed(request: request))) }
            }
        }
    }

    private func answer(_ effect: Effect) async throws -> Answer? {
        switch effect {
        case .lookUpCard(let number, let request): return .card(try await finding(number), request: request)
        case .findPeople(let initials, let request):
            return .people(try await store.people(matchingInitials: initials).map(\.screen), request: request)
        case .findPeopleByPhone(let digits, let request):
            return .people(try await store.people(phoneLastDigits: digits).map(\.screen), request: request)
        case .openVisit(let person, let request): return .visit(try await visit(of: person), request: request)
        case .enrol(let senior, let request): return try await enrol(senior, request)
        case .save(let reading, let testID, let context, let visit, let request):
            try await store.saveReading(
                reading, testID: testID, context: context, person: visit.person.id, visit: visit.id)
            return .saved(readingID: reading.id, request: request)
        case .keepGate(let gate, let visit):
            try await store.saveGate(gate, person: visit.person.id, visit: visit.id)
            return nil
        case .keepSkip(let test, let reason, let battery, let visit):
            try await store.saveSkip(
                of: test, because: reason, battery: battery, person: visit.person.id, visit: visit.id)
            return nil
        case .keepUnclaimed(let reading, let testID, let reason):
            try await store.keepUnclaimed(
                reading, testID: testID ?? FitnessTest.measured(by: reading)?.id.rawValue, reason: reason)
            return nil
        case .admitStaff(let pin, let request): return try admit(pin, request)
        case .listTray(let request):
            return .tray(try await store.unclaimed().map(\.trayEntry), request: request)
        case .claim(let reading, let person, let by, let why, let request):
            try await store.claim(reading: reading, for: person, by: by, why: why)
            return .claimed(request: request)
        case .printCard(let number, let name):
            sendToPrinter(.card(number, name: name))
            return nil
        case .printSlip(let slip):
            sendToPrinter(.slip(slip))
            return nil
        case .callSupporter:
            logger.notice("A supporter is wanted at the kiosk")
            return nil
        case .radio(let work):
            radio.begin(work)
            return nil
        case .reply(let reply):
            radio.reply(reply)
            return nil
        }
    }

    private func finding(_ number: CardNumber) async throws -> CardFinding {
        for digest in cards.digests(number) {
            switch try await store.person(forCardDigest: digest) {
            case .active(let person): return .person(person.id)
            case .replaced: return .replaced
            case .lost: return .lost
            case .unknown: continue
            }
        }
        return cards.isGenuine(number) ? .genuineStranger : .notOurs
    }

    private func visit(of id: UUID) async throws -> Visit {
        let person = try await store.person(id)
        let attendance = try await store.countAttendance(of: id, on: today, classID: nil)
        let visit = try await store.startVisit(of: id)
        let earlier = person.consentsToHealthData ? try await store.readings(of: id, limit: 60).map(\.past) : []
        return Visit(
            id: visit, person: person.screen, isFirstToday: attendance.newToday, daysThisMonth: attendance.thisMonth,
            weight: earlier.first { $0.testID == TestID.weight }?[.weight], earlier: earlier,
            plan: try await standing(of: id))
    }

    /// A plan that this version cannot read is none: it is logged, and the visit goes on.
    private func standing(of person: UUID) async throws -> PlanStanding? {
        guard let held = try await store.plan(of: person) else { return nil }
        switch held.standing {
        case .waiting: return .waiting
        case .referred: return .referred
        case .inForce: break
        default: return nil
        }
        do {
            guard let today = PlanDay(today.description) else { return nil }
            let content = try JSONDecoder().decode(PlanContent.self, from: Data((held.content ?? "").utf8))
            return .inForce(plans.sheet(content, on: today))
        } catch {
            logger.error("A plan cannot be read", metadata: ["error": "\(type(of: error))"])
            return nil
        }
    }

    private var today: CalendarDay {
        let now = Date()
        return CalendarDay(
            wallMilliseconds: Int64(now.timeIntervalSince1970 * 1000),
            utcOffset: settings.timeZone.secondsFromGMT(for: now))
    }

    private func enrol(_ senior: KioskScreens.NewSenior, _ request: Int) async throws -> Answer {
        let number = try cards.issue()
        let person = try await store.enrol(
            SeniorToStore(
                name: senior.name, initials: InitialConsonants.of(senior.name), birthYear: senior.birthYear,
                birthMonth: senior.birthMonth, sex: senior.sex == .female ? .female : .male,
                phoneLastDigits: senior.phoneLastDigits, consentsToMembership: true,
                consentsToHealthData: senior.consentsToHealthData, helpedBy: senior.helpedBy),
            cardDigest: cards.digest(number))
        return .enrolled(try await visit(of: person.id), number, request: request)
    }

    private func admit(_ pin: String, _ request: Int) throws -> Answer {
        guard let supporter = try settings.supporters.first(where: { try SupporterPIN.isRight(pin, for: $0.pinDigest) })
        else {
            return .staffRefused(request: request)
        }
        return .staffAdmitted(name: supporter.name, request: request)
    }
}
