import Foundation
import Testing

@testable import SignageFeed

@Suite struct BusTests {
    @Test func `TAGO arrivals are sorted and stamped on receipt`() throws {
        let fact = try FeedSamples.buses("tago/normal.json", as: .tagoArrivals)
        #expect(fact.issuedAt == FeedSamples.now)
        #expect(
            fact.value
                == BusBoard(
                    stop: "가상경로당앞",
                    arrivals: [
                        .init(route: "603", seconds: 372, stopsBefore: 4),
                        .init(route: "607-1", seconds: 1_260, stopsBefore: 15, isLowFloor: true),
                        .init(route: "603", seconds: 2_400, stopsBefore: 22),
                    ]))
    }

    @Test func `one arrival may come without a list`() throws {
        let fact = try FeedSamples.buses("tago/single_object.json", as: .tagoArrivals)
        #expect(fact.value.arrivals.map(\.route) == ["603"])
    }

    @Test func `no bus is an empty board, not an error`() throws {
        #expect(try FeedSamples.parse("tago/empty.json", as: .tagoArrivals) == .empty)
    }

    @Test func `rows without a time or a route are left out and named`() throws {
        let outcome = try FeedSamples.parse("tago/missing.json", as: .tagoArrivals)
        guard case .partial(.buses(let fact), let problems) = outcome else {
            throw FeedSamples.SampleError.otherContent
        }
        #expect(fact.value.arrivals.map(\.seconds) == [372])
        #expect(problems == (0...2).map { FeedProblem(.unusableRow, row: $0) })
    }

    @Test func `TAGO speaks XML, too`() throws {
        let xml = """
            <response><header><resultCode>00</resultCode></header><body><items><item><arrtime>90</arrtime>\
            <nodenm>문래초등학교 앞</nodenm><routeno>605</routeno><vehicletp>저상버스</vehicletp></item></items></body></response>
            """
        let outcome = FeedFormat.tagoArrivals.parse(Array(xml.utf8), context: FeedSamples.context)
        guard case .ok(.buses(let fact)) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(
            fact.value == BusBoard(stop: "문래초등학교 앞", arrivals: [.init(route: "605", seconds: 90, isLowFloor: true)]))
    }

    @Test(arguments: ["-5", "999999999999999999999", "1e9", "21601", "NaN", "3.5"])
    func `an implausible time is no arrival`(time: String) {
        let json = """
            {"response":{"header":{"resultCode":"00"},"body":{"items":{"item":{"routeno":1,"arrtime":"\(time)"}}}}}
            """
        let outcome = FeedFormat.tagoArrivals.parse(Array(json.utf8), context: FeedSamples.context)
        #expect(outcome == .failed(FeedError(.unexpectedShape)))
    }

    @Test func `a Seoul stop gives both buses of a route`() throws {
        let fact = try FeedSamples.buses("seoul_bus/normal.xml", as: .seoulBus)
        #expect(
            fact.value.arrivals == [
                .init(route: "7019", direction: "가상공원", seconds: 0, isLowFloor: true, isLast: true, state: .due),
                .init(route: "999", direction: "가상공원", seconds: 254, stopsBefore: 3, isLowFloor: true),
            ])
    }

    @Test func `Seoul's words are believed before its zeros`() throws {
        let fact = try FeedSamples.buses("seoul_bus/states.xml", as: .seoulBus)
        #expect(fact.value.arrivals.map(\.route) == ["2", "3", "0", "1", "4", "5", "6"])
        #expect(fact.value.arrivals.map(\.seconds) == [0, 723] + Array(repeating: nil, count: 5))
        #expect(fact.value.arrivals.map(\.isLast) == [false, true] + Array(repeating: false, count: 5))
        let states: [BusBoard.Arrival.State?] = [.due, nil, .waiting, .ended, .turning, .garage, .detour]
        #expect(fact.value.arrivals.map(\.state) == states)
    }

    @Test(arguments: [
        ("seoul_bus/empty_4.xml", FeedOutcome<FeedContent>.empty),
        ("seoul_bus/error_7.xml", .failed(FeedError(.service("30"), permanent: true))),
        ("seoul_bus/hostile_entities.xml", .failed(FeedError(.xml(.documentType)))),
        ("tago/error_gateway_30.xml", .failed(FeedError(.service("30"), permanent: true))),
    ])
    func `Seoul's failures are told apart`(name: String, outcome: FeedOutcome<FeedContent>) throws {
        #expect(try FeedSamples.parse(name, as: .seoulBus) == outcome)
    }

    @Test func `Gyeonggi counts in minutes`() throws {
        let fact = try FeedSamples.buses("gbis/normal.json", as: .gyeonggiBus)
        #expect(fact.value.arrivals == [.init(route: "88", seconds: 420, stopsBefore: 3, isLowFloor: true)])
        #expect(fact.issuedAt == FeedSamples.now)
    }
}
