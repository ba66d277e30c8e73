import FitnessMeasure
import Foundation
import GRDB
import SyncClient
import SyncWire
import Synchronization

@testable import KioskStore

extension EventStamp {
    static func example(wall: Int64 = 1_795_000_000_000, utcOffset: Int = 32_400) -> EventStamp {
        EventStamp(
            wallMilliseconds: wall, utcOffset: utcOffset, bootID: "boot", monotonicNanoseconds: 5, clockState: .synced,
            appVersion: "1.0")
    }
}

extension NewSenior {
    static func example(
        name: String = "김사랑", initials: String = "ㄱㅅㄹ", phone: String? = "1234", membership: Bool = true,
        health: Bool = true
    ) -> NewSenior {
        NewSenior(
            name: name, initials: initials, birthYear: 1948, birthMonth: 3, sex: .female, phoneLastDigits: phone,
            consentsToMembership: membership, consentsToHealthData: health, helpedBy: "박도움")
    }
}

extension Reading {
    static func example(id: UUID = UUID(), systolic: Int64 = 142, raw: [UInt8] = [0x1E, 0x8E]) -> Reading {
        Reading(
            id: id, deviceKey: "cuff",
            values: [QuantityValue(.systolic, DecimalValue(mantissa: systolic), .millimetresOfMercury)],
            deviceTime: DeviceTime(year: 2026, month: 11, day: 21, hour: 9, minute: 5, second: 0),
            flags: [.irregularPulse, .bodyMovement], raw: raw, receivedMonotonic: 9,
            receivedAt: Date(timeIntervalSince1970: 1_795_000_000), isSimulated: true)
    }
}

/// 64 hex digits for a number.
func digest(_ number: Int) -> String { HexDigest.sha256(Data("card \(number)".utf8)) }

/// A store in a folder of its own that is gone afterwards.
struct Shelf {
    let folder: String
    let store: KioskStore

    static func run(_ test: (Shelf) async throws -> Void) async throws {
        try await inFolder { folder in
            let store = try KioskStore.open(in: folder, device: UUID(), stamp: { .example() }).store
            try await test(Shelf(folder: folder, store: store))
        }
    }

    /// Runs with a path at which nothing is yet, inside a folder that is removed.
    static func inFolder(_ test: (String) async throws -> Void) async throws {
        let outer = NSTemporaryDirectory() + "shelf-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: outer, withIntermediateDirectories: true)
        do { try await test(outer + "/store") } catch {
            try FileManager.default.removeItem(atPath: outer)
            throw error
        }
        try FileManager.default.removeItem(atPath: outer)
    }

    /// Headers of all events, in order.
    func headers() async throws -> [EventHeader] {
        try await lines().map { try CanonicalJSON.decode(EventHeader.self, from: $0) }
    }

    func lines() async throws -> [Data] {
        try await store.read { db in try Data.fetchAll(db, sql: "SELECT line FROM event ORDER BY row") }
    }

    func body<Body: EventBody>(_ type: Body.Type, at index: Int) async throws -> Body {
        try CanonicalJSON.decode(Event<Body>.self, from: try await lines()[index]).body
    }
}
