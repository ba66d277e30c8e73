import DeviceSimulator
import FitnessMeasure
import Foundation
import Testing

/// Every profile in every mood, the whole way: simulated instrument, pseudo terminal, serial link, driver, reports.
@Suite(.serialized, .timeLimit(.minutes(1))) struct LineMoodTests {
    /// An instrument and a mood that means something for it.
    struct Case: Sendable, CustomTestStringConvertible {
        let speech: LineSpeech
        let mood: LineMood
        var testDescription: String { "\(speech.profileID) \(mood.rawValue)" }
    }

    static let cases = LineSpeech.all.flatMap { speech in
        LineMood.allCases.filter { speech.pieces(speech.sample, $0) != nil }.map { Case(speech: speech, mood: $0) }
    }

    private let clock = HandClock()
    private let log = ReportLog()

    @Test func `every profile has an instrument that speaks it`() throws {
        let profiles = try LineProfiles(folder: deviceProfiles).profiles
        #expect(LineSpeech.all.map(\.profileID) == profiles.map(\.id))
        #expect(Self.cases.count == 130)
    }

    @Test(arguments: cases)
    func `an instrument is understood, or its trouble is told`(example: Case) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "mood-\(UUID().uuidString)").path
        let terminal = PseudoTerminal(path: path)
        try terminal.plugIn()
        let profile = try LineProfile.shipped(example.speech.profileID)
        let device = LineDevice(
            profile, link: SerialLink(path: path, settings: profile.serial), isSimulated: true, clock: clock,
            stamps: countedStamps(clock))
        let instrument = SimulatedLineDevice(terminal: terminal, speech: example.speech)
        let work = Task { try await device.run(log.report) }
        let answering = Task { try await instrument.answer() }
        #expect(try await log.next() == .ready(device.key))
        await instrument.feel(example.mood)
        try await instrument.measure()
        try await expect(example, instrument, profile)
        answering.cancel()
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
    }

    private func expect(_ example: Case, _ instrument: SimulatedLineDevice, _ profile: LineProfile) async throws {
        let key = profile.deviceKey
        try await letTimePass(example, instrument, profile)
        switch example.mood {
        case .fine, .unsettledFirst, .byteByByte:
            let reading = try #require(try await log.nextOutcome().reading)
            #expect(reading.amounts == example.speech.sample.plainAmounts && reading.flags.isSubset(of: ["right_hand"]))
        case .wrongClock:
            let reading = try #require(try await log.nextOutcome().reading)
            #expect(reading.deviceTime?.year == 2000 && reading.amounts == example.speech.sample.plainAmounts)
        case .storedFirst:
            let (old, new) = (try await log.nextOutcome().reading, try await log.nextOutcome().reading)
            #expect(old?.flags == [.fromStorage] && new?.flags == [])
            #expect(new?.amounts == example.speech.sample.plainAmounts)
        case .failing: #expect(try await log.nextOutcome().isFailure)
        case .neverStill: #expect(try await log.nextOutcome() == .failed(key, .unstable))
        case .silent: #expect(try await log.nextOutcome() == .lost(key))
        case .noisy, .twice: try await expectRightReading(example)
        case .bent:
            let report = try await log.nextOutcome()
            #expect(report.isFailure || report.reading?.amounts == example.speech.sample.plainAmounts)
        case .cutOff: try await expectReturn(example, instrument, profile)
        }
    }

    /// Moves the clock as far as the driver has to wait in this mood.
    private func letTimePass(_ example: Case, _ instrument: SimulatedLineDevice, _ profile: LineProfile) async throws {
        if let poll = profile.poll {
            let questions = (example.speech.pieces(example.speech.sample, example.mood)?.count ?? 0) + 2
            let before = await instrument.answers
            for number in 1...(example.mood == .silent ? 12 : questions) where example.mood != .cutOff {
                while await instrument.answers < before + number - 1, example.mood != .silent {
                    try await Task.sleep(for: .milliseconds(1))
                }
                await clock.pass(poll.interval)
            }
        } else if let burst = profile.burst, hasReading(example, profile) {
            await clock.pass(burst)
        } else if example.mood == .neverStill, let patience = profile.stability?.within {
            await clock.pass(patience)
        }
    }

    /// A bent byte may be one that means nothing.
    private func hasReading(_ example: Case, _ profile: LineProfile) -> Bool {
        let pieces = example.speech.pieces(example.speech.sample, example.mood) ?? []
        let recording = DeviceRecording(
            header: [], entries: pieces.map { .init(time: .zero, direction: .fromDevice, bytes: $0) })
        let replay = LineReplay(profile, start: Date(timeIntervalSince1970: 0), makeID: { UUID() })
        return example.mood != .cutOff && replay.reports(of: recording).contains { $0.report.reading != nil }
    }

    /// Whatever else is told, the first reading is the one that was measured.
    private func expectRightReading(_ example: Case) async throws {
        var report = try await log.nextOutcome()
        while report.isFailure { report = try await log.nextOutcome() }
        #expect(report.reading?.amounts == example.speech.sample.plainAmounts)
    }

    /// The half frame is nothing; when the cable is back, the next measurement counts.
    private func expectReturn(
        _ example: Case, _ instrument: SimulatedLineDevice, _ profile: LineProfile
    ) async throws {
        #expect(try await log.nextOutcome() == .lost(profile.deviceKey))
        await instrument.feel(.fine)
        try instrument.terminal.plugIn()
        await clock.pass(.seconds(2))
        #expect(try await log.nextOutcome() == .ready(profile.deviceKey))
        try await instrument.measure()
        let fine = Case(speech: example.speech, mood: .fine)
        try await letTimePass(fine, instrument, profile)
        try await expectRightReading(fine)
    }
}

extension Reading {
    /// Amounts as the instrument wrote them, without leading zeros.
    fileprivate var amounts: [QuantityKind: String] {
        Dictionary(values.map { ($0.kind, $0.value.description) }) { first, _ in first }
    }
}

extension LineSample {
    fileprivate var plainAmounts: [QuantityKind: String] {
        amounts.compactMapValues { DecimalValue($0)?.description }
    }
}

extension DeviceReport {
    fileprivate var isFailure: Bool { if case .failed = self { true } else { false } }
}
