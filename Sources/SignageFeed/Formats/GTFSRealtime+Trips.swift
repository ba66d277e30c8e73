import Foundation

extension GTFSRealtime {
    /// One vehicle's journey as it goes today.
    struct Trip {
        var tripID: Range<Int>?
        var routeID: Range<Int>?
        /// `yyyyMMdd`, the service day.
        var startDate: Range<Int>?
        var relationship = Relationship.scheduled
        var timestamp: Date?
        /// Seconds for the whole trip, where no stop says otherwise.
        var delay: Int?
        var isAccessible = false
        /// In the order of the feed, which is that of the stops.
        var updates: [StopUpdate] = []

        enum Relationship: Int {
            case scheduled = 0, added, unscheduled, canceled
            case replacement = 5, duplicated, deleted, new

            var isOff: Bool { self == .canceled || self == .deleted }
        }

        init() {}

        /// TripUpdate.
        init(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) {
            var hasDescriptor = false
            var reader = WireReader(range)
            while try reader.next(bytes) {
                switch (reader.field, reader.range) {
                case (1, let range?):
                    try describe(bytes, range)
                    hasDescriptor = true
                case (2, let range?):
                    guard updates.count < Self.updateLimit else { throw .tooManyValues }
                    updates.append(try StopUpdate(bytes, range))
                case (3, let range?): isAccessible = try Self.isAccessible(bytes, range)
                case (4, nil): timestamp = reader.integer.flatMap(GTFSRealtime.date)
                case (5, nil): delay = reader.integer.flatMap(StopUpdate.plausible)
                default: break
                }
            }
            guard hasDescriptor else { throw .missingField(1) }
        }

        /// No line of the world has more stops.
        private static let updateLimit = 2_000

        /// TripDescriptor.
        mutating func describe(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) {
            var reader = WireReader(range)
            while try reader.next(bytes) {
                switch reader.field {
                case 1: tripID = reader.range
                case 3: startDate = reader.range
                // A relationship that is new to us still is a journey.
                case 4: relationship = reader.integer.flatMap(Relationship.init) ?? .scheduled
                case 5: routeID = reader.range
                default: break
                }
            }
        }

        /// VehicleDescriptor: field 4 says 2 when a wheelchair gets in.
        static func isAccessible(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) -> Bool {
            var reader = WireReader(range)
            var isAccessible = false
            while try reader.next(bytes) {
                if reader.field == 4 { isAccessible = reader.integer == 2 }
            }
            return isAccessible
        }
    }

    /// What is known of one stop of a trip.
    struct StopUpdate {
        var sequence: Int?
        var stopID: Range<Int>?
        var arrival = Event()
        var departure = Event()
        var relationship = Relationship.scheduled

        enum Relationship: Int { case scheduled = 0, skipped, noData, unscheduled }

        /// StopTimeEvent: seconds late, or an absolute time, or both; then the time counts.
        struct Event {
            var delay: Int?
            var time: Date?
            var scheduled: Date?

            init() {}

            init(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) {
                var reader = WireReader(range)
                while try reader.next(bytes) {
                    switch reader.field {
                    case 1: delay = reader.integer.flatMap(StopUpdate.plausible)
                    case 2: time = reader.integer.flatMap(GTFSRealtime.date)
                    case 4: scheduled = reader.integer.flatMap(GTFSRealtime.date)
                    default: break
                    }
                }
            }

            /// When it happens, by whatever the event says of itself.
            var expected: Date? { time ?? scheduled.flatMap { at in delay.map { at.addingTimeInterval(Double($0)) } } }
        }

        init(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) {
            var reader = WireReader(range)
            while try reader.next(bytes) {
                switch (reader.field, reader.range) {
                case (1, nil): sequence = reader.integer
                case (2, let range?): arrival = try Event(bytes, range)
                case (3, let range?): departure = try Event(bytes, range)
                case (4, let range?): stopID = range
                case (5, nil): relationship = reader.integer.flatMap(Relationship.init) ?? .scheduled
                default: break
                }
            }
        }

        /// Delays are 32 bits wide and no bus is a day late.
        static func plausible(_ delay: Int) -> Int? {
            let seconds = Int(Int32(truncatingIfNeeded: delay))
            return abs(seconds) <= 86_400 ? seconds : nil
        }
    }

    /// What an operator says to passengers.
    struct ServiceAlert {
        var periods: [(start: Date?, end: Date?)] = []
        var stops: [Range<Int>] = []
        var routes: [Range<Int>] = []
        /// Language and text.
        var headers: [(language: Range<Int>?, text: Range<Int>)] = []
        var descriptions: [(language: Range<Int>?, text: Range<Int>)] = []
        var effect: Int?

        init(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) {
            var reader = WireReader(range)
            while try reader.next(bytes) {
                switch (reader.field, reader.range) {
                case (1, let range?): periods.append(try Self.period(bytes, range))
                case (5, let range?): try takeSelector(bytes, range)
                case (7, nil): effect = reader.integer
                case (10, let range?): headers += try Self.translations(bytes, range)
                case (11, let range?): descriptions += try Self.translations(bytes, range)
                default: break
                }
            }
        }

        private static func period(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) -> (Date?, Date?) {
            var reader = WireReader(range)
            var period: (Date?, Date?) = (nil, nil)
            while try reader.next(bytes) {
                if reader.field == 1 { period.0 = reader.integer.flatMap(GTFSRealtime.date) }
                if reader.field == 2 { period.1 = reader.integer.flatMap(GTFSRealtime.date) }
            }
            return period
        }

        private mutating func takeSelector(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) {
            var reader = WireReader(range)
            while try reader.next(bytes) {
                if reader.field == 2, let range = reader.range { routes.append(range) }
                if reader.field == 5, let range = reader.range { stops.append(range) }
            }
        }

        private static func translations(
            _ bytes: [UInt8], _ range: Range<Int>
        ) throws(WireError) -> [(language: Range<Int>?, text: Range<Int>)] {
            var all: [(language: Range<Int>?, text: Range<Int>)] = []
            var outer = WireReader(range)
            while try outer.next(bytes) {
                guard outer.field == 1, let range = outer.range else { continue }
                var inner = WireReader(range)
                var (language, text): (Range<Int>?, Range<Int>?)
                while try inner.next(bytes) {
                    if inner.field == 1 { text = inner.range }
                    if inner.field == 2 { language = inner.range }
                }
                guard let text else { throw .missingField(1) }
                all.append((language, text))
            }
            return all
        }
    }
}
