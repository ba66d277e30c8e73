import Foundation
import GRDB
import SyncWire

extension Projection {
    func enrolSenior() throws -> [String] {
        let body = try event.body(SeniorEnrolled.self)
        if let named = event.header.personID, named != body.personID { throw ProjectionRefusal("other_person") }
        try check(body)
        if let known = try Person.fetchOne(db, key: body.personID.uuidString),
            try municipality(of: known.centreId) != event.municipalityID
        {
            throw ProjectionRefusal("foreign_person")
        }
        try Person(
            id: body.personID.uuidString, name: body.name, birthYear: body.birthYear, birthMonth: body.birthMonth,
            sex: body.sex, phoneLast4: body.phoneLastDigits, centreId: event.centreID,
            healthConsent: body.consentsToHealthData, membershipConsent: body.consentsToMembership,
            helpedBy: body.helpedBy, enrolledAt: event.occurredAt
        ).upsert(db)
        return [body.personID.uuidString]
    }

    private func check(_ body: SeniorEnrolled) throws {
        guard body.consentsToMembership else { throw ProjectionRefusal("no_consent") }
        let digits = body.phoneLastDigits ?? "0000"
        guard (1...100).contains(body.name.count), (1900...2100).contains(body.birthYear),
            (1...12).contains(body.birthMonth), digits.utf8.count == 4,
            digits.utf8.allSatisfy({ (48...57).contains($0) }), (body.helpedBy?.count ?? 0) <= 100
        else { throw ProjectionRefusal.badBody }
    }

    /// A card that replaces another one makes it invalid, whichever of the two events arrives first.
    func issueCard() throws -> [String] {
        let body = try event.body(CardIssued.self)
        let person = try person(body.personID)
        guard body.cardDigest.isHex(count: 64), body.replacesDigest?.isHex(count: 64) ?? true,
            body.replacesDigest != body.cardDigest
        else { throw ProjectionRefusal.badBody }
        try keepCard(body.cardDigest, of: person, state: .active)
        if let replaced = body.replacesDigest {
            try keepCard(replaced, of: person, state: .replaced)
            try db.execute(sql: "UPDATE card SET state = 'replaced' WHERE digest = ?", arguments: [replaced])
        }
        return []
    }

    private func keepCard(_ digest: String, of person: Person, state: Card.State) throws {
        try Card(digest: digest, personId: person.id, state: state, issuedAt: event.occurredAt)
            .insert(db, onConflict: .ignore)
        let owner = try String.fetchOne(db, sql: "SELECT personId FROM card WHERE digest = ?", arguments: [digest])
        guard owner == person.id else { throw ProjectionRefusal("card_taken") }
    }

    /// One a day and centre counts, however often the card was scanned and by however many kiosks.
    func countAttendance() throws -> [String] {
        let body = try event.body(AttendanceCounted.self)
        let person = try person(body.personID)
        guard CalendarDay(body.day) != nil, (body.classID?.utf8.count ?? 0) <= 200 else {
            throw ProjectionRefusal.badBody
        }
        try AttendanceDay(
            personId: person.id, centreId: event.centreID, day: body.day, classId: body.classID,
            countedAt: event.occurredAt, eventId: event.header.eventID.uuidString
        ).insert(db, onConflict: .ignore)
        return []
    }
}
