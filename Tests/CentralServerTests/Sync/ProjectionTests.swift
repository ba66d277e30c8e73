import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import SyncWire
import Synchronization
import Testing

@testable import CentralServer

@Suite struct ProjectionTests {
    private func results(_ kiosk: SyncKiosk, _ lines: [Data], _ office: SyncOffice) async throws -> [String?] {
        let answers = Answers()
        try await office.serve { client in answers.take(try await kiosk.send(lines, to: client)) }
        return answers.words
    }

    @Test func `a senior's day reaches the tables`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let (person, reading) = (UUID(), UUID())
        let digest = String(repeating: "d", count: 64)
        let lines = [
            try kiosk.line(SeniorEnrolled.example(person)),
            try kiosk.line(CardIssued(personID: person, cardDigest: digest, replacesDigest: nil), about: person),
            try kiosk.line(AttendanceCounted.example(person), about: person),
            try kiosk.line(AttendanceCounted.example(person), about: person),
            try kiosk.line(ReadingSaved.example(person), about: person),
            try kiosk.line(ReadingUnclaimed.example(reading)),
            try kiosk.line(ReadingClaimed(readingID: reading, personID: person, by: "supporter 3"), about: person),
        ]
        #expect(try await results(kiosk, lines, office).allSatisfy { $0 == "stored" })
        let (found, readings) = try await office.store.read { db in
            (try Person.find(db, key: person.uuidString), try OfficeReading.order(Column("rowid")).fetchAll(db))
        }
        #expect(found.name == "김순자")
        #expect(found.centreId == "pine")
        #expect(readings.map(\.personId) == [person.uuidString, person.uuidString])
        #expect(readings.last?.claimedBy == "supporter 3")
        #expect(readings.last?.unclaimedReason == "nobody_armed")
        let values = try JSONDecoder().decode([WireReading.Value].self, from: Data(readings[0].valuesJSON.utf8))
        #expect(values.map(\.decimal) == ["142", "88.50"])
        #expect(readings[0].simulated)
        #expect(try await office.count("attendance") == 1)
        #expect(try await office.count("card", where: "state = 'active'") == 1)
    }

    @Test func `what waits for a senior or a reading is used when they arrive`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let (person, reading) = (UUID(), UUID())
        let waiting = [
            try kiosk.line(ReadingClaimed(readingID: reading, personID: person, by: "s"), about: person),
            try kiosk.line(AttendanceCounted.example(person), about: person),
        ]
        #expect(try await results(kiosk, waiting, office) == ["unknown_person", "unknown_person"])
        let enrolled = try kiosk.line(SeniorEnrolled.example(person))
        #expect(try await results(kiosk, [enrolled], office) == ["stored"])
        #expect(try await office.count("attendance") == 1)
        #expect(try await office.count("eventRaw", where: "code = 'unknown_reading'") == 1)
        let unclaimed = try kiosk.line(ReadingUnclaimed.example(reading))
        #expect(try await results(kiosk, [unclaimed], office) == ["stored"])
        #expect(try await office.count("reading", where: "personId = '\(person.uuidString)'") == 1)
        #expect(try await office.count("eventRaw", where: "state <> 'projected'") == 0)
    }

    @Test func `what was on a wall is counted by device, day and item, and the longer total stays`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let lines = try [(840, 12), (840, 12), (900, 13), (300, 4)].map { seconds, times in
            try kiosk.line(PlayCounted(day: "2026-11-20", item: "notice-7", seconds: seconds, times: times))
        }
        let broken = try kiosk.line(PlayCounted(day: "2026-11-20", item: "b", seconds: -1, times: 1))
        #expect(
            try await results(kiosk, lines + [broken], office) == [String](repeating: "stored", count: 4) + ["bad_body"]
        )
        #expect(try await office.count("play") == 1)
        #expect(try await office.count("play", where: "seconds = 900 AND times = 13 AND day = '2026-11-20'") == 1)
    }

    @Test func `a quarantined event sent again is still quarantined`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let line = try kiosk.line(AttendanceCounted.example(UUID()))
        #expect(try await results(kiosk, [line, line], office) == ["unknown_person", "duplicate"])
        #expect(try await results(kiosk, [line], office) == ["unknown_person"])
    }

    @Test func `kinds and versions that are not known yet are stored and acknowledged`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let lines = [
            try kiosk.line(SeniorEnrolled.example(), type: EventType(rawValue: "tea.poured")),
            try kiosk.line(SeniorEnrolled.example(), version: 2),
        ]
        #expect(try await results(kiosk, lines, office) == ["stored", "stored"])
        #expect(try await office.count("eventRaw", where: "state = 'pending'") == 2)
        #expect(try await office.count("person") == 0)
        #expect(try await results(kiosk, lines, office) == ["duplicate", "duplicate"])
    }

    static let unusable: [(SeniorEnrolled, String)] = [
        (.example(name: ""), "bad_body"), (.example(name: String(repeating: "김", count: 101)), "bad_body"),
        (.example(month: 13), "bad_body"), (.example(phone: "12a4"), "bad_body"), (.example(phone: "123"), "bad_body"),
        (.example(membership: false), "no_consent"),
    ]

    @Test(arguments: unusable) func `a senior who cannot be is quarantined`(
        body: SeniorEnrolled, code: String
    ) async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let line = try kiosk.line(body)
        #expect(try await results(kiosk, [line], office) == [code])
        #expect(try await office.count("person") == 0)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-1", "today", "", "２０２６-01-01"])
    func `a day that does not exist is not counted`(day: String) async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let person = UUID()
        let lines = [
            try kiosk.line(SeniorEnrolled.example(person)), try kiosk.line(AttendanceCounted.example(person, day: day)),
        ]
        #expect(try await results(kiosk, lines, office) == ["stored", "bad_body"])
    }

    @Test func `health data without consent to it is not used`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let person = UUID()
        let lines = [
            try kiosk.line(SeniorEnrolled.example(person, health: false)),
            try kiosk.line(AttendanceCounted.example(person)), try kiosk.line(ReadingSaved.example(person)),
        ]
        #expect(try await results(kiosk, lines, office) == ["stored", "stored", "no_health_consent"])
        #expect(try await office.count("reading") == 0)
    }

    @Test func `a card that replaced another stays so whichever event comes first`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let person = UUID()
        let (old, new) = (String(repeating: "1", count: 64), String(repeating: "2", count: 64))
        let lines = [
            try kiosk.line(SeniorEnrolled.example(person)),
            try kiosk.line(CardIssued(personID: person, cardDigest: new, replacesDigest: old)),
            try kiosk.line(CardIssued(personID: person, cardDigest: old, replacesDigest: nil)),
        ]
        #expect(try await results(kiosk, lines, office).allSatisfy { $0 == "stored" })
        #expect(try await office.count("card", where: "digest = '\(old)' AND state = 'replaced'") == 1)
        #expect(try await office.count("card", where: "digest = '\(new)' AND state = 'active'") == 1)
    }

    @Test func `nobody gets another person's card or reading`() async throws {
        let office = try await SyncOffice.make()
        var kiosk = try await office.kiosk()
        let (one, two, reading) = (UUID(), UUID(), UUID())
        let digest = String(repeating: "1", count: 64)
        let lines = [
            try kiosk.line(SeniorEnrolled.example(one)), try kiosk.line(SeniorEnrolled.example(two)),
            try kiosk.line(CardIssued(personID: one, cardDigest: digest, replacesDigest: nil)),
            try kiosk.line(CardIssued(personID: two, cardDigest: digest, replacesDigest: nil)),
            try kiosk.line(ReadingSaved.example(one, reading: reading)),
            try kiosk.line(ReadingSaved.example(two, reading: reading)),
            try kiosk.line(ReadingClaimed(readingID: reading, personID: two, by: "s")),
            try kiosk.line(AttendanceCounted.example(one), about: two),
        ]
        #expect(
            try await results(kiosk, lines, office) == [
                "stored", "stored", "stored", "card_taken", "stored", "reading_taken", "already_claimed",
                "other_person",
            ])
    }

    @Test func `a kiosk of another municipality changes nobody`() async throws {
        let office = try await SyncOffice.make()
        var (east, west) = (try await office.kiosk(), try await office.kiosk(at: "reed"))
        let person = UUID()
        let enrolled = try east.line(SeniorEnrolled.example(person))
        #expect(try await results(east, [enrolled], office) == ["stored"])
        let lines = [
            try west.line(SeniorEnrolled.example(person, name: "다른 이름")),
            try west.line(AttendanceCounted.example(person)),
        ]
        #expect(try await results(west, lines, office) == ["foreign_person", "foreign_person"])
    }

    @Test func `a body of the wrong shape is quarantined and tried again at the next start`() async throws {
        let store = try OfficeStore.inMemory()
        let office = try await SyncOffice.make(store: store)
        var kiosk = try await office.kiosk()
        let line = try kiosk.line(ReadingUnclaimed.example(UUID()), type: SeniorEnrolled.type)
        #expect(try await results(kiosk, [line], office) == ["bad_body"])
        // As if an older office had not known what this one does.
        try await store.write { db in
            try db.execute(sql: "UPDATE eventRaw SET type = 'x', state = 'quarantined', code = 'old'")
        }
        let restarted = try await SyncOffice.make(store: store)
        #expect(try await restarted.count("eventRaw", where: "state = 'quarantined' AND code = 'bad_body'") == 1)
    }
}

/// What became of a batch, line by line: the code, or else the status.
final class Answers: Sendable {
    private let taken = Mutex<[String]>([])
    var words: [String?] { taken.withLock { $0 } }
    func take(_ reply: UploadReply) {
        taken.withLock { $0 = reply.results.map { $0.code ?? $0.status.rawValue } }
    }
}
