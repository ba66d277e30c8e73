import FitnessMeasure
import Foundation
import KioskScreens
import KioskStore
import Logging
import SeniorCard
import Synchronization
import Testing

@testable import KioskApp

/// The screens' work against a real store on disk.
@Suite struct EffectRunnerTests {
    @Test func `an enrolled senior is known by the new card`() async throws {
        let desk = try Desk()
        let answer = try await desk.ask(.enrol(Desk.kim, request: 1))
        guard case .enrolled(let visit, let number, 1) = answer else {
            Issue.record("not enrolled: \(answer)")
            return
        }
        #expect(visit.isFirstToday && visit.daysThisMonth == 1)
        #expect(try await desk.ask(.lookUpCard(number, request: 2)) == .card(.person(visit.person.id), request: 2))
    }

    @Test func `coming twice a day is counted once`() async throws {
        let desk = try Desk()
        let first = try await desk.visit(of: Desk.kim)
        let answer = try await desk.ask(.openVisit(personID: first.person.id, request: 5))
        guard case .visit(let again, 5) = answer else {
            Issue.record("no visit: \(answer)")
            return
        }
        #expect(!again.isFirstToday && again.daysThisMonth == 1)
    }

    @Test func `strangers' cards are told apart`() async throws {
        let desk = try Desk()
        #expect(
            try await desk.ask(.lookUpCard(try desk.card(ours: true), request: 1))
                == .card(.genuineStranger, request: 1))
        #expect(try await desk.ask(.lookUpCard(try desk.card(ours: false), request: 2)) == .card(.notOurs, request: 2))
    }

    @Test func `a saved reading is there at the next visit`() async throws {
        let desk = try Desk()
        let visit = try await desk.visit(of: Desk.kim)
        let reading = Desk.grip
        #expect(
            try await desk.ask(.save(reading, testID: TestID.grip, visit: visit, request: 3))
                == .saved(readingID: reading.id, request: 3))
        guard case .visit(let next, _) = try await desk.ask(.openVisit(personID: visit.person.id, request: 4)) else {
            Issue.record("no visit")
            return
        }
        #expect(next.earlier.first?[.grip] == DecimalValue("21.4"))
    }

    @Test func `without health consent nothing is saved`() async throws {
        let desk = try Desk()
        var senior = Desk.kim
        senior.consentsToHealthData = false
        let visit = try await desk.visit(of: senior)
        #expect(
            try await desk.ask(.save(Desk.grip, testID: TestID.grip, visit: visit, request: 3)) == .failed(request: 3))
    }

    @Test func `a reading from the tray finds its owner`() async throws {
        let desk = try Desk()
        let visit = try await desk.visit(of: Desk.kim)
        desk.runner.perform(.keepUnclaimed(Desk.grip, reason: "nobody_armed"))
        guard case .tray(let entries, _) = try await desk.ask(.listTray(request: 2)) else {
            Issue.record("no tray")
            return
        }
        #expect(entries.map(\.id) == [Desk.grip.id])
        let claim = Effect.claim(
            readingID: Desk.grip.id, personID: visit.person.id, by: "이영자", why: .wasPresent, request: 3)
        #expect(try await desk.ask(claim) == .claimed(request: 3))
        #expect(try await desk.ask(.listTray(request: 4)) == .tray([], request: 4))
    }

    @Test func `only the right PIN opens the tray`() async throws {
        let desk = try Desk()
        #expect(try await desk.ask(.admitStaff(pin: "123456", request: 1)) == .staffAdmitted(name: "이영자", request: 1))
        #expect(try await desk.ask(.admitStaff(pin: "654321", request: 2)) == .staffRefused(request: 2))
    }
}

/// A runner over a store in a folder of its own.
private final class Desk {
    let runner: EffectRunner
    private let answers = Answers()
    private let work: Task<Void, Never>

    static let kim: KioskScreens.NewSenior = {
        var senior = KioskScreens.NewSenior()
        (senior.name, senior.birthYear, senior.birthMonth) = ("김영순", 1948, 5)
        senior.consentsToHealthData = true
        return senior
    }()

    static let grip = Reading(
        id: UUID(), deviceKey: "test",
        values: [QuantityValue(.grip, DecimalValue(mantissa: 214, exponent: -1), .kilogram)],
        raw: [1, 2, 3], receivedMonotonic: 1, receivedAt: Date(timeIntervalSince1970: 1_795_000_000), isSimulated: true)

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)").path
        var settings = try Settings.defaults()
        settings.dataFolder = folder
        settings.supporters = [.init(name: "이영자", pinDigest: try SupporterPIN.fresh("123456"))]
        let (store, _) = try House.openStore(settings)
        let answers = answers
        let cards = CardDesk(key: try Self.key(7))
        runner = EffectRunner(
            store: store, cards: cards, plans: try Assets.find().plans(), settings: settings, print: { _ in },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            post: { event in if case .answered(let answer) = event { answers.add(answer) } })
        work = Task { [runner] in await runner.run() }
    }

    deinit { work.cancel() }

    private static func key(_ byte: UInt8) throws -> MunicipalityKey {
        try MunicipalityKey(bytes: [UInt8](repeating: byte, count: 32))
    }

    func card(ours: Bool) throws -> CardNumber {
        var dice = SystemRandomNumberGenerator()
        return CardNumber.make(key: try Self.key(ours ? 7 : 8), using: &dice)
    }

    func ask(_ effect: Effect) async throws -> Answer {
        runner.perform(effect)
        return await answers.next()
    }

    func visit(of senior: KioskScreens.NewSenior) async throws -> Visit {
        guard case .enrolled(let visit, _, _) = try await ask(.enrol(senior, request: 0)) else {
            throw CancellationError()
        }
        return visit
    }
}

/// What the runner answered, in order.
private final class Answers: Sendable {
    private let waiting = Mutex<[Answer]>([])

    func add(_ answer: Answer) { waiting.withLock { $0.append(answer) } }

    func next() async -> Answer {
        while true {
            if let answer = waiting.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return answer }
            await Task.yield()
        }
    }
}
