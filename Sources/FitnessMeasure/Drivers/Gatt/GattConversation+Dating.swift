import Foundation

/// When a record was made, by what is known of its device's clock.
extension GattConversation {
    /// Seconds. A measurement and its sending take a few minutes; what was measured before that was stored.
    private static let longestSending = 900

    /// Seconds. By more than this no measurement of now is ahead of the clock that dated it.
    private static let longestAhead = 60

    /// Adds what the device's clock says of the moment of measuring, if the clock is known.
    func dated(_ report: DeviceReport, _ offset: Int) -> DeviceReport {
        guard case .reading(var reading) = report, let taken = reading.deviceTime?.seconds else { return report }
        reading.deviceClockOffset = offset
        guard let received = DeviceTime(reading.receivedAt, in: zone).seconds else { return .reading(reading) }
        // At most a generation, so that no clock can make the nanoseconds overflow.
        let age = min(max(-1_000_000_000, received - (taken - offset)), 1_000_000_000)
        reading.takenMonotonic = reading.receivedMonotonic - Int64(max(0, age)) * 1_000_000_000
        // What is dated after now was dated by a clock that was another then.
        if age > Self.longestSending || age < -Self.longestAhead { reading.flags.insert(.fromStorage) }
        return .reading(reading)
    }

    /// Nobody gets what may be from before a clock was moved: the first dated burst after it, and what is doubtful.
    func settled(_ reports: [DeviceReport]) -> [DeviceReport] {
        let isDated = reports.contains { if case .reading(let reading) = $0 { reading.isDated } else { false } }
        let isFirst = isDated && clocks.settle(lastKey)
        return reports.map { report in
            guard case .reading(var reading) = report, reading.isDated,
                isFirst || reading.takenMonotonic.map({ clocks.isDoubtful($0, of: lastKey) }) == true
            else { return report }
            reading.flags.insert(.clockChanged)
            return .reading(reading)
        }
    }
}

/// Records that are dated by a clock which nobody can read.
extension GattConversation {
    /// Says of the newest record how old it is, as far as that can be known; the others are marked as stored already.
    func aged(_ reports: [DeviceReport]) -> [DeviceReport] {
        let newest = reports.compactMap(candidate).max { $0.date < $1.date }
        guard let newest else { return reports }
        let standing = clocks.hear(
            lastKey, date: newest.date, ahead: newest.ahead, isSeenBeingMade: newest.isSeenBeingMade,
            at: stamps.monotonic())
        return reports.map { report in
            guard case .reading(var reading) = report, let own = candidate(report) else { return report }
            switch standing {
            case .now: break
            case .unknown: reading.flags.insert(.ageUnknown)
            case .aged(let seconds):
                let age = min(seconds + newest.ahead - own.ahead, 1_000_000_000) + LearnedClock.tolerance
                reading.takenMonotonic = reading.receivedMonotonic - Int64(age) * 1_000_000_000
                if age > Self.longestSending { reading.flags.insert(.fromStorage) }
            }
            return .reading(reading)
        }
    }

    private struct Candidate {
        var date: Int
        var ahead: Int
        var isSeenBeingMade: Bool
    }

    private func candidate(_ report: DeviceReport) -> Candidate? {
        guard case .reading(let reading) = report, !reading.flags.contains(.fromStorage),
            let date = reading.deviceTime?.seconds, let received = DeviceTime(reading.receivedAt, in: zone).seconds
        else { return nil }
        return Candidate(
            date: date, ahead: date - received, isSeenBeingMade: seenBeingMade.contains(reading.id))
    }
}

extension Reading {
    fileprivate var isDated: Bool { deviceTime?.seconds != nil }
}
