import Crypto
import FitnessMeasure
import Foundation
import KioskStore
import Logging
import SyncWire

@testable import SyncClient

/// A kiosk with its store on disk, an office behind a socket, and the uplink between them.
struct Box {
    let office: FakeOffice
    let server: OfficeServer
    let transport: HTTPTransport
    let identity: DeviceIdentity
    let store: KioskStore
    let folder: String
    let person: Person

    /// Makes everything, runs the test, and takes everything down again.
    static func run(
        total: Duration = .seconds(20), _ test: @Sendable (Box) async throws -> Void
    ) async throws {
        let key = Curve25519.Signing.PrivateKey()
        let office = FakeOffice(device: key.publicKey)
        let server = try await OfficeServer { office.answer($0) }
        let transport = HTTPTransport(connect: .seconds(5), total: total)
        let folder = NSTemporaryDirectory() + "box-" + UUID().uuidString
        let identity = DeviceIdentity(
            deviceID: office.deviceID, centreID: "centre-1", centreName: "햇살 경로당",
            office: try OfficeAddress(server.url), cardKey: SymmetricKey(size: .bits256), signingKey: key,
            serverKey: office.key.publicKey)
        let store = try KioskStore.open(in: folder, device: office.deviceID, stamp: { .example }).store
        let person = try await store.enrol(.example, cardDigest: nil)
        let box = Box(
            office: office, server: server, transport: transport, identity: identity, store: store, folder: folder,
            person: person)
        do { try await test(box) } catch {
            try await box.close()
            throw error
        }
        try await box.close()
    }

    private func close() async throws {
        try await transport.shutdown()
        try await server.stop()
        try FileManager.default.removeItem(atPath: folder)
    }

    var client: OfficeClient { OfficeClient(identity: identity, exchange: transport.exchange) }

    var uplink: Uplink { Uplink(office: client, outbox: store, logger: Logger(label: "test")) }

    /// Adds events: attendance on as many days.
    func record(_ count: Int, from first: Int = 1) async throws {
        for number in first..<(first + count) {
            let day = CalendarDay(wallMilliseconds: Int64(number) * 86_400_000, utcOffset: 0)
            _ = try await store.countAttendance(of: person.id, on: day, classID: nil)
        }
    }

    /// Ids of all unsent events, in order.
    func unsentIDs() async throws -> [UUID] {
        try await store.nextBatch(BatchLimit(events: 10_000, bytes: 100_000_000), skipping: [])?.items.map(\.eventID)
            ?? []
    }
}

/// Drives the machine by hand: each effect is really done, each wait is skipped and counted.
struct Drive {
    var state: UplinkState
    var now: Duration = .zero
    let uplink: Uplink
    private(set) var troubles: [SyncTrouble] = []

    init(_ uplink: Uplink, seed: UInt64 = 1) {
        state = UplinkState(now: .zero, bootDelay: .zero, seed: seed)
        self.uplink = uplink
    }

    /// Goes on until the machine rests with nothing wrong, or after so many waits.
    mutating func untilRest(waits: Int = 60) async {
        await go(waits: waits) { $0.trouble == nil && $0.deadline > .zero }
    }

    /// Goes on for exactly so many waits.
    mutating func go(waits: Int, until isEnough: (UplinkState) -> Bool = { _ in false }) async {
        var event = UplinkState.Event.timer
        var left = waits
        while true {
            let effects = state.update(event, at: now)
            if let effect = effects.first {
                event = await uplink.perform(effect)
                continue
            }
            if let trouble = state.trouble, troubles.last != trouble { troubles.append(trouble) }
            if isEnough(state) || left == 0 { return }
            left -= 1
            now = max(now, state.deadline)
            event = .timer
        }
    }
}

extension EventStamp {
    static let example = EventStamp(
        wallMilliseconds: 1_795_000_000_000, utcOffset: 32_400, bootID: "boot", monotonicNanoseconds: 1,
        clockState: .synced, appVersion: "1.0")
}

extension NewSenior {
    static let example = NewSenior(
        name: "김사랑", initials: "ㄱㅅㄹ", birthYear: 1948, birthMonth: 3, sex: .female, phoneLastDigits: "1234",
        consentsToMembership: true, consentsToHealthData: true, helpedBy: nil)
}
