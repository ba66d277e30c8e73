import FitnessMeasure
import Foundation
import KioskUI
import Testing

@testable import KioskScreens

/// Instruments of any kind at the tests that they serve.
@Suite struct InstrumentTests {
    private static let mat: Instrument = "mat"
    private static let counter: Instrument = "counter"
    private static let scale: Instrument = "scale"
    private var house: House

    init() throws {
        var setup = try House.setup()
        setup.instruments = InstrumentPlaces(
            InstrumentPlaces.usual.all + [
                InstrumentPlace(Self.mat, tests: [.chairStand], isWired: true, title: "발판"),
                InstrumentPlace(Self.counter, tests: [.twoMinuteStep], isWired: true, title: "계수기"),
                InstrumentPlace(Self.scale, tests: [.weight], isWired: false, title: "체중계"),
            ])
        house = try House()
        house.app = App(setup: setup)
        try house.welcome()
    }

    private mutating func open(_ id: FitnessTestID) throws {
        let test = try #require(house.app.setup.tests[id])
        house.app.open(test, house.now)
    }

    private func stands(_ count: Int64, _ key: DeviceKey = "mat") -> Reading {
        Reading(
            id: UUID(), deviceKey: key,
            values: [QuantityValue(.repetitions, DecimalValue(mantissa: count), .repetitions)],
            raw: Array("\(key.rawValue) \(count)".utf8),
            receivedMonotonic: house.now.monotonic.wholeNanoseconds, receivedAt: house.now.wall, isSimulated: false)
    }

    private var phase: TestMeasuring.Phase? {
        if case .test(let measuring) = house.app.screen { measuring.phase } else { nil }
    }

    @Test mutating func `a plugged mat counts what the screen would have counted`() throws {
        house.send(.device(Self.mat, .ready("mat")))
        try open(.chairStand)
        #expect(phase == .waiting(nil))
        house.send(.device(Self.mat, .measuring("mat", live: stands(5).values.first)))
        #expect(phase == .waiting(stands(5).values.first))
        house.send(.device(Self.mat, .reading(stands(14))))
        #expect(house.tap("save")?.map(\.savedTest) == ["chair_stand_30s"])
    }

    @Test(arguments: [[DeviceReport](), [.ready("mat"), .lost("mat")]])
    mutating func `a mat that is not plugged in keeps nobody waiting`(reports: [DeviceReport]) throws {
        reports.forEach { house.send(.device(Self.mat, $0)) }
        try open(.chairStand)
        #expect(phase == .explaining)
        #expect(house.tap("start") != nil)
    }

    @Test mutating func `whoever waits for a mat that is pulled may use the screen`() throws {
        house.send(.device(Self.mat, .ready("mat")))
        try open(.chairStand)
        house.send(.device(Self.mat, .lost("mat")))
        #expect(house.texts.contains(house.words.instruments.away))
        #expect(house.tap("type") != nil)
        #expect(phase == .explaining)
        house.send(.device(Self.mat, .ready("mat")))
        #expect(house.send(.device(Self.mat, .reading(stands(14)))).map(\.unclaimedReason) == ["nobody_armed"])
    }

    @Test mutating func `a mat that is plugged in again goes on`() throws {
        house.send(.device(Self.mat, .ready("mat")))
        try open(.chairStand)
        house.send(.device(Self.mat, .lost("mat")))
        house.send(.device(Self.mat, .ready("mat")))
        #expect(house.texts.contains(house.words.instruments.begin))
        #expect(house.send(.device(Self.mat, .reading(stands(9)))).isEmpty)
        #expect(house.tap("save") != nil)
    }

    @Test mutating func `what another instrument counts is not taken for the armed one's`() throws {
        house.send(.device(Self.mat, .ready("mat")))
        try open(.chairStand)
        let steps = house.send(.device(Self.counter, .reading(stands(87, "counter"))))
        #expect(steps.map(\.unclaimedReason) == ["other_instrument"])
        #expect(phase == .waiting(nil))
    }

    @Test mutating func `a scale on the radio is waited for while it sleeps`() throws {
        try open(.weight)
        #expect(phase == .waiting(nil))
        #expect(house.texts.contains(house.words.instruments.begin))
    }

    @Test mutating func `without an instrument a supporter types`() throws {
        try open(.height)
        #expect(phase == .explaining)
        #expect(house.tap("type") != nil)
    }

    @Test mutating func `an earlier value that differs as pounds do from kilograms is asked about`() throws {
        let past = PastReading(
            testID: "weight", values: [QuantityValue(.weight, DecimalValue(mantissa: 560, exponent: -1), .kilogram)],
            takenAt: house.now.wall - 86_400, isSimulated: false)
        var visit = Gallery.visit
        visit.earlier = [past]
        try house.welcome(visit)
        try open(.weight)
        let pounds = house.reading([
            QuantityValue(.weight, DecimalValue(mantissa: 1235, exponent: -1), .kilogram)
        ])
        #expect(house.send(.device(Self.scale, .reading(pounds))).map(\.unclaimedReason) == ["unit_suspicious"])
    }
}
