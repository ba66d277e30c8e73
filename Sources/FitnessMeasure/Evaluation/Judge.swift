/// One examination before one set of tables.
struct Judge {
    private let examination: Examination
    private let tables: FitnessTables
    private var sex: Sex { examination.sex }
    private var age: Int { examination.age }

    init(_ examination: Examination, _ tables: FitnessTables) {
        (self.examination, self.tables) = (examination, tables)
    }

    /// The measured items of the national programme, then the results that cannot be judged.
    func items() -> [Evaluation.Item] {
        var items: [Evaluation.Item] = []
        items.reserveCapacity(TestItem.nationalBattery.count)
        for item in TestItem.nationalBattery {
            if let amount = examination.amount(item) {
                items.append(judged(item, amount))
            } else if item == .gripRelative, examination.bestGrip != nil {
                items.append(.init(item.test, .weightMissing))
            }
        }
        for refusal in examination.refused where !items.contains(where: { $0.test == refusal.test }) {
            items.append(.init(refusal.test, refusal.reason))
        }
        return items
    }

    private func judged(_ item: TestItem, _ amount: ExactAmount) -> Evaluation.Item {
        Evaluation.Item(
            test: item.test, value: amount, outcome: level(item, amount),
            grade: tables.thresholds.grade(item, sex: sex, age: age, amount: amount),
            percentile: tables.normal.percentile(item, sex: sex, age: age, amount: amount))
    }

    private func level(_ item: TestItem, _ amount: ExactAmount) -> Evaluation.Outcome {
        do throws(NotEvaluable) {
            return .level(try tables.levels.level(item, sex: sex, age: age, amount: amount))
        } catch {
            return .notEvaluated(error)
        }
    }

    func grade(_ items: [Evaluation.Item]) -> GradeEstimate {
        var grades = items.compactMap(\.grade)
        if let grip = examination.amount(.gripAbsolute),
            let grade = tables.thresholds.grade(.gripAbsolute, sex: sex, age: age, amount: grip)
        {
            grades.append(grade)
        }
        return KspoGrading(thresholds: tables.thresholds, rules: tables.gradeRules)
            .estimate(grades, for: examination)
    }
}

extension Judge {
    typealias StaffFindings = (flags: [StaffFlag], places: [SeniorFitnessPlace], bodyMass: StaffFlag?)

    /// What only staff see.
    func staffFindings(_ sppb: Int?) -> StaffFindings {
        var found: StaffFindings = ([], [], nil)
        addCutoffs(sppb, &found.flags)
        if let stands = examination.amount(.chairStand) {
            found.flags += [tables.standing.flag(stands, sex: sex, age: age)].compactMap { $0 }
        }
        addPlaces(&found)
        addBody(&found)
        if !examination.answers.isEmpty {
            let answers = examination.answers
            found.flags += [tables.frail.flag(answers), tables.falls.flag(answers)].compactMap { $0 }
        }
        return found
    }

    private func addCutoffs(_ sppb: Int?, _ flags: inout [StaffFlag]) {
        for item in ClinicalCutoffs.items {
            let scored = item == .sppbTotal ? sppb.map { ExactAmount(DecimalValue(mantissa: Int64($0))) } : nil
            guard let amount = scored ?? examination.amount(item) else { continue }
            tables.cutoffs.flags(item, amount, sex: sex, age: age, into: &flags)
        }
    }

    private func addPlaces(_ found: inout StaffFindings) {
        for item in SeniorFitnessRanges.items {
            guard let amount = examination.amount(item),
                let place = tables.seniorFitness.place(item, sex: sex, age: age, amount: amount)
            else { continue }
            found.places.append(place)
            place.addFlags(amount, to: &found.flags)
        }
    }

    private func addBody(_ found: inout StaffFindings) {
        if let pressure = examination.pressure { found.flags += tables.bands.flags(pressure) }
        if let waist = examination.values[.waist], let flag = tables.bodyMass.abdominalObesity(waist, sex) {
            found.flags.append(flag)
        }
        found.bodyMass = examination.amount(.bodyMassIndex).flatMap { tables.bodyMass.category($0) }
        if let bodyMass = found.bodyMass, bodyMass.id != BodyMassCategories.ordinary { found.flags.append(bodyMass) }
    }
}

extension Evaluation.Item {
    /// An item without a level.
    fileprivate init(_ test: FitnessTestID, _ reason: NotEvaluable) {
        self.init(test: test, value: nil, outcome: .notEvaluated(reason), grade: nil, percentile: nil)
    }
}
