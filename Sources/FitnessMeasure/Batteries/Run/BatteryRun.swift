/// One person going through a battery. Pure: it holds no clock and no person.
///
/// The gate's tests come first, then the gate's verdict, then the tests in order. Trials are kept as they were
/// measured; what counts is computed by ``TestProtocol/results(of:)``.
public struct BatteryRun: Equatable, Sendable {
    public let battery: Battery
    public internal(set) var phase: Phase
    /// One for each test, in the battery's order.
    public internal(set) var records: [TestRecord]
    public internal(set) var isPaused = false
    /// The last verdict of the gate.
    public internal(set) var gate: GateOutcome?
    var desk = EntryDesk()

    public enum Phase: Equatable, Sendable {
        case measuring(Step)
        /// The gate's tests are done: its verdict is needed.
        case awaitingGate
        /// Sitting quietly; then the gate's tests once more.
        case resting
        case stopped(StopReason)
        case finished
    }

    /// The next trial.
    public struct Step: Equatable, Sendable {
        public let test: FitnessTestID
        /// Counted from 1, for each side.
        public let trial: Int
        public let side: BodySide?

        public init(test: FitnessTestID, trial: Int, side: BodySide?) {
            (self.test, self.trial, self.side) = (test, trial, side)
        }
    }

    public enum StopReason: Equatable, Sendable {
        case gate
        /// A symptom during a test, by its rule id.
        case rule(String)
    }

    public init(_ battery: Battery) {
        self.battery = battery
        records = battery.all.map { TestRecord($0.id) }
        phase = .finished
        moveOn()
    }

    /// True if every test that may not be left out has its trials.
    public var isComplete: Bool {
        zip(battery.all, records).allSatisfy { test, record in
            battery.optional.contains(test.id) || record.valid.count >= test.test.trials
        }
    }

    /// What was measured of a test.
    public subscript(test: FitnessTestID) -> TestRecord? { records.first { $0.test == test } }

    /// Takes the values of the next trial.
    public mutating func enter(
        _ entry: TrialEntry, ranges: InputRanges
    ) throws(BatteryRunError) -> EntryAnswer {
        let (step, place) = try current()
        let test = battery.all[place].test(on: step.side)
        let answer = desk.take(entry.values, entry.source, ranges.finding(entry.values, for: test))
        if case .taken(let flags) = answer { keep(entry, flags, step, place) }
        return answer
    }

    /// Takes the unusual values that were asked again as they are: the supporter has looked.
    public mutating func confirmUnusual(from source: ValueSource) throws(BatteryRunError) {
        let (step, place) = try current()
        guard let values = desk.doubted.last else { throw .nothingToConfirm }
        keep(TrialEntry(values, from: source), [.outsideUsual], step, place)
    }

    /// Leaves out what is left of the test.
    public mutating func skip(_ reason: SkipReason) throws(BatteryRunError) {
        let (_, place) = try current()
        records[place].skipped = reason
        moveOn()
    }

    /// Sets the last trial of a test aside: kept, not counted, and to be done again.
    public mutating func voidLastTrial(of test: FitnessTestID) throws(BatteryRunError) {
        guard !isPaused else { throw .paused }
        if case .stopped = phase { throw .notMeasuring }
        guard let place = records.firstIndex(where: { $0.test == test }),
            let trial = records[place].trials.lastIndex(where: { !$0.isVoid })
        else { throw .nothingToVoid }
        records[place].trials[trial].isVoid = true
        if place < battery.gate.count { gate = nil }
        for place in records.indices where records[place].skipped == .ruledOut { records[place].skipped = nil }
        moveOn()
    }

    /// Between trials only: the clock of a trial is not this run's.
    public mutating func pause() throws(BatteryRunError) {
        guard !isPaused else { throw .paused }
        switch phase {
        case .stopped, .finished: throw .notMeasuring
        case .measuring, .awaitingGate, .resting: isPaused = true
        }
    }

    public mutating func resume() throws(BatteryRunError) {
        guard isPaused else { throw .notPaused }
        isPaused = false
    }

    /// The gate's verdict, after its tests.
    public mutating func decide(_ outcome: GateOutcome) throws(BatteryRunError) {
        guard !isPaused else { throw .paused }
        guard phase == .awaitingGate else { throw .noGateDue }
        gate = outcome
        switch outcome {
        case .go: moveOn()
        case .restAndRepeat: phase = .resting
        case .gripAndQuestionsOnly:
            skipOpen { $0.effort > .light }
            moveOn()
        case .stopAndRefer: stop(.gate)
        }
    }

    /// The rest is over: the gate's tests are open again, earlier trials stay.
    public mutating func rested() throws(BatteryRunError) {
        guard !isPaused else { throw .paused }
        guard phase == .resting else { throw .notResting }
        gate = nil
        for place in battery.gate.indices where records[place].skipped == nil { records[place].rounds += 1 }
        moveOn()
    }

    /// Somebody is unwell: nothing more today. `rule` is the stop rule's id.
    public mutating func stop(rule: String) throws(BatteryRunError) {
        switch phase {
        case .stopped, .finished: throw .notMeasuring
        case .measuring, .awaitingGate, .resting: stop(.rule(rule))
        }
    }
}
