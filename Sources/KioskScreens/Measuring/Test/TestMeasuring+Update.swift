import FitnessMeasure
import Foundation

extension TestMeasuring {
    /// What an event needs beside the state.
    struct Bench {
        var now: Moment
        var ranges: InputRanges
        var makeID: () -> UUID

        /// What was typed or counted on the screen itself. Its bytes are the words that would be typed again.
        func typed(_ values: [QuantityValue], key: DeviceKey, as test: String) -> Reading {
            let amounts = values.map(\.value.description).joined(separator: " ")
            return Reading(
                id: makeID(), deviceKey: key, values: values, flags: [.enteredBySupporter],
                raw: Array("\(test) \(amounts)".utf8), receivedMonotonic: now.monotonic.wholeNanoseconds,
                receivedAt: now.wall, isSimulated: false)
        }
    }

    mutating func update(_ event: Event, on bench: Bench) -> [Request] {
        switch event {
        case .report(let report): return hear(report, bench)
        case .startTapped, .courseTapped, .pressTapped, .countTapped, .undoTapped: return turn(event, bench)
        case .typeTapped, .digit, .pointTapped, .signTapped, .erased, .entered: return type(event, bench)
        case .rightTapped, .saveTapped: return keep(event, bench)
        case .againTapped, .nextTapped: begin(anew: event == .nextTapped)
        case .doneTapped: return [.leave]
        case .skipTapped: if mayBeSkipped { interrupt() }
        case .goOnTapped: _ = goOn()
        case .skipped(let reason): return skip(reason)
        }
        return []
    }

    /// A value that is on the screen or on its way to the disk is not thrown away by a touch beside it.
    private var mayBeSkipped: Bool {
        switch phase {
        case .value, .saving, .saved, .notSaved, .skipping, .resting: false
        default: true
        }
    }

    private mutating func begin(anew isNext: Bool) {
        switch (phase, isNext) {
        case (.saved, true): break
        case (.saving, _), (.saved, false), (.resting, _), (_, true): return
        default: break
        }
        phase = instruments.isEmpty ? .explaining : .waiting(nil)
    }

    private mutating func skip(_ reason: SkipReason) -> [Request] {
        guard phase == .skipping else { return [] }
        record.skip(reason)
        guard reason == .pain else { return [.keepSkip(reason), .leave] }
        phase = .resting
        return [.keepSkip(reason), .callSupporter]
    }

    private mutating func hear(_ report: DeviceReport, _ bench: Bench) -> [Request] {
        guard isArmed else { return [] }
        switch report {
        case .ready, .lost: if case .waiting(.some) = phase { phase = .waiting(nil) }
        case .health: break
        case .measuring(_, let live): phase = .waiting(live)
        case .failed(_, let failure): phase = .failed(failure)
        case .reading(let reading):
            guard let item, reading[item.quantity] != nil else {
                phase = .failed(.deviceError(code: nil))
                return []
            }
            take(reading, .device, bench)
        }
        return []
    }

    /// Lets a value through, asks again, or refuses it with its reason.
    mutating func take(_ reading: Reading, _ source: ValueSource, _ bench: Bench) {
        var attempt = Attempt(reading, side: step.side, source: source)
        switch desk.take(reading.values, source, bench.ranges.finding(reading.values, for: sided)) {
        case .taken(let flags):
            attempt.reading.flags.formUnion(flags)
            attempt.doubted = desk.doubted
            phase = .value(attempt)
        case .askAgain: phase = .doubted(attempt)
        case .refused(let finding):
            phase = source == .supporter ? .entering(pad(bench.ranges), .refused(finding)) : .refused(finding)
        case .enterAgain: phase = .entering(pad(bench.ranges), .again)
        case .entriesDiffer: phase = .entering(pad(bench.ranges), .differ)
        }
    }

    /// The reading that was made on the screen itself.
    func reading(_ value: DecimalValue, from key: DeviceKey, _ bench: Bench) -> Reading? {
        item.map { item in
            bench.typed([QuantityValue(item.quantity, value, item.unit)], key: key, as: test.id.rawValue)
        }
    }

    private mutating func keep(_ event: Event, _ bench: Bench) -> [Request] {
        switch (phase, event) {
        case (.value(let attempt), .saveTapped), (.notSaved(let attempt), .saveTapped): return save(attempt)
        case (.doubted(var attempt), .rightTapped):
            attempt.reading.flags.insert(.outsideUsual)
            attempt.doubted = desk.doubted
            return save(attempt)
        case (.counting(let counted), .saveTapped):
            guard let count = counted.result,
                let reading = reading(DecimalValue(mantissa: Int64(count)), from: Self.counter, bench)
            else { return [] }
            take(reading, .counter, bench)
            return saveIfTaken()
        default: return []
        }
    }

    /// What has been confirmed already needs no touch more.
    mutating func saveIfTaken() -> [Request] {
        if case .value(let attempt) = phase { return save(attempt) }
        return []
    }

    private mutating func save(_ attempt: Attempt) -> [Request] {
        phase = .saving(attempt)
        return [.save(attempt.reading)]
    }

    /// How the value that is on its way to the disk came about.
    var context: ReadingContext {
        guard case .saving(let attempt) = phase else { return ReadingContext(protocolID: protocolID) }
        return attempt.context(protocolID)
    }

    /// A value on the screen that nobody has saved yet.
    func unsaved(_ bench: Bench) -> Reading? {
        switch phase {
        case .value(let attempt), .notSaved(let attempt), .doubted(let attempt): attempt.reading
        case .counting(let counted):
            counted.result.flatMap { reading(DecimalValue(mantissa: Int64($0)), from: Self.counter, bench) }
        default: nil
        }
    }
}
