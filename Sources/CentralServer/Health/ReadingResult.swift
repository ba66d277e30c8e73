import FitnessMeasure
import SyncWire

/// What a stored reading says of one item of the reference tables.
struct ReadingResult: Equatable, Sendable {
    let item: TestItem
    /// In the unit of the table.
    let value: DecimalValue

    /// Items beside the kiosk's own battery: in which unit they must be, and which way is better.
    private static let others: [TestItem: (unit: String, better: Better)] = [
        .gaitSpeed: ("m/s", .higher), .fastGaitSpeed: ("m/s", .higher), .usualUpAndGo: ("s", .lower),
        .eightFootUpAndGo: ("s", .lower), .fiveStands: ("s", .lower), .oneLegStance: ("s", .higher),
        .sideBySide: ("s", .higher), .semiTandem: ("s", .higher), .tandem: ("s", .higher),
        .gaitFourMetres: ("s", .lower), .gaitThreeMetres: ("s", .lower), .armCurl: ("{repetitions}", .higher),
        .chairSitAndReach: ("[in_i]", .higher), .backScratch: ("[in_i]", .higher),
        .sixMinuteWalkYards: ("[yd_i]", .higher), .sppbTotal: ("{score}", .higher), .waist: ("cm", .lower),
        .calf: ("cm", .higher), .oxygenSaturation: ("%", .lower), .bodyFat: ("%", .lower),
    ]

    /// Nil for a test of the kiosk's battery, which ``FitnessMeasure/TestResult`` reads, and for what no table judges.
    init?(other testID: String, _ values: [WireReading.Value]) {
        guard FitnessTest.named(FitnessTestID(rawValue: testID)) == nil, let item = TestItem(id: testID),
            let rule = Self.others[item], let sent = values.first(where: { $0.unit == rule.unit }),
            let value = DecimalValue(sent.decimal)
        else { return nil }
        (self.item, self.value) = (item, value)
    }

    /// True if this one counts instead of what is known already.
    func isBetter(than known: DecimalValue) -> Bool {
        Self.others[item]?.better == .higher ? value > known : value < known
    }
}
