import FitnessMeasure
import Testing

@Suite struct EntryTests {
    private let catalogue: TestCatalogue
    private var run: BatteryRun

    init() throws {
        catalogue = try shippedCatalogue()
        run = BatteryRun(try shippedBattery("quick"))
        let pressure = [
            QuantityValue(.systolic, "128", .millimetresOfMercury),
            QuantityValue(.diastolic, "78", .millimetresOfMercury),
        ]
        _ = try run.enter(TrialEntry(pressure, from: .device), ranges: catalogue.ranges)
        try run.decide(.go)
    }

    private mutating func grip(_ kilograms: DecimalValue, from source: ValueSource = .device) throws -> EntryAnswer {
        try run.enter(
            TrialEntry([QuantityValue(.grip, kilograms, .kilogram)], from: source), ranges: catalogue.ranges)
    }

    private var trials: [TestRecord.Trial] { run[.grip]?.trials ?? [] }

    @Test(arguments: ["6", "55", "24.3"] as [DecimalValue])
    mutating func `a usual value is taken at once`(kilograms: DecimalValue) throws {
        #expect(try grip(kilograms) == .taken(flags: []))
        #expect(trials.count == 1)
    }

    @Test mutating func `an unusual value is asked again once and then taken with a flag`() throws {
        #expect(try grip("55.1") == .askAgain(.unusuallyHigh("grip_right", limit: "55")))
        #expect(trials.isEmpty)
        #expect(try grip("5.9") == .taken(flags: [.outsideUsual]))
        #expect(trials.first?.flags == [.outsideUsual])
        #expect(trials.first?.doubted == [[QuantityValue(.grip, "55.1", .kilogram)]])
    }

    @Test mutating func `asked again, a usual value is taken without a flag`() throws {
        _ = try grip("70")
        #expect(try grip("27") == .taken(flags: []))
        #expect(trials.first?.flags == [] && trials.first?.doubted.count == 1)
        #expect(try grip("70") == .askAgain(.unusuallyHigh("grip_left", limit: "55")))
    }

    @Test mutating func `an unusual value may be confirmed`() throws {
        #expect(throws: BatteryRunError.nothingToConfirm) { try run.confirmUnusual(from: .supporter) }
        _ = try grip("70")
        try run.confirmUnusual(from: .supporter)
        #expect(trials.first?.values == [QuantityValue(.grip, "70", .kilogram)])
        #expect(trials.first?.flags == [.outsideUsual])
    }

    @Test(
        arguments: [
            ("0.4", RangeFinding.impossiblyLow("grip_right", limit: "0.5")),
            ("90.1", .impossiblyHigh("grip_right", limit: "90")),
        ] as [(DecimalValue, RangeFinding)])
    mutating func `an impossible value is refused, however often`(kilograms: DecimalValue, finding: RangeFinding) throws
    {
        for _ in 0..<3 { #expect(try grip(kilograms) == .refused(finding)) }
        #expect(trials.isEmpty)
    }

    @Test mutating func `a foreign unit and a missing value are refused with their reason`() throws {
        let pounds = TrialEntry([QuantityValue(.grip, "50", .pound)], from: .device)
        #expect(
            try run.enter(pounds, ranges: catalogue.ranges) == .refused(.wrongUnit(.pound, expected: .kilogram)))
        #expect(try run.enter(TrialEntry([], from: .device), ranges: catalogue.ranges) == .refused(.missing(.grip)))
    }

    @Test mutating func `a supporter types twice and both must agree`() throws {
        #expect(try grip("24.3", from: .supporter) == .enterAgain)
        #expect(try grip("23.4", from: .supporter) == .entriesDiffer)
        #expect(try grip("24.3", from: .supporter) == .enterAgain)
        #expect(try grip("24.30", from: .supporter) == .taken(flags: []))
        #expect(trials.count == 1 && trials.first?.source == .supporter)
    }

    @Test mutating func `an unusual value that was typed twice is asked again`() throws {
        _ = try grip("56", from: .supporter)
        #expect(try grip("56", from: .supporter) == .askAgain(.unusuallyHigh("grip_right", limit: "55")))
        #expect(try grip("56", from: .supporter) == .enterAgain)
        #expect(try grip("56", from: .supporter) == .taken(flags: [.outsideUsual]))
    }

    @Test mutating func `an impossible value between two entries begins anew`() throws {
        _ = try grip("24", from: .supporter)
        _ = try grip("240", from: .supporter)
        #expect(try grip("24", from: .supporter) == .enterAgain)
    }
}
