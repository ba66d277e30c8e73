import FitnessMeasure
import Foundation
import KoreanText
import SeniorCard

/// The house behind the screens of a scripted visit: a few people in memory, no disk, answers at once.
public struct VisitHouse {
    /// What the house was asked to keep.
    public enum Entry: Equatable, Sendable {
        case enrolled(name: String)
        case visited(UUID)
        case saved(testID: String, person: UUID)
        case unclaimed(reason: String)
        case claimed(person: UUID)
    }

    public private(set) var log: [Entry] = []
    public var diskFails = false
    private(set) var people: [Person]
    private(set) var cards: [CardNumber: UUID]
    private var tray: [TrayEntry] = []
    private let plans: [UUID: PlanStanding]
    private let key: MunicipalityKey
    /// The six digits that open the tray.
    private let pin: String

    public init(
        people: [(Person, CardNumber)], plans: [UUID: PlanStanding] = [:], key: MunicipalityKey,
        pin: String = "123456"
    ) {
        self.people = people.map(\.0)
        cards = Dictionary(people.map { ($0.1, $0.0.id) }) { first, _ in first }
        (self.plans, self.key, self.pin) = (plans, key, pin)
    }

    mutating func answer(_ effect: Effect, at now: Moment) -> Answer? {
        switch effect {
        case .lookUpCard(let number, let request):
            let finding = cards[number].map { CardFinding.person($0) }
            return .card(finding ?? (number.isGenuine(for: key) ? .genuineStranger : .notOurs), request: request)
        case .findPeople(let initials, let request):
            return .people(people.filter { InitialConsonants.of($0.name).hasPrefix(initials) }, request: request)
        case .findPeopleByPhone(_, let request): return .people([], request: request)
        case .openVisit(let id, let request): return open(id, request)
        case .enrol(let senior, let request): return enrol(senior, request)
        case .save(let reading, let testID, _, let visit, let request):
            if diskFails { return .failed(request: request) }
            log.append(.saved(testID: testID, person: visit.person.id))
            return .saved(readingID: reading.id, request: request)
        case .keepUnclaimed(let reading, _, let reason):
            log.append(.unclaimed(reason: reason))
            tray.append(
                TrayEntry(
                    id: reading.id, values: reading.values, receivedAt: now.wall, isSimulated: reading.isSimulated,
                    reason: reason))
            return nil
        case .admitStaff(let tried, let request):
            return tried == pin ? .staffAdmitted(name: "이영자", request: request) : .staffRefused(request: request)
        case .listTray(let request): return .tray(tray, request: request)
        case .claim(let reading, let person, _, _, let request):
            tray.removeAll { $0.id == reading }
            log.append(.claimed(person: person))
            return .claimed(request: request)
        case .printCard, .printSlip, .callSupporter, .keepGate, .keepSkip, .radio, .reply: return nil
        }
    }

    private mutating func open(_ id: UUID, _ request: Int) -> Answer {
        guard !diskFails, let person = people.first(where: { $0.id == id }) else { return .failed(request: request) }
        log.append(.visited(id))
        return .visit(visit(of: person), request: request)
    }

    private func visit(of person: Person) -> Visit {
        Visit(id: UUID(), person: person, isFirstToday: true, daysThisMonth: 12, plan: plans[person.id])
    }

    private mutating func enrol(_ senior: NewSenior, _ request: Int) -> Answer {
        guard !diskFails else { return .failed(request: request) }
        let person = Person(
            id: UUID(), name: senior.name, sex: senior.sex, birthYear: senior.birthYear,
            birthMonth: senior.birthMonth, consentsToHealthData: senior.consentsToHealthData)
        var generator = SystemRandomNumberGenerator()
        let number = CardNumber.make(key: key, using: &generator)
        people.append(person)
        cards[number] = person.id
        log.append(.enrolled(name: senior.name))
        return .enrolled(visit(of: person), number, request: request)
    }
}
