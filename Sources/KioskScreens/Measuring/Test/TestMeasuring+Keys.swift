import FitnessMeasure

extension TestMeasuring {
    static let keypad: DeviceKey = "kiosk:keypad"

    /// Where people say the number.
    var isTyped: Bool {
        switch test.capture.source {
        case .device, .supporter: instruments.isEmpty
        case .timer, .counter: false
        }
    }

    /// A touch that belongs to the number pad.
    mutating func type(_ event: Event, _ bench: Bench) -> [Request] {
        if event == .typeTapped {
            switch phase {
            case .waiting where test.capture.isOnScreen, .failed where test.capture.isOnScreen: measureByHand()
            case .explaining, .waiting, .failed: phase = .entering(pad(bench.ranges), nil)
            default: break
            }
            return []
        }
        guard case .entering(var entry, let objection) = phase else { return [] }
        switch event {
        case .digit(let digit): entry.type(digit)
        case .pointTapped: entry.point()
        case .signTapped: entry.sign()
        case .erased: entry.erase()
        default: return enter(entry, bench)
        }
        phase = .entering(entry, objection)
        return []
    }

    /// What two entries have confirmed goes to the disk at once.
    private mutating func enter(_ entry: NumberEntry, _ bench: Bench) -> [Request] {
        guard let value = entry.value, let reading = reading(value, from: Self.keypad, bench) else { return [] }
        take(reading, .supporter, bench)
        return saveIfTaken()
    }

    /// An empty pad with the keys that the test's values need.
    func pad(_ ranges: InputRanges) -> NumberEntry {
        let limits = item.flatMap { ranges[$0.rangeID] }
        return NumberEntry(
            places: item.map { Self.places($0.unit) } ?? 0, takesSign: (limits?.hardMinimum.mantissa ?? 0) < 0)
    }

    /// How precisely people read such a value off.
    private static func places(_ unit: UCUMUnit) -> Int {
        switch unit {
        case .repetitions, .perMinute, .metre, .percent: 0
        default: 1
        }
    }
}
