import FitnessMeasure
import Foundation
import GRDB
import SyncClient
import SyncWire
import Testing

@testable import KioskStore

@Suite struct RecordsTests {
    private let day = CalendarDay("2026-11-21")

    @Test func `enrolling keeps the person, the consents, the card, and tells the office`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(), cardDigest: digest(1))
            #expect(try await shelf.store.person(person.id) == person)
            #expect(try await shelf.headers().map(\.type.rawValue) == ["senior.enrolled", "card.issued"])
            #expect(try await shelf.headers().map(\.personID) == [person.id, person.id])
            let senior = try await shelf.body(SeniorEnrolled.self, at: 0)
            #expect(senior.helpedBy == "박도움" && senior.birthYear == 1948 && senior.phoneLastDigits == "1234")
            let card = try await shelf.body(CardIssued.self, at: 1)
            #expect(card == CardIssued(personID: person.id, cardDigest: digest(1), replacesDigest: nil))
        }
    }

    @Test(arguments: [
        (NewSenior.example(membership: false), StoreError.membershipConsentMissing),
        (NewSenior.example(name: ""), .invalid(field: "name")),
        (NewSenior.example(name: String(repeating: "가", count: 101)), .invalid(field: "name")),
        (NewSenior.example(phone: "12a4"), .invalid(field: "phoneLastDigits")),
        (NewSenior.example(phone: "12345"), .invalid(field: "phoneLastDigits")),
    ])
    func `what cannot be is refused and leaves nothing`(_ senior: NewSenior, _ error: StoreError) async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            await #expect(throws: error) { try await shelf.store.enrol(senior, cardDigest: nil) }
            #expect(try await shelf.lines().isEmpty)
        }
    }

    @Test func `a taken card refuses the whole enrolment`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            _ = try await shelf.store.enrol(.example(), cardDigest: digest(1))
            await #expect(throws: StoreError.cardTaken) {
                try await shelf.store.enrol(.example(name: "이둘"), cardDigest: digest(1))
            }
            #expect(try await shelf.lines().count == 2)
            #expect(try await shelf.store.people(phoneLastDigits: "1234").map(\.name) == ["김사랑"])
        }
    }

    @Test(arguments: [CardReplacement.lost, .replaced])
    func `a replaced card says so and the new one works`(_ reason: CardReplacement) async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(), cardDigest: digest(1))
            try await shelf.store.replaceCard(of: person.id, with: digest(2), because: reason)
            #expect(try await shelf.store.person(forCardDigest: digest(1)) == (reason == .lost ? .lost : .replaced))
            #expect(try await shelf.store.person(forCardDigest: digest(2)) == .active(person))
            #expect(try await shelf.store.person(forCardDigest: digest(3)) == .unknown)
            #expect(try await shelf.body(CardIssued.self, at: 2).replacesDigest == digest(1))
            await #expect(throws: StoreError.cardTaken) {
                try await shelf.store.replaceCard(of: person.id, with: digest(1), because: .lost)
            }
            #expect(try await shelf.store.person(forCardDigest: digest(2)) == .active(person))
        }
    }

    @Test func `a person has one active card, and a card is 64 hex digits`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(), cardDigest: nil)
            try await shelf.store.issueCard(digest(1), to: person.id)
            await #expect(throws: StoreError.cardAlreadyActive) {
                try await shelf.store.issueCard(digest(2), to: person.id)
            }
            await #expect(throws: StoreError.invalid(field: "cardDigest")) {
                try await shelf.store.issueCard("AB", to: person.id)
            }
            await #expect(throws: StoreError.unknownPerson) { try await shelf.store.issueCard(digest(3), to: UUID()) }
        }
    }

    @Test func `people are found by initial consonants and by phone`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            _ = try await shelf.store.enrol(.example(name: "김사랑", initials: "ㄱㅅㄹ", phone: "1111"), cardDigest: nil)
            _ = try await shelf.store.enrol(.example(name: "강산", initials: "ㄱㅅ", phone: "2222"), cardDigest: nil)
            _ = try await shelf.store.enrol(.example(name: "이슬", initials: "ㅇㅅ", phone: nil), cardDigest: nil)
            #expect(try await shelf.store.people(matchingInitials: "ㄱㅅ").map(\.name) == ["강산", "김사랑"])
            #expect(try await shelf.store.people(matchingInitials: "ㄱㅅㄹ").map(\.name) == ["김사랑"])
            #expect(try await shelf.store.people(matchingInitials: "%").isEmpty)
            #expect(try await shelf.store.people(matchingInitials: "").isEmpty)
            #expect(try await shelf.store.people(matchingInitials: "ㄱ", limit: 1).count == 1)
            #expect(try await shelf.store.people(phoneLastDigits: "2222").map(\.name) == ["강산"])
        }
    }

    @Test func `attendance counts once a day, and the month adds up`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(), cardDigest: nil)
            let days = ["2026-10-31", "2026-11-01", "2026-11-20", "2026-11-21"].compactMap { CalendarDay($0) }
            var counts: [AttendanceCount] = []
            for day in days + days.suffix(1) {
                counts.append(try await shelf.store.countAttendance(of: person.id, on: day, classID: "yoga"))
            }
            #expect(counts.map(\.newToday) == [true, true, true, true, false])
            #expect(counts.map(\.thisMonth) == [1, 1, 2, 3, 3])
            #expect(try await shelf.headers().count == 5)
            #expect(try await shelf.body(AttendanceCounted.self, at: 4).day == "2026-11-21")
            #expect(try await shelf.store.attendance(on: days[3]) == 1)
        }
    }

    @Test func `a reading is saved once, with its person, for the office as it came`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(), cardDigest: nil)
            let other = try await shelf.store.enrol(.example(name: "이둘"), cardDigest: nil)
            let (visit, foreign) = (
                try await shelf.store.startVisit(of: person.id), try await shelf.store.startVisit(of: other.id)
            )
            let reading = Reading.example()
            for _ in 0..<2 {
                try await shelf.store.saveReading(reading, testID: "blood_pressure", person: person.id, visit: visit)
            }
            let stored = try await shelf.store.readings(of: person.id)
            #expect(stored.map(\.reading) == [reading])
            #expect(stored.first?.visitID == visit && stored.first?.testID == "blood_pressure")
            #expect(try await shelf.headers().count == 3)
            let wire = try await shelf.body(ReadingSaved.self, at: 2).reading
            #expect(wire.deviceTime == "2026-11-21T09:05:00" && wire.raw == "1e8e" && wire.simulated)
            #expect(wire.values == [.init(quantity: "systolic", decimal: "142", unit: "mm[Hg]")])
            #expect(wire.flags == ["body_movement", "irregular_pulse"])
            await #expect(throws: StoreError.readingTaken) {
                try await shelf.store.saveReading(reading, testID: "x", person: other.id, visit: foreign)
            }
            await #expect(throws: StoreError.unknownVisit) {
                try await shelf.store.saveReading(.example(), testID: "x", person: person.id, visit: foreign)
            }
        }
    }

    @Test func `without health consent there is attendance and no reading`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(health: false), cardDigest: nil)
            let visit = try await shelf.store.startVisit(of: person.id)
            #expect(try await shelf.store.countAttendance(of: person.id, on: try #require(day), classID: nil).newToday)
            await #expect(throws: StoreError.healthConsentMissing) {
                try await shelf.store.saveReading(.example(), testID: "grip", person: person.id, visit: visit)
            }
            let reading = Reading.example()
            try await shelf.store.keepUnclaimed(reading, testID: nil, reason: "nobody_armed")
            await #expect(throws: StoreError.healthConsentMissing) {
                try await shelf.store.claim(reading: reading.id, for: person.id, by: "박도움")
            }
            #expect(try await shelf.store.readings(of: person.id).isEmpty)
            #expect(try await shelf.store.unclaimed().count == 1)
        }
    }

    @Test func `a reading of nobody waits in the tray until it is claimed, once`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let person = try await shelf.store.enrol(.example(), cardDigest: nil)
            let other = try await shelf.store.enrol(.example(name: "이둘"), cardDigest: nil)
            let reading = Reading.example()
            for _ in 0..<2 { try await shelf.store.keepUnclaimed(reading, testID: nil, reason: "nobody_armed") }
            #expect(try await shelf.store.unclaimed().map(\.reason) == ["nobody_armed"])
            for _ in 0..<2 { try await shelf.store.claim(reading: reading.id, for: person.id, by: "박도움") }
            #expect(try await shelf.store.unclaimed().isEmpty)
            #expect(try await shelf.store.readings(of: person.id).map(\.claimedBy) == ["박도움"])
            await #expect(throws: StoreError.readingTaken) {
                try await shelf.store.claim(reading: reading.id, for: other.id, by: "박도움")
            }
            await #expect(throws: StoreError.unknownReading) {
                try await shelf.store.claim(reading: UUID(), for: other.id, by: "박도움")
            }
            #expect(
                try await shelf.headers().map(\.type.rawValue).suffix(2) == ["reading.unclaimed", "reading.claimed"])
            #expect(try await shelf.store.todaysReadings(on: EventStamp.example().day).count == 1)
            #expect(try await shelf.store.todaysReadings(of: other.id, on: EventStamp.example().day).isEmpty)
        }
    }

    @Test func `an event longer than the wire allows is refused, and so is its reading`() async throws {
        try await Shelf.run { (shelf: Shelf) async throws in
            let long = Reading.example(raw: [UInt8](repeating: 1, count: 40_000))
            await #expect(throws: StoreError.self) {
                try await shelf.store.keepUnclaimed(long, testID: nil, reason: "nobody_armed")
            }
            #expect(try await shelf.store.unclaimed().isEmpty)
        }
    }

    @Test(arguments: [
        ("2026-02-28", true), ("2026-02-29", false), ("2024-02-29", true), ("1900-02-29", false), ("2000-02-29", true),
        ("2026-13-01", false), ("2026-00-01", false), ("2026-1-01", false), ("2026-04-31", false), ("", false),
        ("2026-11-2１", false), ("0000-01-01", false),
    ])
    func `a day is ten characters that name a day`(_ text: String, _ isDay: Bool) {
        #expect((CalendarDay(text) != nil) == isDay)
        if let day = CalendarDay(text) { #expect(day.description == text) }
    }

    @Test(arguments: [
        (Int64(0), 0, "1970-01-01"), (-1000, 0, "1969-12-31"), (1_795_000_000_000, 32_400, "2026-11-18"),
        (1_709_164_799_000, 0, "2024-02-28"), (1_709_164_800_000, 0, "2024-02-29"),
        (1_709_164_800_000 + 86_400_000, 0, "2024-03-01"), (.max, 32_400, "9999-12-31"), (.min, 0, "0001-01-01"),
    ])
    func `an instant has a day wherever the clock stands`(_ wall: Int64, _ offset: Int, _ day: String) {
        #expect(CalendarDay(wallMilliseconds: wall, utcOffset: offset).description == day)
    }
}
