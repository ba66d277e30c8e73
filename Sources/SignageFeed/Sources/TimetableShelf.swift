import Foundation
import Synchronization

/// The timetables that GTFS feeds are compared with, read from the disk at first use and then once a Korean day, since
/// publishers replace them at night.
final class TimetableShelf: Sendable {
    /// The feed goes on without its timetable; the office is told.
    static let unreadable = FeedProblem(.missingValue, field: "timetable")

    /// Bytes of one table; a city's stop times have some tens of millions.
    private static let tableLimit = 64_000_000
    private static let tables = ["stop_times.txt", "trips.txt", "routes.txt", "calendar.txt", "calendar_dates.txt"]

    private struct Place: Hashable {
        let folder: String
        let stop: String
    }

    private struct Entry {
        let day: Date
        let timetable: GTFSTimetable?
    }

    private let entries = Mutex<[Place: Entry]>([:])

    /// The timetable at a source's stop; nil when the source has none or its tables cannot be read.
    func timetable(of source: FeedSource, at now: Date) -> GTFSTimetable? {
        guard let folder = source.timetable, let stop = source.stopID else { return nil }
        let (place, today) = (Place(folder: folder, stop: stop), KoreanTime.midnight(of: now))
        if let entry = entries.withLock({ $0[place] }), entry.day == today { return entry.timetable }
        let timetable = Self.read(place)
        entries.withLock { $0[place] = Entry(day: today, timetable: timetable) }
        return timetable
    }

    private static func read(_ place: Place) -> GTFSTimetable? {
        var bytes: [String: [UInt8]] = [:]
        // One of the two calendars may be missing; what else is missing, the reader of the tables says.
        for name in tables { bytes[name] = try? DiskFiles().read(place.folder + "/" + name, limit: tableLimit) }
        return try? GTFSTimetable(stop: place.stop, tables: bytes)
    }
}
