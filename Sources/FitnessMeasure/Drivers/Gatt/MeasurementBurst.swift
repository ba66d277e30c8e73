/// What an instrument sends in one go: it flushes the records that it could not send before, often of other people, and
/// somewhere among them is the one of now. Only the newest counts as measured now; the others are marked.
struct MeasurementBurst {
    private var waiting: [DeviceReport] = []

    /// Monitors store up to 200 records; a longer burst goes out marked as it comes.
    private static let longest = 256

    /// Takes in a reading or a failure, and gives what need not wait.
    mutating func add(_ report: DeviceReport) -> [DeviceReport] {
        waiting.append(report)
        guard waiting.count > Self.longest else { return [] }
        return [waiting.removeFirst()].compactMap(\.asStored)
    }

    /// The burst is complete: the stored records first, then the one of now. An old failure is nobody's business.
    mutating func end() -> [DeviceReport] {
        defer { waiting = [] }
        guard let newest = newestIndex else { return waiting.compactMap(\.asStored) }
        let others = waiting.indices.filter { $0 != newest && !waiting[$0].isCopy(of: waiting[newest]) }
        let stored = others.compactMap { waiting[$0].asStored }
        return stored + [waiting[newest]]
    }

    /// Of what the device does not call stored: the highest by its own numbers if every record has one, else the latest
    /// by its clock if every record has its time, else the last that came; of equals the last.
    private var newestIndex: Int? {
        let fresh = waiting.indices.filter { !waiting[$0].isStored }
        return latest(of: fresh) { waiting[$0].sequence } ?? latest(of: fresh) { waiting[$0].time } ?? fresh.last
    }

    /// The last with the highest rank; nil if one has no rank.
    private func latest(of indices: [Int], by rank: (Int) -> Int?) -> Int? {
        let ranks = indices.compactMap(rank)
        guard ranks.count == indices.count, let highest = ranks.max() else { return nil }
        return ranks.lastIndex(of: highest).map { indices[$0] }
    }
}

/// The bursts of one connection, each characteristic's of its own: a scale's weight does not make its body composition
/// old.
struct MeasurementBursts {
    private var bursts: [(series: GattUUID, burst: MeasurementBurst)] = []

    mutating func add(_ report: DeviceReport, to series: GattUUID) -> [DeviceReport] {
        guard let index = bursts.firstIndex(where: { $0.series == series }) else {
            var burst = MeasurementBurst()
            let early = burst.add(report)
            bursts.append((series, burst))
            return early
        }
        return bursts[index].burst.add(report)
    }

    /// All that waited, series by series in the order in which they began.
    mutating func end() -> [DeviceReport] {
        defer { bursts = [] }
        return bursts.indices.flatMap { bursts[$0].burst.end() }
    }
}

extension DeviceReport {
    fileprivate var reading: Reading? { if case .reading(let reading) = self { reading } else { nil } }
    fileprivate var sequence: Int? { reading?.deviceSequence }
    /// Seconds of the device's clock.
    fileprivate var time: Int? { reading?.deviceTime?.seconds }

    /// The same record, sent twice in one go. It is not older than itself.
    fileprivate func isCopy(of other: DeviceReport) -> Bool {
        guard let mine = reading, let its = other.reading, mine.raw == its.raw, mine.values == its.values
        else { return false }
        let isMarked = mine.deviceSequence != nil || mine.deviceTime != nil
        return isMarked && mine.deviceSequence == its.deviceSequence && mine.deviceTime == its.deviceTime
    }

    fileprivate var isStored: Bool { reading?.flags.contains(.fromStorage) == true }

    /// The same as an old record; nothing if it is not a reading.
    fileprivate var asStored: DeviceReport? {
        guard case .reading(var reading) = self else { return nil }
        reading.flags.insert(.fromStorage)
        return .reading(reading)
    }
}
