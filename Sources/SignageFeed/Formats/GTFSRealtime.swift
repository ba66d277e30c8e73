import Foundation

/// A message of GTFS Realtime, field numbers from google/transit's `gtfs-realtime.proto` (2026-06-05). Text stays where
/// it lies until somebody asks for it: a city's feed has tens of thousands of stops, a wall has one.
struct GTFSRealtime {
    let bytes: [UInt8]
    private(set) var timestamp: Date?
    private(set) var trips: [Trip] = []
    private(set) var alerts: [ServiceAlert] = []
    /// Of all trips, in the order of the feed.
    private(set) var updates: [StopUpdate] = []

    /// More than any country has under way at once.
    static let tripLimit = 100_000
    static let updateLimit = 1_000_000

    /// Reads a whole feed. Missing required fields are errors, as proto2 has it.
    init(_ bytes: [UInt8]) throws(WireError) {
        self.bytes = bytes
        var reader = WireReader(bytes)
        var hasHeader = false
        while try reader.next() {
            switch (reader.field, reader.range) {
            case (1, let range?):
                try takeHeader(range)
                hasHeader = true
            case (2, let range?): try takeEntity(range)
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

    private mutating func takeHeader(_ range: Range<Int>) throws(WireError) {
        var reader = WireReader(bytes, range)
        var hasVersion = false
        while try reader.next() {
            if reader.field == 1 { hasVersion = reader.range != nil }
            if reader.field == 3, let seconds = reader.integer { timestamp = Self.date(seconds) }
        }
        guard hasVersion else { throw .missingField(1) }
    }

    private mutating func takeEntity(_ range: Range<Int>) throws(WireError) {
        var reader = WireReader(bytes, range)
        var (hasID, isDeleted) = (false, false)
        var (trip, alert): (Range<Int>?, Range<Int>?)
        while try reader.next() {
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
        if let trip { try takeTrip(trip) }
        if let alert { try takeAlert(alert) }
    }

    private mutating func takeTrip(_ range: Range<Int>) throws(WireError) {
        guard trips.count < Self.tripLimit else { throw .tooManyValues }
        var trip = Trip()
        var hasDescriptor = false
        let first = updates.count
        var reader = WireReader(bytes, range)
        while try reader.next() {
            switch (reader.field, reader.range) {
            case (1, let range?):
                try trip.describe(bytes, range)
                hasDescriptor = true
            case (2, let range?):
                guard updates.count < Self.updateLimit else { throw .tooManyValues }
                updates.append(try StopUpdate(bytes, range))
            case (3, let range?): trip.isAccessible = try Trip.isAccessible(bytes, range)
            case (4, nil): trip.timestamp = reader.integer.flatMap(Self.date)
            case (5, nil): trip.delay = reader.integer.flatMap(StopUpdate.plausible)
            default: break
            }
        }
        guard hasDescriptor else { throw .missingField(1) }
        trip.updates = first..<updates.count
        trips.append(trip)
    }

    private mutating func takeAlert(_ range: Range<Int>) throws(WireError) {
        guard alerts.count < 10_000 else { throw .tooManyValues }
        alerts.append(try ServiceAlert(bytes, range))
    }

    /// POSIX seconds of this century and the next.
    static func date(_ seconds: Int) -> Date? {
        (946_684_800..<7_258_118_400).contains(seconds) ? Date(timeIntervalSince1970: TimeInterval(seconds)) : nil
    }
}
