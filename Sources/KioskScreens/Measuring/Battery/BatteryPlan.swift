import FitnessMeasure

/// What there is to do of a battery now, and what the gate says to it. A function of the visit's progress.
struct BatteryPlan: Equatable, Sendable {
    enum Item: Equatable, Sendable {
        case questions
        case test(TestProtocol)
    }

    /// Questions first, then the gate's tests, then the others in the battery's order. What the gate does not let pass
    /// is not among them.
    let items: [Item]
    /// Those beside the next one: what must still be done, what is done, then what may be left out.
    let others: [Item]
    /// Every step of the battery, also those that are not offered now.
    let steps: [Item]
    /// What comes next; nil when all is done that must be done.
    let next: Item?
    let outcome: GateOutcome?
    let isUnwell: Bool

    private let progress: BatteryProgress

    init(_ battery: Battery, _ progress: BatteryProgress, for person: Person, by tables: FitnessTables) {
        self.progress = progress
        isUnwell = progress.isUnwell
        let answered = progress.answers == nil ? nil : progress.judgeAnswers(for: person, by: tables)
        let judged = progress.gate(for: person, by: tables)?.outcome
        // An answer that stops everything does not wait for the blood pressure.
        outcome = battery.gate.isEmpty ? .go : judged ?? (answered == .stopAndRefer ? answered : nil)
        let (isUnwell, outcome) = (isUnwell, outcome)
        let tests = battery.all.filter { Self.mayDo($0, outcome, isUnwell: isUnwell) }
        let questions: [Item] = battery.gate.isEmpty ? [] : [.questions]
        items = (isUnwell ? [] : questions) + tests.map { .test($0) }
        steps = questions + battery.all.map { .test($0) }
        next = Self.next(items, battery, progress, outcome)
        let next = next
        let beside = items.filter { $0 != next }
        let optional = beside.filter { Self.isOptional($0, battery) && !Self.isDone($0, progress) }
        let required = beside.filter { !optional.contains($0) }
        others =
            required.filter { !Self.isDone($0, progress) } + required.filter { Self.isDone($0, progress) } + optional
    }

    /// True if it is done or was left out.
    func isDone(_ item: Item) -> Bool { Self.isDone(item, progress) }

    func skipped(_ item: Item) -> SkipReason? {
        if case .test(let test) = item { progress.records[test.id]?.skipped } else { nil }
    }

    private static func mayDo(_ test: TestProtocol, _ outcome: GateOutcome?, isUnwell: Bool) -> Bool {
        guard !isUnwell else { return false }
        return switch outcome {
        case .go: true
        case .restAndRepeat, .gripAndQuestionsOnly, nil: test.effort <= .light
        case .stopAndRefer: false
        }
    }

    private static func isDone(_ item: Item, _ progress: BatteryProgress) -> Bool {
        switch item {
        case .questions: progress.answers != nil
        case .test(let test) where test.id == .bloodPressure: !progress.pressures.isEmpty
        case .test(let test):
            progress.records[test.id].map { $0.skipped != nil || test.isDone($0) } ?? false
        }
    }

    private static func next(
        _ items: [Item], _ battery: Battery, _ progress: BatteryProgress, _ outcome: GateOutcome?
    ) -> Item? {
        if outcome == .restAndRepeat, let pressure = battery[.bloodPressure] { return .test(pressure) }
        return items.first { !isOptional($0, battery) && !isDone($0, progress) }
    }

    private static func isOptional(_ item: Item, _ battery: Battery) -> Bool {
        if case .test(let test) = item { battery.optional.contains(test.id) } else { false }
    }
}
