import Foundation
import KioskStore
import SyncWire
import Testing

@testable import SyncClient

@Suite(.timeLimit(.minutes(2))) struct UplinkTests {
    @Test func `everything arrives once, in order, byte for byte`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(250)
            let ids = try await box.unsentIDs()
            let lines = try await box.store.nextBatch(BatchLimit(events: 300, bytes: 10_000_000), skipping: [])
            var drive = Drive(box.uplink)
            await drive.untilRest()
            #expect(box.office.arrivals.prefix(3).map(\.count) == [100, 100, 51])
            #expect(box.office.arrivals.prefix(3).flatMap { $0 } == ids)
            for item in try #require(lines).items {
                #expect(box.office.edit { $0.lines[item.eventID] } == item.line)
            }
            #expect(try await box.store.statistics().unsent == 0)
        }
    }

    @Test(arguments: [
        FakeOffice.Conduct.portal, .redirect, .truncated, .wrongKey, .unsigned(401), .unsigned(403), .unsigned(404),
        .unsigned(200), .wrongEcho, .replayed,
    ])
    func `an answer that is not the office's acknowledges nothing`(_ conduct: FakeOffice.Conduct) async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(3)
            _ = try await box.client.ask("GET", WirePath.manifest(box.office.deviceID))
            box.office.edit { $0.next = [conduct] }
            var drive = Drive(box.uplink)
            await drive.go(waits: 0)
            #expect(try await box.store.statistics().unsent == 4)
            switch drive.state.trouble {
            case .noNetwork: break
            case .overloaded: #expect(conduct == .truncated)
            case nil, .refused, .storage: Issue.record("\(String(describing: drive.state.trouble))")
            }
            await drive.untilRest()
            #expect(try await box.store.statistics().unsent == 0)
        }
    }

    @Test func `an office that is down is tried until it is up`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(3)
            box.office.edit { $0.standing = .cut }
            var drive = Drive(box.uplink)
            await drive.go(waits: 12)
            #expect(try await box.store.statistics().unsent == 4)
            box.office.edit { $0.standing = .honest }
            await drive.untilRest()
            #expect(try await box.store.statistics().unsent == 0)
            #expect(drive.state.trouble == nil)
        }
    }

    @Test func `a port without a listener is no network`() async throws {
        try await Box.run { (box: Box) async throws in
            let nobody = DeviceIdentity(
                deviceID: box.identity.deviceID, centreID: "c", centreName: "n",
                office: try OfficeAddress("http://127.0.0.1:1"), cardKey: box.identity.cardKey,
                signingKey: box.identity.signingKey, serverKey: box.identity.serverKey)
            let client = OfficeClient(identity: nobody, exchange: box.transport.exchange)
            var drive = Drive(Uplink(office: client, outbox: box.store, logger: box.uplink.logger))
            await drive.go(waits: 0)
            guard case .noNetwork(.unreachable) = drive.state.trouble else {
                Issue.record("unexpected: \(String(describing: drive.state.trouble))")
                return
            }
        }
    }

    @Test func `a hanging portal is left after a while`() async throws {
        try await Box.run(total: .milliseconds(300)) { (box: Box) async throws in
            box.office.edit { $0.next = [.hang] }
            var drive = Drive(box.uplink)
            await drive.go(waits: 0)
            #expect(drive.state.trouble == .noNetwork(.timedOut))
            await drive.untilRest()
            #expect(try await box.store.statistics().unsent == 0)
        }
    }

    @Test func `a line cut after the office stored the batch makes duplicates, not copies`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(5)
            box.office.edit { $0.next = [.cutAfterCommit] }
            var drive = Drive(box.uplink)
            await drive.untilRest()
            #expect(box.office.storedIDs.count == 6)
            #expect(box.office.arrivals[0] == box.office.arrivals[1])
            #expect(try await box.store.statistics().unsent == 0)
        }
    }

    @Test func `only the office's own refusal counts as one`() async throws {
        try await Box.run { (box: Box) async throws in
            box.office.edit { $0.next = [.signed(403, "revoked")] }
            var drive = Drive(box.uplink)
            await drive.go(waits: 0)
            #expect(drive.state.trouble == .refused(code: "revoked"))
            #expect(try await box.store.statistics().unsent == 1)
            await drive.untilRest()
            #expect(try await box.store.statistics().unsent == 0)
        }
    }

    @Test(arguments: [0, 5, 10], ["breaks", "quarantined", "erased", "silent", "retry"])
    func `one bad record stops no other`(_ place: Int, _ kind: String) async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(10)
            let bad = try await box.unsentIDs()[place]
            box.office.edit { state in
                switch kind {
                case "breaks": state.poison = [bad]
                case "quarantined": state.verdicts[bad] = .quarantined
                case "erased": state.verdicts[bad] = .erased
                case "silent": state.silent = [bad]
                default: state.verdicts[bad] = .retry
                }
            }
            var drive = Drive(box.uplink)
            await drive.go(waits: 40) { _ in box.office.storedIDs.subtracting([bad]).count == 10 }
            #expect(box.office.storedIDs.subtracting([bad]).count == 10)
            await drive.go(waits: 4)
            let counts = try await box.store.statistics()
            #expect(counts.unsent == (["breaks", "silent", "retry"].contains(kind) ? 1 : 0))
            #expect(counts.quarantined == (kind == "quarantined" ? 1 : 0))
        }
    }

    @Test func `a record that breaks the office is found within minutes and mended later`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(199)
            let ids = try await box.unsentIDs()
            let (first, second) = (ids[37], ids[150])
            box.office.edit { $0.poison = [first, second] }
            var drive = Drive(box.uplink)
            await drive.go(waits: 200) { _ in box.office.storedIDs.count == 198 }
            #expect(box.office.storedIDs.count == 198)
            #expect(drive.now < .seconds(1200))
            box.office.edit { $0.poison = [] }
            await drive.go(waits: 60) { _ in box.office.storedIDs.count == 200 }
            #expect(try await box.store.statistics().unsent == 0)
        }
    }

    @Test(arguments: ["first", "second"])
    func `an office restored from a backup gets everything again`(_ incarnation: String) async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(120)
            var drive = Drive(box.uplink)
            await drive.untilRest()
            #expect(box.office.storedIDs.count == 121)
            try box.office.edit { try $0.restore(keeping: 30, incarnation: incarnation) }
            try await box.record(1, from: 500)
            await drive.go(waits: 3)
            #expect(box.office.storedIDs.count == 122)
            #expect(try await box.store.statistics().unsent == 0)
        }
    }

    @Test func `a restored office is noticed although nothing new happens`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(20)
            var drive = Drive(box.uplink)
            await drive.untilRest()
            try box.office.edit { try $0.restore(keeping: 3, incarnation: "second") }
            await drive.go(waits: 8)
            #expect(box.office.storedIDs.count == 21)
        }
    }

    @Test func `an event that waits does not make the kiosk send all others again and again`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(20)
            let bad = try await box.unsentIDs()[2]
            box.office.edit { $0.verdicts[bad] = .retry }
            var drive = Drive(box.uplink)
            await drive.go(waits: 30)
            let others = box.office.arrivals.flatMap { $0 }.filter { $0 != bad }
            #expect(others.count <= 20 + 10)
            #expect(try await box.store.statistics().unsent == 1)
        }
    }

    @Test func `other bytes under the same number begin a new epoch, and both are kept`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(4)
            let ids = try await box.unsentIDs()
            box.office.edit { $0.verdicts[ids[1]] = .conflict }
            var drive = Drive(box.uplink)
            await drive.untilRest()
            let counts = try await box.store.statistics()
            #expect((counts.unsent, counts.conflicts, counts.stored) == (0, 1, 5))
            let lines = box.office.edit { Array($0.lines.values) }
            let again = try lines.first { try JSONSerialization.supersedes($0) == ids[1].uuidString }
            let header = try CanonicalJSON.decode(EventHeader.self, from: try #require(again))
            #expect(header.sequence == 1)
            #expect(box.office.edit { $0.sequences.count } == 2)
            #expect(try await box.store.check().isSound)
        }
    }

    @Test func `too large a batch is halved`() async throws {
        try await Box.run { (box: Box) async throws in
            try await box.record(40)
            box.office.edit { $0.next = [.signed(413, "too_large"), .unsigned(413)] }
            var drive = Drive(box.uplink)
            await drive.untilRest()
            #expect(box.office.arrivals.first?.count == 10)
            #expect(box.office.storedIDs.count == 41)
        }
    }
}

extension JSONSerialization {
    static func supersedes(_ line: Data) throws -> String? {
        (try jsonObject(with: line) as? [String: Any])?["supersedes"] as? String
    }
}
