import Foundation
import GRDB
import SeniorCard
import SyncWire
import Testing

@testable import CentralServer

@Suite struct SeedLoaderTests {
    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../seeds").standardizedFileURL.path
    private let saturday = Date(timeIntervalSince1970: 1_795_222_800)

    private func loader(_ store: OfficeStore, at now: Date? = nil) throws -> SeedLoader {
        let at = now ?? saturday
        return SeedLoader(store: store, calendar: try Settings().calendar, now: { at })
    }

    /// The whole seed with the people of one centre only.
    private func pilot() throws -> SeedFiles {
        var seeds = try SeedFiles(directory: Self.directory)
        seeds.people.removeAll { $0.centreID != "ydp-mullae" }
        return seeds
    }

    @Test func `the seed files hold two demonstrations`() throws {
        let seeds = try SeedFiles(directory: Self.directory)
        #expect(seeds.municipalities.map(\.centres.count) == [2, 50])
        #expect(seeds.municipalities.map(\.name) == ["영등포구 (시범)", "원주시 (시범)"])
        let people = Dictionary(grouping: seeds.people, by: \.centreID)
        #expect(people.count == 52)
        #expect(people.values.allSatisfy { $0.count == 12 })
        #expect(Set(seeds.people.map(\.personID)).count == seeds.people.count)
        #expect(Set(seeds.people.map(\.cardNumber)).count == seeds.people.count)
        #expect(Set(seeds.timetable.map(\.weekday)) == Set(1...7))
        #expect(Set(seeds.timetable.map(\.programme)) == Set(seeds.programmes.map(\.id)))
    }

    @Test func `every card of the seed files is genuine`() throws {
        let seeds = try SeedFiles(directory: Self.directory)
        for municipality in seeds.municipalities {
            let key = try MunicipalityKey(bytes: try #require(municipality.cardKey))
            let centres = Set(municipality.centres.map(\.id))
            for person in seeds.people where centres.contains(person.centreID) {
                #expect(try CardNumber(parsing: person.cardNumber).isGenuine(for: key))
            }
        }
    }

    @Test func `loading twice changes nothing`() async throws {
        let store = try OfficeStore.inMemory()
        let first = try await loader(store).load(try pilot())
        #expect(first.people == 12)
        #expect(first.centres == 52)
        #expect(first.attendance > 100)
        #expect(first.readings > 100)
        let before = try await dump(store)
        #expect(try await loader(store).load(try pilot()) == first)
        #expect(try await dump(store) == before)
    }

    @Test func `the history is the same in every office`() async throws {
        let (one, two) = (try OfficeStore.inMemory(), try OfficeStore.inMemory())
        _ = try await loader(one).load(try pilot())
        _ = try await loader(two).load(try pilot())
        #expect(try await dump(one) == dump(two))
    }

    @Test func `what the office changed stays changed`() async throws {
        let store = try OfficeStore.inMemory()
        _ = try await loader(store).load(try pilot())
        try await store.write { db in try db.execute(sql: "UPDATE person SET name = '바뀜'") }
        _ = try await loader(store).load(try pilot())
        let names = try await store.read { db in try String.fetchSet(db, sql: "SELECT name FROM person") }
        #expect(names == ["바뀜"])
    }

    @Test func `synthetic readings say so, and nobody without consent has any`() async throws {
        let store = try OfficeStore.inMemory()
        _ = try await loader(store).load(try pilot())
        let (honest, all, refused) = try await store.read { db in
            (
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM reading WHERE simulated AND flagsJSON = '[\"synthetic\"]'"),
                try OfficeReading.fetchCount(db),
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM reading r JOIN person p ON p.id = r.personId WHERE NOT p.healthConsent
                        """)
            )
        }
        #expect(honest == all)
        #expect(refused == 0)
    }

    @Test func `a card of another municipality is refused and nothing is entered`() async throws {
        let store = try OfficeStore.inMemory()
        var seeds = try pilot()
        seeds.municipalities[0].cardKey = Data(repeating: 1, count: 32)
        let person = seeds.people[0].personID.uuidString
        await #expect(throws: SeedError.foreignCard(person: person)) { try await loader(store).load(seeds) }
        #expect(try await store.read { db in try Municipality.fetchCount(db) } == 0)
    }

    @Test(arguments: ["24:00", "10", "10:60", "a:b", ""])
    func `a time that does not exist is refused`(time: String) async throws {
        let store = try OfficeStore.inMemory()
        var seeds = try pilot()
        seeds.timetable[0].starts = time
        await #expect(throws: SeedError.badTime(time)) { try await loader(store).load(seeds) }
    }

    @Test func `a municipality without a key gets a secret one`() async throws {
        let store = try OfficeStore.inMemory()
        let seeds = SeedFiles(municipalities: [MunicipalitySeed(id: "m", name: "m", cardKey: nil, centres: [])])
        _ = try await loader(store).load(seeds)
        let key = try await store.read { db in try Municipality.find(db, key: "m").cardKey }
        #expect(key.count == 32)
        #expect(Set(key).count > 8)
    }

    @Test func `a missing directory is named`() {
        #expect(throws: SeedError.missing("/nowhere/municipalities.json")) { try SeedFiles(directory: "/nowhere") }
    }

    private func dump(_ store: OfficeStore) async throws -> [String] {
        try await store.read { db in
            try ["person", "card", "attendance", "reading", "timetable", "programme"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY rowid").map(\.description)
            }
        }
    }
}
