import Foundation
import GRDB
import Glibc
import SyncClient
import SyncWire
import Testing

@testable import KioskStore

/// Kills a writing process again and again, on the same file, and compares what it had confirmed with what is there.
@Suite(.timeLimit(.minutes(10))) struct KillTests {
    private static let rounds = 200

    /// What the process said before it died.
    private struct Confirmed {
        var people: [UUID: String] = [:]
        var attendance: [(UUID, String)] = []
        var readings: [UUID: UUID] = [:]
        var acknowledged: Set<String> = []
        var count = 0

        /// A last line without its end was never confirmed.
        mutating func add(_ output: Data) throws {
            let complete = output.prefix(through: output.lastIndex(of: 0x0A) ?? output.startIndex - 1)
            for line in String(decoding: complete, as: UTF8.self).split(separator: "\n") {
                let words = line.split(separator: " ").map(String.init)
                count += 1
                if words[0] == "acknowledged" {
                    acknowledged.insert(words[1])
                    continue
                }
                let person = try #require(UUID(uuidString: words[1]))
                switch words[0] {
                case "person": people[person] = words[2]
                case "attendance": attendance.append((person, words[2]))
                case "reading": readings[try #require(UUID(uuidString: words[2]))] = person
                default: Issue.record("unknown word")
                }
            }
        }
    }

    @Test func `nothing that was confirmed is lost by two hundred kills`() async throws {
        try await Shelf.inFolder { (folder: String) async throws in
            var (confirmed, random) = (Confirmed(), SystemRandomNumberGenerator())
            for round in 1...Self.rounds {
                try confirmed.add(try runAndKill(folder, after: UInt32.random(in: 500...120_000, using: &random)))
                guard round % 10 == 0 else { continue }
                let opened = try KioskStore.open(in: folder, device: nil, stamp: { .example() })
                #expect(opening(opened.opening, mayBeNew: confirmed.count == 0))
                let check = try await opened.store.check()
                #expect(check.isSound, "\(check)")
                try opened.store.queue.close()
            }
            let store = try KioskStore.open(in: folder, device: nil, stamp: { .example() }).store
            #expect(confirmed.count > Self.rounds)
            try await compare(store, confirmed)
        }
    }

    private func opening(_ opening: StoreOpening, mayBeNew: Bool) -> Bool {
        opening == .existing || (mayBeNew && opening == .created)
    }

    private func compare(_ store: KioskStore, _ confirmed: Confirmed) async throws {
        for (person, card) in confirmed.people {
            #expect(try await store.person(forCardDigest: card) == .active(try await store.person(person)))
        }
        for (person, day) in confirmed.attendance {
            let again = try await store.countAttendance(of: person, on: try #require(CalendarDay(day)), classID: nil)
            #expect(!again.newToday)
        }
        for (reading, person) in confirmed.readings {
            #expect(try await store.readings(of: person).contains { $0.id == reading })
        }
        let acknowledged = try await store.read { db in
            try Set(String.fetchAll(db, sql: "SELECT eventId FROM event WHERE state = 'acknowledged'"))
        }
        #expect(confirmed.acknowledged.isSubset(of: acknowledged))
        try await compareRowsWithEvents(store)
    }

    /// Each row has its event and each event its row: neither half of a transaction stands alone.
    private func compareRowsWithEvents(_ store: KioskStore) async throws {
        let counts = try await store.read { db in
            try [
                "SELECT count(*) FROM person", "SELECT count(*) FROM event WHERE type = 'senior.enrolled'",
                "SELECT count(*) FROM attendance", "SELECT count(*) FROM event WHERE type = 'attendance.counted'",
                "SELECT count(*) FROM reading",
                "SELECT count(*) FROM event WHERE type IN ('reading.saved', 'reading.unclaimed')",
                "SELECT count(*) FROM reading WHERE claimedBy IS NOT NULL",
                "SELECT count(*) FROM event WHERE type = 'reading.claimed'",
            ].map { try Int.fetchOne(db, sql: $0) ?? -1 }
        }
        #expect(counts[0] == counts[1] && counts[2] == counts[3] && counts[4] == counts[5] && counts[6] == counts[7])
        let check = try await store.check()
        #expect(check.isSound, "\(check)")
    }

    /// Everything that the process wrote until it was killed.
    private func runAndKill(_ folder: String, after microseconds: UInt32) throws -> Data {
        let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("StoreKillProbe")
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = program
        process.arguments = [folder]
        process.standardOutput = pipe
        try process.run()
        let reader = pipe.fileHandleForReading
        usleep(microseconds)
        kill(process.processIdentifier, SIGKILL)
        let output = try reader.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL)
        return output
    }
}
