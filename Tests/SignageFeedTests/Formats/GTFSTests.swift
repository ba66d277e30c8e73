import Foundation
import Testing

@testable import SignageFeed

/// Writes messages of GTFS Realtime field by field, independent of the reader under test.
struct Wire {
    private(set) var bytes: [UInt8] = []

    func number(_ field: Int, _ value: Int) -> Wire { adding(varint(field << 3) + varint(value)) }
    func text(_ field: Int, _ text: String) -> Wire { delimited(field, Array(text.utf8)) }
    func message(_ field: Int, _ message: Wire) -> Wire { delimited(field, message.bytes) }

    static func feed(_ entities: [Wire], at seconds: Int = now) -> [UInt8] {
        let header = Wire().message(1, Wire().text(1, "2.0").number(3, seconds))
        return entities.enumerated().reduce(header) { feed, entity in
            feed.message(2, Wire().text(1, "\(entity.offset)").adding(entity.element.bytes))
        }
        .bytes
    }

    /// A trip update with a descriptor, updates, a timestamp and perhaps a delay for all of it.
    static func trip(_ id: String, _ updates: [Wire], at seconds: Int = now, delay: Int? = nil) -> Wire {
        let descriptor = Wire().text(1, id).text(3, "20261120").text(5, "R1")
        var trip = updates.reduce(Wire().message(1, descriptor)) { $0.message(2, $1) }.number(4, seconds)
        if let delay { trip = trip.number(5, delay) }
        return Wire().message(3, trip)
    }

    /// 2026-11-20 09:00 in Korea.
    static let now = 1_795_132_800

    private func delimited(_ field: Int, _ content: [UInt8]) -> Wire {
        adding(varint(field << 3 | 2) + varint(content.count) + content)
    }

    private func adding(_ more: [UInt8]) -> Wire {
        var copy = self
        copy.bytes += more
        return copy
    }

    private func varint(_ value: Int) -> [UInt8] {
        var (rest, bytes): (UInt64, [UInt8]) = (UInt64(bitPattern: Int64(value)), [])
        repeat {
            bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
            rest >>= 7
        } while rest > 0
        return bytes
    }
}

@Suite struct GTFSTests {
    private static let tables: [String: [UInt8]] = [
        "stop_times.txt": """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        T1,09:10:00,09:10:30,S2,2
        T2,09:40:00,09:40:30,S2,2
        T3,24:20:00,24:20:30,S2,2
        T4,09:50:00,,S2,2
        T5,10:00:00,10:00:00,OTHER,2
        T6,x,y,S2,2
        """,
        "trips.txt": """
        route_id,service_id,trip_id,trip_headsign
        R1,DAILY,T1,읍내
        R1,DAILY,T2,읍내
        R1,DAILY,T3,읍내
        R2,SUNDAY,T4,
        R1,DAILY,T6,
        """,
        "routes.txt": "\u{FEFF}route_id,route_short_name,route_long_name\r\nR1,\"603\",\r\nR2,,마을버스\r\n",
        "calendar.txt": """
        service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
        DAILY,1,1,1,1,1,1,1,20260101,20271231
        SUNDAY,0,0,0,0,0,0,1,20260101,20271231
        """, "calendar_dates.txt": "service_id,date,exception_type\nDAILY,20261225,2\nSUNDAY,20261225,1\n",
    ].mapValues { Array($0.utf8) }

    private func timetable() throws -> GTFSTimetable { try GTFSTimetable(stop: "S2", tables: Self.tables) }

    private func board(_ feed: [UInt8], timetable: GTFSTimetable? = nil) throws -> Fact<BusBoard> {
        let context = FeedContext(receivedAt: FeedSamples.now, stopID: "S2", timetable: timetable)
        guard case .buses(let fact)? = FeedFormat.gtfsRealtime.parse(feed, context: context).value else {
            throw FeedSamples.SampleError.otherContent
        }
        return fact
    }

    private func update(_ sequence: Int, _ stop: String, delay: Int? = nil, time: Int? = nil, kind: Int = 0) -> Wire {
        var event = Wire()
        if let delay { event = event.number(1, delay) }
        if let time { event = event.number(2, time) }
        let update = Wire().number(1, sequence).message(2, event).text(4, stop)
        return kind == 0 ? update : update.number(5, kind)
    }

    @Test func `a stop's buses are found among those of the city`() throws {
        let feed = Wire.feed([
            Wire.trip("A", [update(1, "S1", time: Wire.now + 60), update(2, "S2", time: Wire.now + 300)]),
            Wire.trip("B", [update(1, "S9", time: Wire.now + 60)]),
            Wire.trip("C", [update(5, "S2", time: Wire.now - 10)]),
        ])
        let fact = try board(feed)
        #expect(fact.value.arrivals == [.init(route: "R1", seconds: 300)] && fact.issuedAt == FeedSamples.now)
    }

    @Test func `a delay flows down to the stop and on the timetable`() throws {
        let feed = Wire.feed([Wire.trip("T1", [update(1, "S1", delay: 120), update(3, "S3", delay: 600)])])
        let first = try #require(try board(feed, timetable: timetable()).value.arrivals.first)
        #expect(first.route == "603" && first.direction == "읍내" && first.seconds == 12 * 60)
        #expect(first.scheduledAt == FeedSamples.korean("2026-11-20 09:10") && first.state == nil)
    }

    @Test func `no data ends a delay, and the timetable says what was meant`() throws {
        let feed = Wire.feed([Wire.trip("T1", [update(0, "S0", delay: 120), update(1, "S1", kind: 2)])])
        let arrivals = try board(feed, timetable: timetable()).value.arrivals
        #expect(arrivals.first { $0.state == .noData }?.scheduledAt == FeedSamples.korean("2026-11-20 09:10"))
        #expect(arrivals.allSatisfy { $0.seconds == nil })
        #expect(arrivals.map(\.state) == [.noData, .scheduled, .scheduled] + Array(repeating: .scheduled, count: 2))
    }

    @Test func `a delay of the whole trip counts where no stop says otherwise`() throws {
        let feed = Wire.feed([Wire.trip("T2", [update(2, "S2")], delay: -60)])
        let arrival = try #require(try board(feed, timetable: timetable()).value.arrivals.first { $0.seconds != nil })
        #expect(arrival.seconds == 39 * 60)
    }

    @Test func `nothing is counted down from an old trip, nor from one of tomorrow`() throws {
        for stamp in [Wire.now - 91, Wire.now + 301] {
            let feed = Wire.feed([Wire.trip("A", [update(2, "S2", time: Wire.now + 300)], at: stamp)])
            #expect(try board(feed).value.arrivals.map(\.state) == [.stale])
            #expect(try board(feed).value.arrivals.allSatisfy { $0.seconds == nil })
        }
        let fresh = Wire.feed([Wire.trip("A", [update(2, "S2", time: Wire.now + 300)], at: Wire.now - 90)])
        let arrival = try #require(try board(fresh).value.arrivals.first)
        #expect(arrival.remaining(at: FeedSamples.now, issuedAt: try board(fresh).issuedAt) == 300)
    }

    @Test func `a trip that is called off or deleted does not come`() throws {
        let off = Wire().message(3, Wire().message(1, Wire().text(1, "T1").number(4, 3)).number(4, Wire.now))
        let known = try board(Wire.feed([off]), timetable: timetable()).value.arrivals
        #expect(known.map(\.state).contains(.cancelled) && known.allSatisfy { $0.seconds == nil })
        let deleted = Wire.trip("A", [update(2, "S2", time: Wire.now + 300)])
        let feed = Wire().message(1, Wire().text(1, "2.0").number(3, Wire.now))
            .message(2, Wire().text(1, "1").number(2, 1).message(3, deleted)).bytes
        #expect(try board(feed).value.arrivals.isEmpty)
    }

    @Test func `a wheelchair gets in where the vehicle says so`() throws {
        let vehicle = Wire().number(4, 2)
        let trip = Wire().message(1, Wire().text(1, "A").text(5, "7")).message(3, vehicle)
            .message(2, update(2, "S2", time: Wire.now + 60)).number(4, Wire.now)
        #expect(try board(Wire.feed([Wire().message(3, trip)])).value.arrivals.map(\.isLowFloor) == [true])
    }

    @Test func `the operator's words hold for their stop and their time, in Korean first`() throws {
        func alert(_ text: String, stop: String? = nil, until end: Int? = nil) -> Wire {
            let translations = Wire().message(1, Wire().text(1, "Detour").text(2, "en"))
                .message(1, Wire().text(1, text).text(2, "ko"))
            var alert = Wire().message(10, translations).number(7, 4)
            if let stop { alert = alert.message(5, Wire().text(5, stop).text(2, "R1")) }
            if let end { alert = alert.message(1, Wire().number(1, Wire.now - 900).number(2, end)) }
            return Wire().message(5, alert)
        }
        let entities = [
            alert("우회합니다"), alert("다른 정류장", stop: "S9"), alert("이 정류장", stop: "S2"), alert("끝났음", until: Wire.now),
            alert("오늘까지", until: Wire.now + 60),
        ]
        #expect(try board(Wire.feed(entities)).value.notes == ["우회합니다", "이 정류장", "오늘까지"])
        let context = FeedContext(receivedAt: FeedSamples.now, stopID: "S2")
        let old = FeedFormat.gtfsRealtime.parse(Wire.feed(entities, at: Wire.now - 601), context: context)
        guard case .partial(.buses(let fact), let problems) = old else { throw FeedSamples.SampleError.otherContent }
        #expect(fact.value.notes == nil && problems == [FeedProblem(.staleValue, field: "alert")])
    }

    @Test(arguments: [
        ([UInt8](), FeedError(.emptyBody)), (Array("<html>".utf8), FeedError(.webPage)),
        ([0x0A], FeedError(.wire(.truncated))), ([0x0B, 0x01], FeedError(.wire(.malformed))),
        ([0x00], FeedError(.wire(.malformed))), ([0x08, 0x01], FeedError(.wire(.malformed))),
        (Array(repeating: 0xFF, count: 11), FeedError(.wire(.malformed))),
        ([0x0A, 0x00], FeedError(.wire(.missingField(1)))), ([0x0D, 1, 2], FeedError(.wire(.truncated))),
        (Wire.feed([Wire().message(3, Wire().number(4, 1))]), FeedError(.wire(.missingField(1)))),
    ])
    func `what is no feed is refused`(bytes: [UInt8], error: FeedError) {
        for stop in [nil, "S2"] {
            let context = FeedContext(receivedAt: FeedSamples.now, stopID: stop)
            #expect(FeedFormat.gtfsRealtime.parse(bytes, context: context) == .failed(error))
        }
    }

    @Test func `fields of other widths are passed over`() throws {
        let odd: [UInt8] = [0x79, 1, 2, 3, 4, 5, 6, 7, 8, 0x7D, 1, 2, 3, 4]
        let feed = Wire.feed([Wire.trip("A", [update(2, "S2", time: Wire.now + 60)])]) + odd
        #expect(try board(feed).value.arrivals.map(\.seconds) == [60])
    }

    @Test func `the timetable knows its days, and the hours after midnight`() throws {
        let table = try timetable()
        #expect(table.calls.count == 4 && table.routes == ["R1": "603", "R2": "마을버스"])
        let friday = table.calls(on: FeedSamples.now)
        #expect(friday.map(\.trip) == ["T1", "T2", "T3"])
        #expect(friday.last?.at == FeedSamples.korean("2026-11-21 00:20"))
        #expect(table.calls(on: FeedSamples.korean("2026-11-22 12:00")).map(\.trip) == ["T1", "T2", "T4", "T3"])
        #expect(table.calls(on: FeedSamples.korean("2026-12-25 12:00")).map(\.trip) == ["T4"])
        #expect(table.next(from: FeedSamples.korean("2026-11-21 00:10"), count: 1).map(\.trip) == ["T3"])
        #expect(table.calls(on: FeedSamples.korean("2028-01-01 12:00")).isEmpty)
    }

    @Test func `the last bus of a route is told`() throws {
        let night = FeedContext(
            receivedAt: FeedSamples.korean("2026-11-20 23:50"), stopID: "S2", timetable: try timetable())
        let feed = Wire.feed([], at: Wire.now + 14 * 3_600 + 3_000)
        guard case .buses(let fact)? = FeedFormat.gtfsRealtime.parse(feed, context: night).value else {
            throw FeedSamples.SampleError.otherContent
        }
        #expect(fact.value.arrivals.first?.isLast == true && fact.value.arrivals.first?.state == .scheduled)
    }

    @Test func `tables without calls or days are no timetable`() {
        #expect(throws: FeedError(.unexpectedShape)) { try GTFSTimetable(stop: "S2", tables: [:]) }
        #expect(throws: FeedError(.csv(.openQuote))) {
            try GTFSTimetable(stop: "S2", tables: ["stop_times.txt": Array("trip_id,\"".utf8)])
        }
        #expect(throws: FeedError(.unexpectedShape)) {
            try GTFSTimetable(stop: "S2", tables: ["stop_times.txt": Array("a,b\n1,2\n".utf8)])
        }
    }
}
