import Foundation

/// A message of GTFS Realtime, field numbers from google/transit's `gtfs-realtime.proto` (2026-06-05). Text stays where
/// it lies until somebody asks for it, and trips that do not concern the stop are only looked through.
struct GTFSRealtime {
    let bytes: [UInt8]
    private(set) var timestamp: Date?
    /// Those that may concern the stop, or all.
    private(set) var trips: [Trip] = []
    private(set) var alerts: [ServiceAlert] = []
    private(set) var entities = 0

    /// More than any country has under way at once.
    static let entityLimit = 200_000

    /// Which trips are of interest: those that name the stop, or that the timetable knows there.
    struct Interest {
        var stop: [UInt8]
        var timetable: GTFSTimetable?
    }

    /// Reads a feed. Missing required fields are errors, as proto2 has it.
    init(_ bytes: [UInt8], only interest: Interest? = nil) throws(WireError) {
        self.bytes = bytes
        var reader = WireReader(0..<bytes.count)
        var hasHeader = false
        while try reader.next(bytes) {
            switch (reader.field, reader.range) {
            case (1, let range?):
                timestamp = try Self.header(bytes, range)
                hasHeader = true
            case (2, let range?):
                entities += 1
                guard entities <= Self.entityLimit else { throw .tooManyValues }
                try takeEntity(range, interest)
            case (1, nil), (2, nil): throw .malformed
            default: break
            }
        }
        guard hasHeader else { throw .missingField(1) }
    }

    func text(_ range: Range<Int>?) -> String? {
        guard let range else { return nil }
        let line = CleanText.line(String(decoding: bytes[range], as: UTF8.self), limit: 500)
        return line.isEmpty ? nil : line
    }

    private static func header(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) -> Date? {
        var reader = WireReader(range)
        var (hasVersion, timestamp): (Bool, Date?) = (false, nil)
        while try reader.next(bytes) {
            if reader.field == 1 { hasVersion = reader.range != nil }
            if reader.field == 3 { timestamp = reader.integer.flatMap(date) }
        }
        guard hasVersion else { throw .missingField(1) }
        return timestamp
    }

    private mutating func takeEntity(_ range: Range<Int>, _ interest: Interest?) throws(WireError) {
        var reader = WireReader(range)
        var (hasID, isDeleted) = (false, false)
        var (trip, alert): (Range<Int>?, Range<Int>?)
        while try reader.next(bytes) {
            switch reader.field {
            case 1: hasID = reader.range != nil
            case 2: isDeleted = reader.integer == 1
            case 3: trip = reader.range
            case 5: alert = reader.range
            default: break
            }
        }
        guard hasID else { throw .missingField(1) }
        guard !isDeleted else { return }
        if let trip, try concerns(trip, interest) { trips.append(try Trip(bytes, trip)) }
        if let alert { alerts.append(try ServiceAlert(bytes, alert)) }
    }

    /// Whether a trip update may say something about the stop. Its descriptor is required in any case.
    private func concerns(_ trip: Range<Int>, _ interest: Interest?) throws(WireError) -> Bool {
        guard let interest else { return true }
        var reader = WireReader(trip)
        var (hasDescriptor, concerns) = (false, false)
        while try reader.next(bytes) {
            guard let range = reader.range else { continue }
            if reader.field == 1 {
                hasDescriptor = true
                if let timetable = interest.timetable, !concerns { concerns = try knows(timetable, range) }
            } else if reader.field == 2, !concerns {
                concerns = try names(interest.stop, range)
            }
        }
        guard hasDescriptor else { throw .missingField(1) }
        return concerns
    }

    private func names(_ stop: [UInt8], _ update: Range<Int>) throws(WireError) -> Bool {
        var reader = WireReader(update)
        while try reader.next(bytes) {
            if reader.field == 4, let range = reader.range {
                return range.count == stop.count && bytes[range].elementsEqual(stop)
            }
        }
        return false
    }

    private func knows(_ timetable: GTFSTimetable, _ descriptor: Range<Int>) throws(WireError) -> Bool {
        var trip = Trip()
        try trip.describe(bytes, descriptor)
        return text(trip.tripID).map { timetable.calls[$0] != nil } ?? false
    }

    /// POSIX seconds of this century and the next.
    static func date(_ seconds: Int) -> Date? {
        (946_684_800..<7_258_118_400).contains(seconds) ? Date(timeIntervalSince1970: TimeInterval(seconds)) : nil
    }
}
