import Foundation

extension GTFSTimetable {
    /// No publisher's table is larger; a country's stop times are.
    private static let byteLimit = 200_000_000

    /// Reads the tables by their file names (`stop_times.txt`, `trips.txt`, `routes.txt`, `calendar.txt`,
    /// `calendar_dates.txt`), keeping only what concerns `stop`. One of the two calendars may be missing.
    public init(stop: String, tables: [String: [UInt8]]) throws(FeedError) {
        do throws(SafeCSVError) {
            let calls = try Self.stopTimes(tables["stop_times.txt"] ?? [], stop)
            routes = try Self.routeNames(tables["routes.txt"] ?? [])
            try takeTrips(tables["trips.txt"] ?? [], calls)
            try takeCalendar(tables["calendar.txt"] ?? [])
            try takeExceptions(tables["calendar_dates.txt"] ?? [])
        } catch {
            throw FeedError(.csv(error))
        }
        guard !calls.isEmpty, !weeks.isEmpty || !exceptions.isEmpty else { throw FeedError(.unexpectedShape) }
    }

    /// Goes through a table by the names of its columns; lines that lack a needed one are passed over.
    private static func each(
        _ bytes: [UInt8], _ needed: [String], also: [String] = [], _ take: ([String]) -> Void
    ) throws(SafeCSVError) {
        guard bytes.count <= byteLimit else { throw .tooManyRows }
        var reader = SafeCSV(bytes)
        guard let header = try reader.nextRow()?.map({ CleanText.line($0) }) else { return }
        let columns = (needed + also).map { header.firstIndex(of: $0) }
        guard columns.prefix(needed.count).allSatisfy({ $0 != nil }) else { return }
        while let row = try reader.nextRow() {
            let fields = columns.map { index in index.flatMap { row.indices.contains($0) ? row[$0] : nil } ?? "" }
            if fields.prefix(needed.count).allSatisfy({ !$0.isEmpty }) { take(fields) }
        }
    }

    private static func stopTimes(
        _ bytes: [UInt8], _ stop: String
    ) throws(SafeCSVError) -> [String: (sequence: Int, arrival: Int)] {
        var calls: [String: (sequence: Int, arrival: Int)] = [:]
        try each(bytes, ["trip_id", "stop_id", "stop_sequence"], also: ["arrival_time", "departure_time"]) { row in
            guard row[1] == stop, let sequence = Int(row[2]), let time = seconds(row[3]) ?? seconds(row[4]) else {
                return
            }
            calls[row[0]] = calls[row[0]] ?? (sequence, time)
        }
        return calls
    }

    private static func routeNames(_ bytes: [UInt8]) throws(SafeCSVError) -> [String: String] {
        var names: [String: String] = [:]
        try each(bytes, ["route_id"], also: ["route_short_name", "route_long_name"]) { row in
            names[row[0]] = CleanText.line(row[1].isEmpty ? row[2] : row[1], limit: 20)
        }
        return names
    }

    private mutating func takeTrips(
        _ bytes: [UInt8], _ times: [String: (sequence: Int, arrival: Int)]
    ) throws(SafeCSVError) {
        var calls: [String: Call] = [:]
        let routes = routes
        try Self.each(bytes, ["trip_id", "route_id", "service_id"], also: ["trip_headsign"]) { row in
            guard let time = times[row[0]] else { return }
            calls[row[0]] = Call(
                sequence: time.sequence, arrival: time.arrival, route: routes[row[1]] ?? row[1],
                headsign: row[3].isEmpty ? nil : CleanText.line(row[3], limit: 40), service: row[2])
        }
        self.calls = calls
    }

    private mutating func takeCalendar(_ bytes: [UInt8]) throws(SafeCSVError) {
        var weeks: [String: Week] = [:]
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        try Self.each(bytes, ["service_id", "start_date", "end_date"] + days) { row in
            weeks[row[0]] = Week(days: row.dropFirst(3).map { $0 == "1" }, first: row[1], last: row[2])
        }
        self.weeks = weeks
    }

    private mutating func takeExceptions(_ bytes: [UInt8]) throws(SafeCSVError) {
        var exceptions: [String: [String: Bool]] = [:]
        try Self.each(bytes, ["service_id", "date", "exception_type"]) { row in
            exceptions[row[0], default: [:]][row[1]] = row[2] == "1"
        }
        self.exceptions = exceptions
    }

    /// `HH:mm:ss` with hours beyond 24 for buses after midnight of their service day.
    private static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: ":").map { Int($0.drop { $0 == " " }) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            (0..<72).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }
}
