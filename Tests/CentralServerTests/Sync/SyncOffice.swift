import Crypto
import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Logging
import SignageFeed
import SyncWire

@testable import CentralServer

/// An office with two municipalities for kiosks to talk to.
struct SyncOffice: Sendable {
    static let cardKey = Data(repeating: 7, count: 32)
    /// Saturday, 21 November 2026, 10:00 in Korea.
    static let morning = Date(timeIntervalSince1970: 1_795_222_800)

    let office: Office
    let clock: HandClock

    var store: OfficeStore { office.store }

    static func make(
        store: OfficeStore? = nil, settings: Settings = Settings(), source: any WallContentSource = NoPolledContent()
    ) async throws -> SyncOffice {
        let clock = HandClock(morning)
        let store = try store ?? OfficeStore.inMemory()
        try await store.write { db in
            for (id, centres) in [("east", ["pine", "oak"]), ("west", ["reed"])] {
                try Municipality(id: id, name: id, cardKey: cardKey).insert(db, onConflict: .ignore)
                for centre in centres {
                    try Centre(id: centre, municipalityId: id, name: "\(centre) 경로당").insert(db, onConflict: .ignore)
                }
            }
        }
        let office = try await Office(
            settings: settings, store: store, source: source, logger: Logger(label: "test"), now: { clock.now })
        return SyncOffice(office: office, clock: clock)
    }

    /// Runs `body` with a client of the office, without a socket unless asked.
    func serve(
        _ framework: TestingSetup = .router, _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        try await office.makeApplication().test(framework, body)
    }

    /// A kiosk that is enrolled already.
    func kiosk(at centre: String = "pine") async throws -> SyncKiosk {
        let kiosk = SyncKiosk(serverKey: office.identity.signingKey.publicKey)
        let row = Kiosk(
            deviceId: kiosk.deviceID.uuidString, centreId: centre, publicKey: kiosk.key.publicKey.rawRepresentation,
            name: centre, enrolledAt: clock.now, appVersion: "1")
        try await store.write { db in try row.insert(db) }
        return kiosk
    }

    func count(_ table: String, where condition: String = "1") async throws -> Int {
        try await store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(condition)") ?? 0
        }
    }
}
