extension FitnessFactor {
    /// The factor of the national grade that an item stands for. Of several items of a factor the best counts.
    init?(graded item: TestItem) {
        switch item {
        case .twoMinuteStep, .sixMinuteWalk: self = .cardio
        case .gripRelative: self = .upperStrength
        case .chairStand: self = .lowerStrength
        case .sitAndReach: self = .flexibility
        case .fastUpAndGo: self = .balance
        case .figureOfEight: self = .coordination
        default: return nil
        }
    }

    /// The place among ``graded``, from 0; nil for a factor that is not graded.
    var gradedPlace: Int? {
        switch self {
        case .cardio: 0
        case .upperStrength: 1
        case .lowerStrength: 2
        case .flexibility: 3
        case .balance: 4
        case .coordination: 5
        case .trunkStrength, .body, .vital: nil
        }
    }
}

extension TestItem {
    /// The items of the national programme, in the order of a measuring session.
    static let nationalBattery: [TestItem] = [
        .gripRelative, .chairStand, .fastUpAndGo, .figureOfEight, .sitAndReach, .twoMinuteStep, .sixMinuteWalk,
    ]
}
