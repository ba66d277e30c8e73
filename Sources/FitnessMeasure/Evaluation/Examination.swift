/// What is known of one person on one day: the values that were measured and the answers that were given.
public struct Examination: Equatable, Sendable {
    public var sex: Sex
    /// Completed years.
    public var age: Int
    public var values: MeasuredValues
    /// Answers to screening questions, by question id.
    public var answers: [String: ScreeningAnswer] = [:]
    /// Tests that were tried or declined for safety and could not be done; not the same as tests nobody tried.
    public var unable: Set<TestItem> = []
    /// True if the blood pressure in `values` was taken again after a rest.
    public var isPressureRepeated = false
    /// Blood pressures of the same visit before the one in `values`, the earliest first.
    public var earlierPressures: [BloodPressure] = []
    /// Results that cannot be judged, and why: in a unit that no table has, for example.
    public var refused: [Refusal] = []

    public struct Refusal: Equatable, Sendable {
        public let test: FitnessTestID
        public let reason: NotEvaluable
    }

    public init(sex: Sex, age: Int, values: MeasuredValues = MeasuredValues()) {
        (self.sex, self.age, self.values) = (sex, age, values)
    }

    /// An item in the unit of its table, also if it has to be computed from others; nil if it was not measured.
    public func amount(_ item: TestItem) -> ExactAmount? {
        switch item {
        case .gripMax, .gripAbsolute: bestGrip.map(ExactAmount.init)
        case .gripRelative: relativeGrip
        case .bodyMassIndex: bodyMassIndex
        case .sarcF: sarcF
        default: values[item].map(ExactAmount.init)
        }
    }

    /// The better hand in kg.
    var bestGrip: DecimalValue? {
        guard let left = values[.gripLeft], let right = values[.gripRight] else {
            return values[.gripLeft] ?? values[.gripRight] ?? values[.gripMax] ?? values[.gripAbsolute]
        }
        return left > right ? left : right
    }

    private var relativeGrip: ExactAmount? {
        guard let grip = bestGrip, let weight = values[.weight] else {
            return values[.gripRelative].map(ExactAmount.init)
        }
        return ExactAmount(percentOf: weight, grip)
    }

    private var bodyMassIndex: ExactAmount? {
        guard let weight = values[.weight], let height = values[.height] else {
            return values[.bodyMassIndex].map(ExactAmount.init)
        }
        return ExactAmount(bodyMassIndexOf: weight, height: height)
    }

    /// The sum of the five answers of SARC-F, unless it was given as it is.
    private var sarcF: ExactAmount? {
        if let given = values[.sarcF] { return ExactAmount(given) }
        guard !answers.isEmpty else { return nil }
        var sum = 0
        for order in 1...5 {
            guard case .points(let points)? = answers["sarc_f_\(order)"] else { return nil }
            sum += points
        }
        return ExactAmount(DecimalValue(mantissa: Int64(sum)))
    }

    /// What staff know of falls.
    public var fallFacts: Set<FallFact> { Set(FallFact.allCases.filter { answers[$0.rawValue] == .yes }) }

    var pressure: BloodPressure? {
        guard let systolic = values[.systolic], let diastolic = values[.diastolic] else { return nil }
        return BloodPressure(systolic: systolic, diastolic: diastolic, pulse: values[.restingPulse])
    }
}

/// A value for each item that was measured.
public struct MeasuredValues: Equatable, Sendable {
    private var values = [DecimalValue?](repeating: nil, count: TestItem.allCases.count)

    public init() {}

    public subscript(item: TestItem) -> DecimalValue? {
        get { values[item.rawValue] }
        set { values[item.rawValue] = newValue }
    }
}

/// An answer to a screening question.
public enum ScreeningAnswer: Equatable, Sendable {
    case yes, no
    /// Where a question is answered in points.
    case points(Int)
}
