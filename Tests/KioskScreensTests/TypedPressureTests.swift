import FitnessMeasure
import KioskUI
import Testing

@testable import KioskScreens

/// A blood pressure that another monitor shows, typed by a supporter.
@Suite struct TypedPressureTests {
    private var house: House

    init() throws {
        house = try House()
        try house.welcome()
        house.send(.home(.pressureTapped))
    }

    private var phase: PressureMeasuring.Phase? {
        if case .pressure(let measuring) = house.app.screen { measuring.phase } else { nil }
    }

    private var entry: PressureEntry? { if case .entering(let entry) = phase { entry } else { nil } }

    /// Types numbers on the pad, each ended; nil skips the pulse.
    @discardableResult private mutating func type(_ numbers: String?...) -> [Effect] {
        numbers.reduce(into: [Effect]()) { effects, number in
            guard let number else {
                effects += house.tap("no-pulse") ?? []
                return
            }
            for digit in number { effects += house.tap(TouchID("digit-\(digit)")) ?? [] }
            effects += house.tap("done") ?? []
        }
    }

    /// The same numbers twice.
    private mutating func typeTwice(_ upper: String, _ lower: String, _ pulse: String?) -> [Effect] {
        _ = house.tap("type")
        let first = type(upper, lower, pulse)
        return first + (pulse == nil ? type(upper, lower) : type(upper, lower, pulse))
    }

    @Test mutating func `numbers that were typed twice are saved with where they come from`() throws {
        let effects = typeTwice("128", "78", "71")
        guard case .save(let reading, TestID.pressure, let context, _, _)? = effects.first, effects.count == 1 else {
            Issue.record("not one saving: \(effects)")
            return
        }
        #expect(context.source == .supporter)
        #expect(context.protocolID?.rawValue == "blood_pressure/1")
        #expect(reading.flags == [.enteredBySupporter])
        #expect(reading.deviceKey == TestMeasuring.keypad)
        #expect(reading.values.map(\.kind) == [.systolic, .diastolic, .pulse])
        #expect(reading.values.map(\.value.description) == ["128", "78", "71"])
        #expect(reading.raw == Array("blood_pressure 128 78 71".utf8))
        house.answer { .saved(readingID: reading.id, request: $0) }
        #expect(house.texts.contains(house.words.measure.saved))
        #expect(house.texts.contains("128"))
    }

    @Test mutating func `a monitor without a pulse is asked for two numbers the second time`() {
        let effects = typeTwice("128", "78", nil)
        #expect(effects.map(\.savedTest) == [TestID.pressure])
    }

    @Test mutating func `two different entries are both forgotten`() {
        _ = house.tap("type")
        #expect(type("128", "78", "71").isEmpty)
        #expect(house.texts.contains(house.words.test.typeAgain))
        #expect(type("128", "87", "71").isEmpty)
        #expect(house.texts.contains(house.words.test.typedDiffer))
        #expect(type("128", "78", "71").isEmpty)
        #expect(type("128", "78", "71").map(\.savedTest) == [TestID.pressure])
    }

    @Test(arguments: [
        (["261"], "260보다 클 수 없어요"), (["59"], "60보다 작을 수 없어요"), (["128", "29"], "30보다 작을 수 없어요"),
        (["200", "161"], "160보다 클 수 없어요"), (["128", "128"], "아래 혈압은 위 혈압보다 작아요"),
        (["90", "130"], "아래 혈압은 위 혈압보다 작아요"), (["128", "78", "400"], "220보다 클 수 없어요"),
    ])
    mutating func `a number that cannot be is refused at once and may be typed again`(
        numbers: [String], sentence: String
    ) throws {
        _ = house.tap("type")
        numbers.forEach { type($0) }
        #expect(house.texts.contains(sentence), "\(house.texts)")
        #expect(entry?.place == numbers.count - 1)
        #expect(entry?.numbers[numbers.count - 1].text == "")
    }

    @Test mutating func `an unusual value is asked about, and saved as unusual`() {
        #expect(typeTwice("205", "96", "71").isEmpty)
        #expect(house.texts.contains(house.words.typedPressure.isItRight))
        let effects = house.tap("right") ?? []
        #expect(effects.map(\.savedTest) == [TestID.pressure, nil])
        #expect(effects.last == .callSupporter)
        guard case .save(let reading, _, _, _, _)? = effects.first else { return }
        #expect(reading.flags == [.enteredBySupporter, .outsideUsual])
    }

    @Test mutating func `an unusual value that was wrong is typed anew`() {
        _ = typeTwice("188", "96", "71")
        _ = house.tap("again")
        #expect(entry == PressureEntry())
        #expect(type("138", "86", "71").isEmpty)
        #expect(type("138", "86", "71").map(\.savedTest) == [TestID.pressure])
    }

    @Test mutating func `what is asked about is kept when its person leaves`() {
        _ = typeTwice("188", "96", "71")
        #expect(house.send(.homeTapped).map(\.unclaimedReason) == ["left_unsaved"])
    }

    @Test mutating func `a typed pressure opens the gate as a measured one does`() throws {
        house.send(.homeTapped)
        house.send(.home(.fitnessTapped))
        house.send(.fitness(.questionsTapped))
        while case .screening = house.app.screen { house.send(.screening(.noTapped)) }
        #expect(house.app.screenName == "pressure")
        let effects = typeTwice("128", "78", "71")
        #expect(effects.compactMap(\.gate).map(\.outcome) == [.go])
        guard case .save(let reading, _, _, _, _)? = effects.first else { return }
        house.answer { .saved(readingID: reading.id, request: $0) }
        house.send(.pressure(.doneTapped))
        let visit = try #require(house.app.visit)
        #expect(house.app.plan(for: visit).outcome == .go)
    }

    @Test mutating func `high twice, the second time typed, calls a supporter`() {
        house.send(.device(.cuff, house.pressure(168, 102)))
        house.send(.pressure(.againTapped))
        house.send(.device(.cuff, .lost("test")))
        #expect(typeTwice("166", "101", "80").contains(.callSupporter))
    }

    @Test mutating func `while somebody types, what the cuff sends waits in the tray`() {
        _ = house.tap("type")
        type("128")
        #expect(house.send(.device(.cuff, house.pressure(150, 90))).map(\.unclaimedReason) == ["nobody_armed"])
        #expect(entry?.place == 1)
    }

    @Test mutating func `back goes number by number, then to the cuff`() {
        _ = house.tap("type")
        type("128")
        house.send(.backTapped)
        #expect(entry?.place == 0)
        house.send(.backTapped)
        #expect(phase == .waiting)
        #expect(house.send(.device(.cuff, house.pressure(128, 78))).isEmpty)
        #expect(house.texts.contains("128"))
    }

    @Test mutating func `erasing before the first key goes to the number before`() {
        _ = house.tap("type")
        type("128")
        _ = house.tap("erase")
        #expect(entry?.place == 0)
        _ = house.tap("erase")
        #expect(entry?.numbers.first?.text == "12")
    }

    @Test mutating func `a connected cuff offers no keys until it fails`() {
        house.send(.device(.cuff, .ready("test")))
        #expect(house.tap("type") == nil)
        house.send(.device(.cuff, .failed("test", .deviceError(code: nil))))
        #expect(house.tap("type") != nil)
    }

    @Test mutating func `a kiosk without a cuff says so and offers the keys first`() throws {
        var setup = try House.setup()
        setup.instruments = InstrumentPlaces([])
        house.app = App(setup: setup)
        try house.welcome()
        house.send(.home(.pressureTapped))
        #expect(house.texts.contains(house.words.typedPressure.elsewhere))
        #expect(typeTwice("128", "78", "71").map(\.savedTest) == [TestID.pressure])
    }

    @Test mutating func `a disk that refuses leaves what was typed to be saved again`() {
        _ = typeTwice("128", "78", "71")
        house.answer { .failed(request: $0) }
        #expect(house.texts.contains(house.words.measure.notSaved))
        #expect(house.tap("save")?.map(\.savedTest) == [TestID.pressure])
    }
}
