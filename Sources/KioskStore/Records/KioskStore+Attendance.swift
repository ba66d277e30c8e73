import Foundation
import GRDB
import SyncWire

/// What a scan of a card came to.
public struct AttendanceCount: Equatable, Sendable {
    /// False when the person had been counted on that day before.
    public let newToday: Bool
    /// Days of that month on which the person was here, that day included.
    public let thisMonth: Int
}

extension KioskStore {
    /// Counts a person as present on a day: once, however often it is asked.
    public func countAttendance(
        of person: UUID, on day: CalendarDay, classID: String?
    ) async throws(StoreError) -> AttendanceCount {
        guard classID?.utf8.count ?? 0 <= 200 else { throw .invalid(field: "classID") }
        return try await record { log in
            _ = try Person.find(person, log.db)
            try log.db.execute(
                sql: "INSERT INTO attendance (personId, day, classId) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [person.uuidString, day.description, classID])
            let isNew = log.db.changesCount == 1
            if isNew {
                try log.append(
                    AttendanceCounted(personID: person, day: day.description, classID: classID), about: person)
            }
            let month = String(day.description.prefix(7))
            let days = try Int.fetchOne(
                log.db, sql: "SELECT count(*) FROM attendance WHERE personId = ? AND day BETWEEN ? AND ?",
                arguments: [person.uuidString, "\(month)-01", "\(month)-31"])
            return AttendanceCount(newToday: isNew, thisMonth: days ?? 0)
        }
    }

    /// People counted on a day.
    public func attendance(on day: CalendarDay) async throws(StoreError) -> Int {
        try await read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM attendance WHERE day = ?", arguments: [day.description]) ?? 0
        }
    }

    /// Begins a visit, to which readings then belong. The office hears of it with the first reading.
    public func startVisit(of person: UUID) async throws(StoreError) -> UUID {
        let id = makeID()
        return try await write { [stamp] db in
            _ = try Person.find(person, db)
            let stamp = stamp()
            try db.execute(
                sql: "INSERT INTO visit (id, personId, day, wall) VALUES (?, ?, ?, ?)",
                arguments: [id.uuidString, person.uuidString, stamp.day.description, stamp.wallMilliseconds])
            return id
        }
    }
}
