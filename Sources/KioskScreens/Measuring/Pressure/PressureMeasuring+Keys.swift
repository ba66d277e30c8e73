import FitnessMeasure

/// A pressure that a supporter reads off another monitor: typed twice, checked as it is typed, asked again if unusual.
extension PressureMeasuring {
    mutating func type(_ event: Event, on bench: TestMeasuring.Bench, by tables: FitnessTables) -> [Request] {
        switch (phase, event) {
        case (.waiting, .typeTapped), (.failed, .typeTapped): begin()
        case (.entering(let entry), _): return type(event, into: entry, bench, tables)
        case (.doubted(let reading), .rightTapped): return take(reading, flags: [.outsideUsual], tables)
        case (.doubted, .againTapped): begin()
        default: break
        }
        return []
    }

    private mutating func begin() {
        desk = EntryDesk()
        phase = .entering(PressureEntry())
    }

    private mutating func type(
        _ event: Event, into entry: PressureEntry, _ bench: TestMeasuring.Bench, _ tables: FitnessTables
    ) -> [Request] {
        var entry = entry
        var typed: [QuantityValue]?
        switch event {
        case .digit(let digit): entry.type(digit)
        case .erased: entry.erase()
        case .entered: typed = entry.enter(bench.ranges)
        case .noPulseTapped: typed = entry.leaveOut()
        default: return []
        }
        phase = .entering(entry)
        return typed.map { take($0, of: entry, bench, tables) } ?? []
    }

    private mutating func take(
        _ values: [QuantityValue], of entry: PressureEntry, _ bench: TestMeasuring.Bench, _ tables: FitnessTables
    ) -> [Request] {
        let reading = bench.typed(values, key: TestMeasuring.keypad, as: TestID.pressure)
        switch desk.take(values, .supporter, bench.ranges.finding(values, for: .bloodPressure)) {
        case .taken(let flags): return take(reading, flags: flags, tables)
        case .askAgain: phase = .doubted(reading)
        case .refused(let finding): phase = .entering(PressureEntry(objection: .refused(finding)))
        case .enterAgain: phase = .entering(entry.again(.again))
        case .entriesDiffer: phase = .entering(PressureEntry(objection: .differ))
        }
        return []
    }

    /// What was typed twice needs no touch more: it goes to the disk, and the gate judges it as it judges any other.
    private mutating func take(_ reading: Reading, flags: Set<QualityFlag>, _ tables: FitnessTables) -> [Request] {
        var reading = reading
        reading.flags.formUnion(flags)
        guard let gate = judge(reading, by: tables) else {
            phase = .failed(.implausible)
            return []
        }
        phase = .saving(reading, gate)
        return [.save(reading)] + (gate.asksForSupporter ? [.callSupporter] : [])
    }
}
