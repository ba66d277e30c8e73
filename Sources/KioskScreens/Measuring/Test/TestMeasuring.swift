import FitnessMeasure

/// One test of the catalogue, guided on the screen: what to do, the clock or the keys, the value, the disk's answer.
public struct TestMeasuring: Equatable, Sendable {
    public let test: TestProtocol
    public internal(set) var phase: Phase
    /// What this visit has of the test so far.
    var record: TestRecord
    /// The instruments of this kiosk whose values it waits for; empty where people measure.
    private(set) var instruments: [Instrument]
    /// The test that asked for this one's value.
    var onTheWayTo: FitnessTestID?
    /// What the clock said last: the page shows it for a moment, a voice may say it.
    public internal(set) var said: SaidCue?
    /// Between values that are typed twice or asked again.
    var desk = EntryDesk()
    /// The length of the course, for tests whose value is a speed.
    var metres: Int?
    var page = 0
    /// What was on when somebody asked to stop: the clock runs on, in case they did not mean it.
    private(set) var interrupted: Interrupted?

    public enum Phase: Equatable, Sendable {
        case explaining
        /// For the instrument; with a value that still moves, if it tells one.
        case waiting(QuantityValue?)
        case failed(MeasureFailure)
        case timing(TestTimer)
        case counting(CountedTest)
        case entering(NumberEntry, EntryObjection?)
        /// Unusual: is it right?
        case doubted(Attempt)
        case refused(RangeFinding)
        case value(Attempt)
        case saving(Attempt)
        case saved(Attempt)
        case notSaved(Attempt)
        /// Why not?
        case skipping
        /// It hurt: nothing but a rest.
        case resting
    }

    /// Why a typed value is not taken yet.
    public enum EntryObjection: Equatable, Sendable {
        /// Nothing is wrong: typed once, once more.
        case again
        case differ
        case refused(RangeFinding)
    }

    public enum Event: Equatable, Sendable {
        case report(DeviceReport)
        case startTapped
        /// The length of the course in metres.
        case courseTapped(Int)
        /// The stopwatch's key; before "go" somebody was too early.
        case pressTapped
        case countTapped, undoTapped
        case typeTapped, digit(Int), pointTapped, signTapped, erased, entered
        case rightTapped, againTapped, saveTapped, nextTapped, doneTapped
        case skipTapped, skipped(SkipReason), goOnTapped
    }

    /// What the measuring asks of the house.
    enum Request: Equatable, Sendable { case save(Reading), keepSkip(SkipReason), callSupporter, leave }

    init(_ test: TestProtocol, record: TestRecord? = nil, instruments: [Instrument] = []) {
        (self.test, self.instruments) = (test, instruments)
        self.record = record ?? TestRecord(test.id)
        phase = instruments.isEmpty ? .explaining : .waiting(nil)
    }

    /// The screen counts or takes the time after all.
    mutating func measureByHand() {
        instruments = []
        phase = .explaining
    }

    /// The courses over which the usual pace is measured: 4 or 6 m, as the test's own set-up says.
    static let courses = [4, 6]

    /// The trial that is on.
    var step: BatteryRun.Step { test.nextStep(after: record) }
    /// The test with the limits of the side that is on.
    var sided: FitnessTest { test.test(on: step.side) }
    /// The quantity that is judged.
    var item: FitnessTest.Item? { sided.items.first }
    var needsCourse: Bool { test.capture.timer != nil && item?.quantity == .speed }

    /// The way in which the trial that is on is done.
    var protocolID: ProtocolID { test.protocolID(metres: needsCourse ? metres : nil) }

    /// True while a reading of the instrument may land here.
    var isArmed: Bool {
        switch phase {
        case .waiting, .failed: !instruments.isEmpty
        default: false
        }
    }

    var isRunning: Bool {
        switch phase {
        case .timing(let timer): timer.isRunning
        case .counting(let counted): counted.timer.isRunning
        default: false
        }
    }

    /// A phase behind another one.
    indirect enum Interrupted: Equatable, Sendable { case by(Phase) }

    mutating func interrupt() { (interrupted, phase) = (.by(phase), .skipping) }

    /// Back to what was on; false if nothing was interrupted.
    mutating func goOn() -> Bool {
        guard phase == .skipping, case .by(let before)? = interrupted else { return false }
        (phase, interrupted) = (before, nil)
        return true
    }

    mutating func saved(_ done: Bool) {
        guard case .saving(let attempt) = phase else { return }
        guard done else { return phase = .notSaved(attempt) }
        record.add(attempt.trial)
        desk = EntryDesk()
        phase = .saved(attempt)
    }
}

/// A cue of a test's clock, and when it was due on the monotonic clock.
public struct SaidCue: Equatable, Sendable {
    public let word: TimerCue.Word
    public let at: Int64

    /// How long the page shows it.
    static let shown = Duration.seconds(2)

    func isFresh(at now: Duration) -> Bool { now - .nanoseconds(at) < Self.shown }
}

extension TestTimer {
    /// True while time changes the picture.
    var isRunning: Bool {
        switch phase {
        case .leadIn, .running: true
        case .ready, .paused, .falseStart, .finished, .gaveUp: false
        }
    }
}
