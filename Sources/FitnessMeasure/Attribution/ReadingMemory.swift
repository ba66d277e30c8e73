/// The last readings, so that a record that comes twice counts once. Holds no values and no persons, and so many only.
struct ReadingMemory {
    private var records: [Record] = []

    static let limit = 512

    private struct Record {
        let device: DeviceKey
        let sequence: Int?
        let time: DeviceTime?
        let raw: [UInt8]
        let received: Int64

        init(_ reading: Reading) {
            (device, sequence) = (reading.deviceKey, reading.deviceSequence)
            (time, raw, received) = (reading.deviceTime, reading.raw, reading.receivedMonotonic)
        }

        var isMarked: Bool { sequence != nil || time != nil }

        func isSame(_ other: Record) -> Bool {
            device == other.device && sequence == other.sequence && time == other.time && raw == other.raw
        }
    }

    /// True if the device's own number or time, and the bytes, were there before.
    func hasRecord(of reading: Reading) -> Bool {
        let new = Record(reading)
        return new.isMarked && records.contains { $0.isSame(new) }
    }

    /// True if a device that does not mark its records sent the same bytes a short time ago, and before this moment.
    func hasSameBytes(as reading: Reading, within window: Duration, receivedBefore moment: Int64 = .max) -> Bool {
        let new = Record(reading)
        guard !new.isMarked else { return false }
        return records.contains { old in
            old.isSame(new) && .nanoseconds(abs(new.received - old.received)) <= window && old.received < moment
        }
    }

    mutating func remember(_ reading: Reading) {
        if records.count == Self.limit { records.removeFirst() }
        records.append(Record(reading))
    }
}
