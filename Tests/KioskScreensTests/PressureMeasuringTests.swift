import FitnessMeasure
import KioskUI
import Testing

@testable import KioskScreens

struct PressureMeasuringTests {
    private var house: House

    init() throws {
        house = try House()
        try house.welcome()
        house.send(.home(.pressureTapped))
    }

    private var phase: PressureMeasuring.Phase? {
        if case .pressure(let measuring) = house.app.screen { measuring.phase } else { nil }
    }

    private var gate: PressureGate? { if case .value(_, let gate) = phase { gate } else { nil } }

    @discardableResult private mutating func measure(_ upper: Int64, _ lower: Int64) -> [Effect] {
        let report = house.pressure(upper, lower)
        return house.send(.device(.cuff, report))
    }

    @Test(
        arguments: [
            (128, 78, PressureGate.Category.usual), (139, 89, .usual), (142, 88, .slightlyHigh), (88, 60, .low),
            (168, 102, .high),
        ] as [(Int64, Int64, PressureGate.Category)])
    mutating func `a value has its category`(upper: Int64, lower: Int64, category: PressureGate.Category) {
        measure(upper, lower)
        #expect(gate?.category == category)
        #expect(house.texts.contains(String(upper)))
    }

    @Test mutating func `a usual value is saved once and only when asked`() {
        #expect(measure(128, 78).isEmpty)
        #expect(house.send(.pressure(.saveTapped)).map(\.savedTest) == [TestID.pressure])
        #expect(house.send(.pressure(.saveTapped)).isEmpty)
        #expect(house.texts.contains(house.words.measure.saving))
        house.answer { .saved(readingID: Gallery.usual.id, request: $0) }
        #expect(house.texts.contains(house.words.measure.saved))
    }

    @Test mutating func `a disk that refuses leaves the value to be saved again`() {
        measure(128, 78)
        house.send(.pressure(.saveTapped))
        house.answer { .failed(request: $0) }
        #expect(house.texts.contains(house.words.measure.notSaved))
        #expect(house.send(.pressure(.saveTapped)).map(\.savedTest) == [TestID.pressure])
    }

    @Test mutating func `a high value asks for a rest, and high again for a supporter`() {
        #expect(measure(168, 102).isEmpty)
        #expect(gate?.asksForRest == true)
        house.send(.pressure(.restTapped))
        house.wait(299)
        guard case .resting = phase else { Issue.record("The rest is over too early"); return }
        house.wait(1)
        #expect(phase == .waiting)
        #expect(measure(166, 101) == [.callSupporter])
        #expect(gate?.asksForSupporter == true)
        #expect(house.texts.contains(house.words.pressure.callSupporter))
    }

    @Test mutating func `what was high stays known when one goes home and comes back`() {
        measure(168, 102)
        house.send(.homeTapped)
        house.send(.home(.pressureTapped))
        #expect(measure(166, 101) == [.callSupporter])
    }

    @Test mutating func `a value above the stopping limit calls at once`() {
        #expect(measure(205, 96) == [.callSupporter])
    }

    @Test(arguments: [MeasureFailure.deviceError(code: "E3"), .unreadable("short"), .implausible, .unstable])
    mutating func `a failure is words, and may be tried again`(failure: MeasureFailure) {
        house.send(.device(.cuff, .failed("test", failure)))
        #expect(phase == .failed(failure))
        #expect(house.texts.contains(house.words.measure.failed(failure)))
        #expect(!house.texts.contains { $0.contains("E3") || $0.contains("short") })
        house.send(.pressure(.againTapped))
        #expect(phase == .waiting)
    }

    @Test mutating func `the rising pressure is shown, and a lost cuff is waited for`() {
        let live = QuantityValue(.cuffPressure, DecimalValue(mantissa: 148), .millimetresOfMercury)
        house.send(.device(.cuff, .measuring("test", live: live)))
        #expect(house.texts.contains { $0.contains("148") })
        house.send(.device(.cuff, .lost("test")))
        #expect(phase == .waiting)
        #expect(house.texts.contains(house.words.pressure.cuffAway))
    }

    @Test mutating func `resting is not idleness`() {
        measure(168, 102)
        house.send(.pressure(.restTapped))
        house.wait(200)
        #expect(house.app.overlay == nil)
        #expect(house.app.visit != nil)
    }
}
