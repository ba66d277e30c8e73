/// What a monitor sends in one go: it flushes the records that it could not send before, often of other people, and
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
        guard let newest = newestIndex else { return [] }
        let stored = waiting.indices.filter { $0 != newest }.compactMap { waiting[$0].asStored }
        return stored + [waiting[newest]]
    }

    /// The latest by the device's clock if every record has its time, else the last that came; of equals the last.
    private var newestIndex: Int? {
        let times = waiting.map(\.deviceTime)
        guard times.allSatisfy({ $0 != nil }) else { return waiting.indices.last }
        return waiting.indices.reversed().max { sortKey(times[$0]).lexicographicallyPrecedes(sortKey(times[$1])) }
    }

    private func sortKey(_ time: DeviceTime?) -> [Int] {
        time.map { [$0.year, $0.month, $0.day, $0.hour, $0.minute, $0.second] } ?? []
    }
}

extension DeviceReport {
    fileprivate var deviceTime: DeviceTime? {
        guard case .reading(let reading) = self else { return nil }
        return reading.deviceTime
    }

    /// The same as an old record; nothing if it is not a reading.
    fileprivate var asStored: DeviceReport? {
        guard case .reading(var reading) = self else { return nil }
        reading.flags.insert(.fromStorage)
        return .reading(reading)
    }
}
