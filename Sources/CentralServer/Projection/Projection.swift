import Foundation
import GRDB
import SyncWire

/// What one event does to the office's tables.
struct Projection {
    let db: Database
    let event: StoredEvent

    /// Applies the event. Answers with the ids that others may have waited for.
    func run() throws -> [String] {
        let (type, version) = (event.header.type, event.header.typeVersion)
        let known: [(type: EventType, version: Int, apply: () throws -> [String])] = [
            (SeniorEnrolled.type, SeniorEnrolled.typeVersion, enrolSenior),
            (CardIssued.type, CardIssued.typeVersion, issueCard),
            (AttendanceCounted.type, AttendanceCounted.typeVersion, countAttendance),
            (ReadingSaved.type, ReadingSaved.typeVersion, saveReading),
            (ReadingUnclaimed.type, ReadingUnclaimed.typeVersion, keepUnclaimed),
            (ReadingClaimed.type, ReadingClaimed.typeVersion, claimReading),
            (ScreeningAnswered.type, ScreeningAnswered.typeVersion, keepScreening),
            (GateDecided.type, GateDecided.typeVersion, keepGate),
            (TestSkipped.type, TestSkipped.typeVersion, keepSkip),
            (PlayCounted.type, PlayCounted.typeVersion, countPlay),
        ]
        guard let kind = known.first(where: { $0.type == type }) else {
            throw ProjectionRefusal("unknown_type", isLater: true)
        }
        guard kind.version == version else { throw ProjectionRefusal("unknown_version", isLater: true) }
        return try kind.apply()
    }

    /// The person of that id in the kiosk's municipality.
    func person(_ id: UUID) throws -> Person {
        if let named = event.header.personID, named != id { throw ProjectionRefusal("other_person") }
        guard let person = try Person.fetchOne(db, key: id.uuidString) else {
            throw ProjectionRefusal.unknownPerson(id)
        }
        guard try municipality(of: person.centreId) == event.municipalityID else {
            throw ProjectionRefusal("foreign_person")
        }
        return person
    }

    func municipality(of centre: String) throws -> String? {
        try String.fetchOne(db, sql: "SELECT municipalityId FROM centre WHERE id = ?", arguments: [centre])
    }
}
