/// A value that the reference tables know by its id, in the unit of the tables.
///
/// Three tests are called "up and go" and two "sit and reach"; each is an item of its own, so that none is judged by
/// the table of another.
public enum TestItem: Int, CaseIterable, Sendable {
    case height, weight, bodyMassIndex, bodyFat, waist, calf
    case systolic, diastolic, restingPulse, oxygenSaturation, bodyTemperature
    case gripLeft, gripRight
    /// The better hand in kg, and the same as the official table calls it.
    case gripMax, gripAbsolute
    /// The better hand in percent of body weight.
    case gripRelative
    case chairStand, fiveStands, armCurl
    case twoMinuteStep, sixMinuteWalk, sixMinuteWalkYards
    case sitAndReach, chairSitAndReach, backScratch
    /// 3 m as fast as possible, 3 m at the usual pace, 8 ft.
    case fastUpAndGo, usualUpAndGo, eightFootUpAndGo
    case figureOfEight, gaitSpeed, fastGaitSpeed, oneLegStance
    case sideBySide, semiTandem, tandem, gaitFourMetres, gaitThreeMetres, sppbTotal
    case sarcF, sarcCalf, leanMassIndexDXA, leanMassIndexBIA, leanMass

    /// As the tables write it.
    public var id: String { Self.ids[rawValue] }

    /// The item of a table's id, or of one of the two names that a table uses for the same value.
    public init?(id: String) {
        guard let item = Self.items[id] else { return nil }
        self = item
    }

    /// Its level, if it has one, is of this test.
    var test: FitnessTestID { FitnessTestID(rawValue: id) }

    private static let ids = allCases.map(\.tableID)
    private static let items: [String: TestItem] = {
        let own = Dictionary(uniqueKeysWithValues: zip(ids, allCases))
        return own.merging(["chair_5x": .fiveStands]) { own, _ in own }
    }()

    private var tableID: String {
        switch self {
        case .height: "height"
        case .weight: "weight"
        case .bodyMassIndex: "bmi"
        case .bodyFat: "body_fat"
        case .waist: "waist"
        case .calf: "calf_circumference"
        case .systolic: "bp_systolic"
        case .diastolic: "bp_diastolic"
        case .restingPulse: "heart_rate_rest"
        case .oxygenSaturation: "spo2"
        case .bodyTemperature: "body_temperature"
        case .gripLeft: "grip_left"
        case .gripRight: "grip_right"
        case .gripMax: "grip_max"
        case .gripAbsolute: "grip_absolute"
        case .gripRelative: "grip_relative"
        case .chairStand: "chair_stand_30s"
        case .fiveStands: "chair_stand_5x"
        case .armCurl: "arm_curl_30s"
        case .twoMinuteStep: "step_2min"
        case .sixMinuteWalk: "walk_6min"
        case .sixMinuteWalkYards: "walk_6min_sft"
        case .sitAndReach: "sit_reach_floor"
        case .chairSitAndReach: "chair_sit_reach"
        case .backScratch: "back_scratch"
        case .fastUpAndGo: "tug_3m_fast"
        case .usualUpAndGo: "tug_usual"
        case .eightFootUpAndGo: "up_and_go_8ft"
        case .figureOfEight: "figure8_walk"
        case .gaitSpeed: "gait_speed_usual"
        case .fastGaitSpeed: "gait_speed_max"
        case .oneLegStance: "one_leg_stance"
        case .sideBySide: "side_by_side"
        case .semiTandem: "semi_tandem"
        case .tandem: "tandem"
        case .gaitFourMetres: "gait_4m"
        case .gaitThreeMetres: "gait_3m"
        case .sppbTotal: "sppb_total"
        case .sarcF: "sarc_f"
        case .sarcCalf: "sarc_calf"
        case .leanMassIndexDXA: "asm_height2_dxa"
        case .leanMassIndexBIA: "asm_height2_bia"
        case .leanMass: "asm_total"
        }
    }
}
