import Foundation
import GRDB
import SeniorCard

/// Enters seeds. What is there already stays as it is, so loading twice changes nothing.
struct SeedLoader: Sendable {
    let store: OfficeStore
    let calendar: Calendar
    let now: @Sendable () -> Date

    /// Loads everything in one transaction and answers with what is there afterwards.
    func load(_ seeds: SeedFiles) async throws -> SeedCount {
        let (at, calendar) = (now(), calendar)
        return try await store.write { db in
            try Self.enterPlaces(seeds, in: db)
            try Self.enterProgrammes(seeds, in: db)
            let history = SyntheticHistory(db: db, calendar: calendar, today: at)
            for person in seeds.people {
                try Self.enter(person, enrolledAt: history.start, in: db)
                try history.enter(person)
            }
            for centre in Set(seeds.people.map(\.centreID)).sorted() { try history.enterUnclaimed(at: centre) }
            return try SeedCount(db)
        }
    }

    private static func enterPlaces(_ seeds: SeedFiles, in db: Database) throws {
        for seed in seeds.municipalities {
            let key = seed.cardKey ?? Data((0..<MunicipalityKey.byteCount).map { _ in UInt8.random(in: 0...255) })
            _ = try MunicipalityKey(bytes: key)
            try Municipality(id: seed.id, name: seed.name, cardKey: key).insert(db, onConflict: .ignore)
            for centre in seed.centres {
                try Centre(
                    id: centre.id, municipalityId: seed.id, name: centre.name, address: centre.address,
                    gridX: centre.gridX, gridY: centre.gridY, busStop: centre.busStop
                ).insert(db, onConflict: .ignore)
            }
        }
    }

    private static func enterProgrammes(_ seeds: SeedFiles, in db: Database) throws {
        for municipality in seeds.municipalities {
            for programme in seeds.programmes {
                try db.execute(
                    sql: "INSERT INTO programme (id, municipalityId, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    arguments: ["\(municipality.id)/\(programme.id)", municipality.id, programme.name])
            }
            for centre in municipality.centres {
                for (index, seed) in seeds.timetable.enumerated() {
                    try entry(seed, index, centre: centre.id, municipality: municipality.id)
                        .insert(db, onConflict: .ignore)
                }
            }
        }
    }

    private static func entry(
        _ seed: ClassSeed, _ index: Int, centre: String, municipality: String
    ) throws -> TimetableEntry {
        TimetableEntry(
            id: "\(centre)/\(index + 1)", centreId: centre, programmeId: "\(municipality)/\(seed.programme)",
            weekday: seed.weekday, startMinute: try minute(seed.starts), endMinute: try minute(seed.ends),
            place: seed.place, instructor: seed.instructor, isRemote: seed.isRemote)
    }

    private static func minute(_ text: String) throws(SeedError) -> Int {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
            (0...59).contains(minute)
        else { throw .badTime(text) }
        return hour * 60 + minute
    }

    private static func enter(_ seed: PersonSeed, enrolledAt: Date, in db: Database) throws {
        guard let centre = try Centre.fetchOne(db, key: seed.centreID) else {
            throw SeedError.unknownCentre(seed.centreID)
        }
        let key = try MunicipalityKey(bytes: try Municipality.find(db, key: centre.municipalityId).cardKey)
        let number = try CardNumber(parsing: seed.cardNumber)
        guard number.isGenuine(for: key) else { throw SeedError.foreignCard(person: seed.personID.uuidString) }
        try Person(
            id: seed.personID.uuidString, name: seed.name, birthYear: seed.birthYear, birthMonth: seed.birthMonth,
            sex: seed.sex, phoneLast4: seed.phoneLastDigits, centreId: seed.centreID,
            healthConsent: seed.consentsToHealthData, membershipConsent: true, helpedBy: nil, enrolledAt: enrolledAt
        ).insert(db, onConflict: .ignore)
        try Card(
            digest: number.digest(key), personId: seed.personID.uuidString, state: .active, issuedAt: enrolledAt
        ).insert(db, onConflict: .ignore)
    }
}

/// What the office holds after seeds were loaded.
public struct SeedCount: Codable, Equatable, Sendable {
    public var municipalities: Int
    public var centres: Int
    public var people: Int
    public var attendance: Int
    public var readings: Int
    public var content: Int
    /// Files of content that gave no pictures on this machine, and why.
    public var withoutPictures: [String: String] = [:]

    init(_ db: Database) throws {
        municipalities = try Municipality.fetchCount(db)
        centres = try Centre.fetchCount(db)
        people = try Person.fetchCount(db)
        attendance = try AttendanceDay.fetchCount(db)
        readings = try OfficeReading.fetchCount(db)
        content = try ContentItem.fetchCount(db)
    }
}
