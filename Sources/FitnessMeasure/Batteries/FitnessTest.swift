/// A test or vital sign of the kiosk: what it measures, in which unit, which table rows belong to it. How it is done
/// is a ``TestProtocol``.
public struct FitnessTest: Identifiable, Hashable, Sendable {
    public let id: FitnessTestID
    /// What a reading of the test holds. The first is the one that is evaluated.
    public let items: [Item]
    /// Nil where neither more nor less is better.
    public let better: Better?
    /// How often it is done, both hands together.
    public let trials: Int
    /// The test's name in `measurement_change.csv`; nil if no change is ever claimed.
    public let changeID: String?

    /// One quantity of a test.
    public struct Item: Hashable, Sendable {
        /// The row of `input_ranges.csv`.
        public let rangeID: String
        public let quantity: QuantityKind
        public let unit: UCUMUnit
        /// A reading without it is not one of this test.
        public let isRequired: Bool

        public init(_ rangeID: String, _ quantity: QuantityKind, _ unit: UCUMUnit, isRequired: Bool = true) {
            (self.rangeID, self.quantity, self.unit, self.isRequired) = (rangeID, quantity, unit, isRequired)
        }
    }

    public init(_ id: FitnessTestID, _ items: [Item], better: Better?, trials: Int = 1, changeID: String? = nil) {
        (self.id, self.items, self.better, self.trials, self.changeID) = (id, items, better, trials, changeID)
    }
}

/// A test's id in the reference tables.
public struct FitnessTestID: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    public static let bloodPressure: FitnessTestID = "blood_pressure"
    public static let weight: FitnessTestID = "weight"
    public static let height: FitnessTestID = "height"
    /// Measured in kg, judged in percent of body weight.
    public static let grip: FitnessTestID = "grip_relative"
    public static let chairStand: FitnessTestID = "chair_stand_30s"
    public static let upAndGo: FitnessTestID = "tug_3m_fast"
    public static let figureOfEight: FitnessTestID = "figure8_walk"
    public static let twoMinuteStep: FitnessTestID = "step_2min"
    public static let sixMinuteWalk: FitnessTestID = "walk_6min"
    public static let sitAndReach: FitnessTestID = "sit_reach_floor"
    /// At the usual pace, where ``upAndGo`` is as fast as is safe.
    public static let usualUpAndGo: FitnessTestID = "tug_usual"
    public static let eightFootUpAndGo: FitnessTestID = "up_and_go_8ft"
    public static let chairSitAndReach: FitnessTestID = "chair_sit_reach"
    /// A speed, over any course; the SPPB counts the seconds of its own course instead.
    public static let usualGait: FitnessTestID = "gait_speed_usual"
    public static let fourMetreGait: FitnessTestID = "gait_4m"
    public static let threeMetreGait: FitnessTestID = "gait_3m"
}

extension FitnessTest {
    /// In the order of a measuring session: the gate first, what tires most last.
    public static let all: [FitnessTest] = [
        bloodPressure, height, weight, grip, chairStand, upAndGo, figureOfEight, sitAndReach, twoMinuteStep,
        sixMinuteWalk,
    ]

    /// The test with that id.
    public static func named(_ id: FitnessTestID) -> FitnessTest? { all.first { $0.id == id } }

    public static let bloodPressure = FitnessTest(
        .bloodPressure,
        [
            Item("bp_systolic", .systolic, .millimetresOfMercury),
            Item("bp_diastolic", .diastolic, .millimetresOfMercury),
            Item("heart_rate_rest", .pulse, .perMinute, isRequired: false),
        ], better: nil, trials: 1)
    public static let height = FitnessTest(.height, [Item("height", .height, .centimetre)], better: nil)
    public static let weight = FitnessTest(.weight, [Item("weight", .weight, .kilogram)], better: nil)
    public static let grip = FitnessTest(
        .grip, [Item("grip_right", .grip, .kilogram)], better: .higher, trials: 4, changeID: "grip_max")
    public static let chairStand = FitnessTest(
        .chairStand, [Item("chair_stand_30s", .repetitions, .repetitions)], better: .higher,
        changeID: "chair_stand_30s")
    public static let upAndGo = FitnessTest(
        .upAndGo, [Item("tug_3m_fast", .duration, .second)], better: .lower, trials: 2, changeID: "tug_3m_fast")
    public static let figureOfEight = FitnessTest(
        .figureOfEight, [Item("figure8_walk", .duration, .second)], better: .lower, trials: 2,
        changeID: "figure8_walk")
    public static let sitAndReach = FitnessTest(
        .sitAndReach, [Item("sit_reach_floor", .reach, .centimetre)], better: .higher, trials: 2,
        changeID: "sit_reach_floor")
    public static let twoMinuteStep = FitnessTest(
        .twoMinuteStep, [Item("step_2min", .repetitions, .repetitions)], better: .higher, changeID: "step_2min")
    public static let sixMinuteWalk = FitnessTest(
        .sixMinuteWalk, [Item("walk_6min", .distance, .metre)], better: .higher, changeID: "walk_6min")
}

extension QuantityKind {
    public static let duration: QuantityKind = "duration"
    public static let reach: QuantityKind = "reach"
    public static let distance: QuantityKind = "distance"
}

extension UCUMUnit {
    public static let centimetre: UCUMUnit = "cm"
    public static let metre: UCUMUnit = "m"
}
