import FitnessMeasure
import Testing

@Suite struct BloodPressureBandsTests {
    let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    @Test(
        arguments: [
            ("119", "79", BloodPressureBand.usual), ("120", "79", .slightlyHigh), ("119", "80", .slightlyHigh),
            ("139", "89", .slightlyHigh), ("140", "70", .high), ("130", "90", .high), ("159", "99", .high),
            ("160", "70", .veryHigh), ("120", "100", .veryHigh), ("85", "50", .usual),
        ] as [(DecimalValue, DecimalValue, BloodPressureBand)])
    func `a pressure has its words`(systolic: DecimalValue, diastolic: DecimalValue, band: BloodPressureBand) {
        #expect(tables.bands.band(of: .example(systolic, diastolic)) == band)
    }

    @Test func `only the systolic value is high`() {
        #expect(tables.bands.isOnlySystolicHigh(.example("150", "89")))
        #expect(!tables.bands.isOnlySystolicHigh(.example("150", "90")))
    }

    @Test(
        arguments: [
            ("119", "79", []), ("120", "79", ["bp.elevated"]), ("129", "79", ["bp.elevated"]),
            ("130", "79", ["bp.prehypertension"]), ("110", "80", ["bp.prehypertension"]),
            ("139", "89", ["bp.prehypertension"]), ("140", "89", ["bp.hypertension_1", "bp.isolated_systolic"]),
            ("130", "90", ["bp.hypertension_1"]), ("159", "99", ["bp.hypertension_1"]),
            ("160", "95", ["bp.hypertension_2"]), ("160", "89", ["bp.hypertension_2", "bp.isolated_systolic"]),
            ("139", "100", ["bp.hypertension_2"]),
        ] as [(DecimalValue, DecimalValue, [String])])
    func `staff see the table's own class`(systolic: DecimalValue, diastolic: DecimalValue, ids: [String]) {
        let evaluation = Evaluation(.example([.systolic: systolic, .diastolic: diastolic]), by: tables)
        #expect(evaluation.flags.map(\.id) == ids)
    }
}
