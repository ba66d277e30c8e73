import FitnessMeasure
import Testing

@Suite struct TrendTests {
    let change: MeasurementChange
    init() throws { change = try shippedTables().change }

    private func stands(_ count: DecimalValue, day: Int, by protocolID: ProtocolID = "chair_stand_30s/1") -> DatedResult
    {
        DatedResult(count, day: day, by: protocolID)
    }

    @Test func `a change beyond the noise is told with the days between`() throws {
        let statement = change.statement(from: stands("12", day: 100), to: stands("15", day: 184), test: .chairStand)
        guard case .trend(let trend, let days) = statement else {
            Issue.record("no trend")
            return
        }
        #expect(trend.direction == .improved(by: "3") && days == 84)
        #expect(trend.row.origin.table == MeasurementChange.table && trend.row.origin.confidence == .found)
        #expect(trend.row.origin.source.hasPrefix("Hesseberg 2015"))
    }

    @Test func `at the noise nothing has changed`() {
        let statement = change.statement(from: stands("12", day: 1), to: stands("10", day: 2), test: .chairStand)
        guard case .trend(let trend, 1) = statement else {
            Issue.record("no trend")
            return
        }
        #expect(trend.direction == .same)
    }

    @Test func `another protocol claims nothing`() {
        let statement = change.statement(
            from: stands("12", day: 1), to: stands("20", day: 90, by: "chair_stand_30s/2"), test: .chairStand)
        #expect(statement == .protocolChanged(from: "chair_stand_30s/1", to: "chair_stand_30s/2"))
    }

    @Test(arguments: [90, 89])
    func `two results of one day, or the wrong way round, are no trend`(day: Int) {
        #expect(
            change.statement(from: stands("12", day: 90), to: stands("20", day: day), test: .chairStand) == .notLater)
    }

    @Test(arguments: ["one_leg_stance", "chair_stand_5x", "sppb_total", "juggling"])
    func `noisy tests and tests without a row claim nothing`(id: String) {
        let test = FitnessTest(FitnessTestID(rawValue: id), [], better: .higher, changeID: id)
        let (a, b) = (DatedResult("1", day: 1, by: "p/1"), DatedResult("100", day: 200, by: "p/1"))
        #expect(change.statement(from: a, to: b, test: test) == .noClaim)
    }

    @Test func `derived and assumed thresholds are told apart`() throws {
        let marks = try [FitnessTest.figureOfEight, .upAndGo].map { test in
            try #require(change.statement(previous: "30", current: "10", test: test)).row.origin
        }
        #expect(marks.map(\.confidence) == [.assumed, .derived])
        #expect(marks[0].mark == .assumed)
    }
}
