import Foundation
import GRDB
import SyncWire

extension Projection {
    func saveReading() throws -> [String] {
        let body = try event.body(ReadingSaved.self)
        let person = try person(body.personID)
        guard person.healthConsent else { throw ProjectionRefusal.noHealthConsent }
        var reading = try row(body.reading)
        reading.personId = person.id
        reading.visitId = body.visitID.uuidString
        try insert(reading)
        return []
    }

    func keepUnclaimed() throws -> [String] {
        let body = try event.body(ReadingUnclaimed.self)
        var reading = try row(body.reading)
        reading.unclaimedReason = String(body.reason.prefix(100))
        try insert(reading)
        return [reading.id]
    }

    func claimReading() throws -> [String] {
        let body = try event.body(ReadingClaimed.self)
        let person = try person(body.personID)
        guard person.healthConsent else { throw ProjectionRefusal.noHealthConsent }
        guard var reading = try OfficeReading.fetchOne(db, key: body.readingID.uuidString) else {
            throw ProjectionRefusal("unknown_reading", waitsFor: body.readingID.uuidString)
        }
        guard try municipality(of: reading.centreId) == event.municipalityID else {
            throw ProjectionRefusal("foreign_reading")
        }
        guard reading.personId == nil else { throw ProjectionRefusal("already_claimed") }
        reading.personId = person.id
        reading.claimedBy = String(body.by.prefix(100))
        reading.claimedAt = event.occurredAt
        reading.claimedWhy = body.why.map { String($0.prefix(100)) }
        try reading.update(db)
        return []
    }

    /// Answers are health data: without consent the office does not take them.
    func keepScreening() throws -> [String] {
        let body = try event.body(ScreeningAnswered.self)
        let person = try person(body.personID)
        guard person.healthConsent else { throw ProjectionRefusal.noHealthConsent }
        let isBounded = body.answers.allSatisfy {
            (1...100).contains($0.question.utf8.count) && (1...20).contains($0.answer.utf8.count)
        }
        guard (1...100).contains(body.answers.count), isBounded else { throw ProjectionRefusal.badBody }
        guard try !ScreeningRow.exists(db, key: body.screeningID.uuidString) else {
            throw ProjectionRefusal("screening_taken")
        }
        try ScreeningRow(
            id: body.screeningID.uuidString, personId: person.id, visitId: body.visitID.uuidString,
            askedAt: event.occurredAt, answersJSON: try json(body.answers),
            eventId: event.header.eventID.uuidString
        ).insert(db)
        return []
    }

    private func insert(_ reading: OfficeReading) throws {
        guard try !OfficeReading.exists(db, key: reading.id) else { throw ProjectionRefusal("reading_taken") }
        try reading.insert(db)
    }

    private func row(_ reading: WireReading) throws -> OfficeReading {
        guard (1...100).contains(reading.testID.utf8.count), reading.values.count <= 100 else {
            throw ProjectionRefusal.badBody
        }
        var row = OfficeReading(
            id: reading.readingID.uuidString, centreId: event.centreID, deviceId: event.header.deviceID.uuidString,
            testId: reading.testID, takenAt: event.occurredAt, valuesJSON: try json(reading.values),
            simulated: reading.simulated, flagsJSON: try json(reading.flags), clockState: event.header.clockState,
            eventId: event.header.eventID.uuidString)
        let short = { (text: String?) in text.map { String($0.prefix(100)) } }
        (row.protocolId, row.side, row.source) = (short(reading.protocolID), short(reading.side), short(reading.source))
        (row.battery, row.tables) = (short(reading.battery), short(reading.tables))
        return row
    }

    func json(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
    }
}
