import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Logging
import Passwords
import SyncWire
import Synchronization
import Testing

@testable import CentralServer

/// An office with two municipalities, as the pages' tests visit it. Everybody in it is made up.
struct DashboardOffice {
    static let password = "솔잎-차-한잔-하세요"
    /// Saturday, 21 November 2026, 10:20 in Korea.
    static let morning = Date(timeIntervalSince1970: 1_795_224_000)
    static let kim = "11111111-1111-4111-8111-111111111111"
    static let lee = "22222222-2222-4222-8222-222222222222"
    static let stranger = "33333333-3333-4333-8333-333333333333"

    let store: OfficeStore
    let routes: DashboardRoutes
    let clock: HandClock
    let changes: Changes

    init(isSecure: Bool = false) async throws {
        let (store, clock, changes) = (try OfficeStore.inMemory(), HandClock(Self.morning), Changes())
        let hash = try PasswordHash.make(Self.password)
        try await store.write { db in
            try Self.places(db)
            try Self.people(db)
            try Self.accounts(db, hash: hash)
        }
        routes = try await DashboardRoutes(
            store: store,
            settings: DashboardSettings(folders: Self.folders, isSecure: isSecure, proxies: .withoutSocket),
            health: try Self.health.get(), logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            now: { clock.now },
            levels: { _, question in question.testID == "chair_stand_30s" ? "좋아요" : nil },
            onContentChange: { try changes.note($0) })
        (self.store, self.clock, self.changes) = (store, clock, changes)
    }

    static var folders: DashboardFolders {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return DashboardFolders(dashboard: root.appending(path: "assets/dashboard").path)
    }

    /// Read once for all suites.
    static let health = Result {
        try HealthTables(
            assets: URL(fileURLWithPath: folders.dashboard).deletingLastPathComponent().path)
    }

    /// Runs a test against the pages, without a socket.
    func visit(_ test: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        let router = Router(context: OfficeRequestContext.self)
        routes.add(to: router)
        try await Application(router: router).test(.router) { try await test($0) }
    }

    func write(_ sql: String, _ arguments: StatementArguments = []) async throws {
        try await store.write { try $0.execute(sql: sql, arguments: arguments) }
    }

    func log() async throws -> [AccessLogRow] {
        try await store.read { db in
            try AccessLogQuery.list(db, scope: Scope(municipalityID: nil), page: PageNumber(query: nil))
        }
    }

    private static func places(_ db: Database) throws {
        for (id, name) in [("wonju", "원주시"), ("ydp", "영등포구")] {
            try Municipality(id: id, name: name, cardKey: Data(repeating: 7, count: 32)).insert(db)
        }
        try Centre(id: "taejang", municipalityId: "wonju", name: "태장 경로당", address: "태장로 1").insert(db)
        try Centre(id: "munmak", municipalityId: "wonju", name: "문막 경로당").insert(db)
        try Centre(id: "dangsan", municipalityId: "ydp", name: "당산 경로당").insert(db)
        var kiosk = Kiosk(
            deviceId: UUID().uuidString, centreId: "taejang", publicKey: Data(repeating: 1, count: 32), name: "거실 기기",
            enrolledAt: morning, appVersion: "1.4.2")
        kiosk.lastContactAt = morning.addingTimeInterval(-3)
        (kiosk.unsent, kiosk.quarantined, kiosk.freeDisk) = (0, 0, 20_000_000_000)
        try kiosk.insert(db)
        kiosk.deviceId = UUID().uuidString
        (kiosk.centreId, kiosk.publicKey) = ("munmak", Data(repeating: 2, count: 32))
        kiosk.lastContactAt = morning.addingTimeInterval(-20 * 3600)
        try kiosk.insert(db)
    }

    private static func people(_ db: Database) throws {
        for (id, name, centre, consents) in [
            (kim, "김순자", "taejang", true), (lee, "이말년", "taejang", false), (stranger, "박복례", "dangsan", true),
        ] {
            try Person(
                id: id, name: name, birthYear: 1948, birthMonth: 12, sex: .female, phoneLast4: "0142", centreId: centre,
                healthConsent: consents, membershipConsent: true, helpedBy: nil, enrolledAt: morning
            ).insert(db)
            try AttendanceDay(personId: id, centreId: centre, day: "2026-11-21", countedAt: morning).insert(db)
        }
        for (person, count) in [(kim, 12), (kim, 15), (lee, 9)] { try reading(db, person: person, count: count) }
        try reading(db, person: nil, count: 21)
    }

    private static func reading(_ db: Database, person: String?, count: Int) throws {
        try OfficeReading(
            id: UUID().uuidString, personId: person, centreId: "taejang", testId: "chair_stand_30s",
            takenAt: morning.addingTimeInterval(Double(count) * -60),
            valuesJSON: #"[{"decimal":"\#(count)","quantity":"repetitions","unit":"{repetitions}"}]"#,
            simulated: count == 15, flagsJSON: "[]", clockState: .synced,
            unclaimedReason: person == nil ? "nobody_armed" : nil
        ).insert(db)
    }

    private static func accounts(_ db: Database, hash: String) throws {
        let list: [(String, UserAccount.Role, String?)] = [
            ("office", .office, "wonju"), ("nurse", .healthCentre, "wonju"), ("admin", .administrator, "wonju"),
            ("all", .administrator, nil),
        ]
        for (name, role, municipality) in list {
            try UserAccount(
                id: "user-\(name)", name: name, passwordHash: hash, role: role, municipalityId: municipality,
                failedTries: 0, lockedUntil: nil, createdAt: morning
            ).insert(db)
        }
    }
}

/// A clock that a test sets.
final class HandClock: Sendable {
    private let time: Mutex<Date>
    init(_ start: Date) { time = Mutex(start) }
    var now: Date { time.withLock { $0 } }
    func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}

/// Whose walls were asked to be made anew; may be told to fail.
final class Changes: Sendable {
    private let seen = Mutex<[String]>([])
    private let broken = Mutex(false)
    var all: [String] { seen.withLock { $0 } }
    func fail() { broken.withLock { $0 = true } }
    func note(_ municipality: String) throws(WallsUnreachable) {
        guard broken.withLock({ !$0 }) else { throw WallsUnreachable() }
        seen.withLock { $0.append(municipality) }
    }

    struct WallsUnreachable: Error {}
}
