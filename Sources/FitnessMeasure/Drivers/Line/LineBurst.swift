/// What a device sends in one go: the records that it could not send before, often of other people, and somewhere among
/// them the one of now. Only the newest counts as measured now; the others are marked.
struct LineBurst {
    /// Silence after which it is over; nil for devices that keep nothing.
    let quiet: Duration?
    private var waiting: [(value: LineValue, raw: [UInt8], at: Int64)] = []

    /// A longer burst goes out marked as it comes.
    private static let longest = 256

    init(quiet: Duration?) { self.quiet = quiet }

    var isEmpty: Bool { waiting.isEmpty }

    /// Holds a value back, and gives what need not wait.
    mutating func add(_ news: LineMachine.News) -> [LineMachine.News] {
        guard quiet != nil, case .value(let value, let raw, let at) = news else { return [news] }
        waiting.append((value, raw, at))
        guard waiting.count > Self.longest else { return [] }
        return [Self.stored(waiting.removeFirst())]
    }

    /// The burst is complete: the stored records first, then the one of now.
    mutating func end() -> [LineMachine.News] {
        defer { waiting = [] }
        guard let newest = newestIndex else { return [] }
        let (value, raw, at) = waiting[newest]
        // The same record, sent twice in one go, is not older than itself.
        let isDated = value.deviceTime != nil
        let others = waiting.indices.filter { $0 != newest && !(isDated && waiting[$0].raw == raw) }
        return others.map { Self.stored(waiting[$0]) } + [.value(value, raw: raw, at: at)]
    }

    /// The latest by the device's clock if every record has its time, else the last that came; of equals the last.
    private var newestIndex: Int? {
        let times = waiting.compactMap(\.value.deviceTime)
        guard times.count == waiting.count else { return waiting.indices.last }
        return waiting.indices.reversed().max { times[$0].parts.lexicographicallyPrecedes(times[$1].parts) }
    }

    private static func stored(_ record: (value: LineValue, raw: [UInt8], at: Int64)) -> LineMachine.News {
        var value = record.value
        value.flags.insert(.fromStorage)
        return .value(value, raw: record.raw, at: record.at)
    }
}

extension DeviceTime {
    fileprivate var parts: [Int] { [year, month, day, hour, minute, second] }
}
