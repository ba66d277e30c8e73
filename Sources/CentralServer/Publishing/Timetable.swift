import Foundation
import GRDB

/// Makes the meetings of the weekly timetable for a day. Each meeting's id is made of its entry and its day, so
/// making them twice changes nothing, and attendance can name them.
struct Timetable: Sendable {
    let calendar: Calendar

    /// Enters the day's meetings of every centre that are not there yet.
    func fill(_ day: Date, in db: Database) throws {
        let midnight = calendar.startOfDay(for: day)
        // Gregorian weekdays count from Sunday = 1; ISO's from Monday = 1.
        let weekday = (calendar.component(.weekday, from: midnight) + 5) % 7 + 1
        let entries = try TimetableEntry.filter(Column("weekday") == weekday).fetchAll(db)
        let names = try Row.fetchAll(db, sql: "SELECT id, name FROM programme").reduce(into: [String: String]()) {
            $0[$1["id"]] = $1["name"]
        }
        for entry in entries {
            guard let name = names[entry.programmeId] else { continue }
            try meeting(of: entry, programme: name, midnight: midnight).insert(db, onConflict: .ignore)
        }
    }

    private func meeting(of entry: TimetableEntry, programme: String, midnight: Date) -> OfficeClass {
        let day = CalendarDay(of: midnight, in: calendar)
        return OfficeClass(
            id: "\(entry.id)@\(day)", centreId: entry.centreId, programme: programme,
            startsAt: midnight.addingTimeInterval(TimeInterval(entry.startMinute * 60)),
            endsAt: midnight.addingTimeInterval(TimeInterval(entry.endMinute * 60)), place: entry.place,
            instructor: entry.instructor, isRemote: entry.isRemote)
    }
}
