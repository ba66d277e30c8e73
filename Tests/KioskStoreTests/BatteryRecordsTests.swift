import FitnessMeasure
import Foundation
import GRDB
import SyncClient
import SyncWire
import Testing

@testable import KioskStore

/// What is kept beside the readings of a battery, in rows and in events.
@Suite struct BatteryRecordsTests {
    private static let context = ReadingContext(
        protocolID: "grip_relative/1", side: .left, source: .device, battery: "kspo-senior", tables: "2026-11")

    @Test func `a reading is kept with the way in which it came about`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let (person, visit) = try await shelf.visitor()
            let reading = Reading.example()
            try await shelf.store.saveReading(
                reading, testID: "grip_relative", context: Self.context, person: person, visit: visit)
            #expect(try await shelf.store.readings(of: person).map(\.context) == [Self.context])
            let sent = try await shelf.body(ReadingSaved.self, at: 2).reading
            #expect(sent.protocolID == "grip_relative/1")
            #expect(
                [sent.side, sent.source, sent.battery, sent.tables] == ["left", "device", "kspo-senior", "2026-11"])
        }
    }

    @Test func `an event of before decodes, and says nothing of what was not kept`() throws {
        let old = """
            {"deviceKey":"cuff","flags":[],"raw":"00","readingID":"0E3B1F4E-0000-4000-8000-000000000001",\
            "simulated":false,"testID":"blood_pressure","values":[]}
            """
        let reading = try CanonicalJSON.decode(WireReading.self, from: Data(old.utf8))
        #expect(reading.protocolID == nil && reading.tables == nil)
        #expect(String(decoding: try CanonicalJSON.encode(reading), as: UTF8.self) == old)
    }

    @Test func `the gate's decision is kept with its answers and rules`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let (person, visit) = try await shelf.visitor()
            let gate = try GateRecord.example(outcome: .stopAndRefer)
            try await shelf.store.saveGate(gate, person: person, visit: visit)
            #expect(try await shelf.store.gates(of: person) == [gate])
            let asked = try await shelf.body(ScreeningAnswered.self, at: 2)
            #expect(asked.answers == [.init(question: "par_q_2", answer: "yes")] && asked.personID == person)
            let sent = try await shelf.body(GateDecided.self, at: 3)
            #expect(sent.answers == ["par_q_2": "yes"] && sent.rules == ["parq.chest"])
            #expect(sent.outcome == "stop_and_refer" && sent.tables == "2026-11" && sent.visitID == visit)
        }
    }

    @Test func `answers that were given once are told once`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let (person, visit) = try await shelf.visitor()
            for outcome in [GateOutcome.restAndRepeat, .go] {
                try await shelf.store.saveGate(try .example(outcome: outcome), person: person, visit: visit)
            }
            let types = try await shelf.headers().map(\.type).dropFirst(2)
            #expect(types == [ScreeningAnswered.type, GateDecided.type, GateDecided.type])
        }
    }

    @Test func `who left what out, and why`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let (person, visit) = try await shelf.visitor()
            try await shelf.store.saveSkip(
                of: .upAndGo, because: .pain, battery: "kspo-senior", person: person, visit: visit)
            let kept = try await shelf.store.skippedTests(of: person)
            #expect(kept.map(\.test) == [.upAndGo] && kept.map(\.reason) == [.pain] && kept.map(\.visitID) == [visit])
            let sent = try await shelf.body(TestSkipped.self, at: 2)
            #expect(sent.testID == "tug_3m_fast" && sent.reason == "pain" && sent.battery == "kspo-senior")
        }
    }

    @Test func `without consent to health data nothing of a body is kept`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(health: false), cardDigest: nil).id
            let visit = try await shelf.store.startVisit(of: person)
            await #expect(throws: StoreError.healthConsentMissing) {
                try await shelf.store.saveGate(GateRecord.example(outcome: .go), person: person, visit: visit)
            }
            await #expect(throws: StoreError.healthConsentMissing) {
                try await shelf.store.saveSkip(
                    of: .grip, because: .refused, battery: "quick", person: person, visit: visit)
            }
            #expect(try await shelf.headers().allSatisfy { $0.type != GateDecided.type })
        }
    }

    @Test func `whoever gives a reading to its owner says why`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let (person, _) = try await shelf.visitor()
            let reading = Reading.example()
            try await shelf.store.keepUnclaimed(reading, testID: nil, reason: "from_storage")
            try await shelf.store.claim(reading: reading.id, for: person, by: "이영자", why: .ownRecord)
            let kept = try #require(try await shelf.store.readings(of: person).first)
            #expect(kept.claimedWhy == .ownRecord && kept.claimedBy == "이영자" && kept.reason == "from_storage")
            #expect(kept.claimedWallMilliseconds == kept.wallMilliseconds)
            #expect(try await shelf.body(ReadingClaimed.self, at: 3).why == "own_record")
        }
    }
}

extension GateRecord {
    static func example(outcome: GateOutcome) throws -> GateRecord {
        let json = """
            {"battery":"kspo-senior","tables":"2026-11","answers":{"par_q_2":"yes"},"outcome":"\(outcome.rawValue)",\
            "rules":["parq.chest"],"unchecked":[]}
            """
        return try JSONDecoder().decode(GateRecord.self, from: Data(json.utf8))
    }
}

extension Shelf {
    /// Somebody who agreed to health data, in a visit: two events.
    fileprivate func visitor() async throws -> (person: UUID, visit: UUID) {
        let person = try await store.enrol(.example(), cardDigest: String(repeating: "a", count: 64))
        return (person.id, try await store.startVisit(of: person.id))
    }
}
