import Foundation

/// Counts what was really visible, from what the renderer found on the screen. Bounded, whatever happens.
public struct ProofOfPlay: Equatable, Sendable {
    private var running: [String: Running] = [:]
    /// Seconds and times by day and item.
    private var totals: [String: [String: Total]] = [:]

    private struct Running: Equatable {
        var record: PlayRecord
        /// On the steady clock.
        var began: Duration
        var last: Duration
    }

    private struct Total: Equatable {
        var seconds = 0
        var times = 0
    }

    /// Without a look at the screen for longer than this nobody knows what was on it.
    public static let longestSilence = Duration.seconds(90)
    /// What is on for longer is kept in pieces.
    static let longestRecord = Duration.seconds(600)
    private static let itemLimit = 1_000
    private static let dayLimit = 40
    /// What does not fit is counted together.
    static let others = "…"

    public init() {}

    /// Counts records that were kept before a restart.
    public init(_ records: [PlayRecord]) {
        for record in records { count(record) }
    }

    /// Takes a look at the screen in: what was found where each zone is drawn; a zone that is missing was not drawn.
    /// `steady` is a clock that never jumps. Answers the records that ended with it, to be kept in a ``PlayJournal``.
    public mutating func look(
        _ presentations: [Zone: Presentation], _ plan: FramePlan, steady: Duration, isClockTrusted: Bool
    ) -> [PlayRecord] {
        var ended: [PlayRecord] = []
        let zones = Set(plan.zones.map(\.zone.rawValue))
        for zone in running.keys.sorted() where !zones.contains(zone) { ended += end(zone, at: steady) }
        for zone in plan.zones {
            let name = zone.zone.rawValue
            guard let presentation = presentations[zone.zone], presentation.isVisible, plan.cover == nil else {
                ended += end(name, at: steady)
                continue
            }
            let isSame = running[name].map { $0.record.item == zone.name && goesOn($0, at: steady) } ?? false
            if isSame, let began = running[name]?.began, steady - began < Self.longestRecord {
                running[name]?.last = steady
                continue
            }
            ended += end(name, at: steady)
            let record = PlayRecord(
                item: zone.name, zone: name, start: plan.at, seconds: 0, reasons: zone.reasons.codes,
                pixels: presentation.pixels, isClockTrusted: isClockTrusted, isContinued: isSame)
            running[name] = Running(record: record, began: steady, last: steady)
        }
        return ended
    }

    /// The wall goes off, or the program ends.
    public mutating func stop(steady: Duration) -> [PlayRecord] {
        running.keys.sorted().flatMap { end($0, at: steady) }
    }

    /// The totals of all days before that of `now`, to be sent as events. They are forgotten with it.
    public mutating func takeDays(before now: Date) -> [PlayTotal] {
        let today = CivilDay(second: now.wholeSecond + KoreanTime.offset).description
        let days = totals.keys.filter { $0 < today }.sorted()
        defer { for day in days { totals[day] = nil } }
        return days.flatMap { day in
            (totals[day] ?? [:]).sorted { $0.key < $1.key }.map { item, total in
                PlayTotal(day: day, item: item, seconds: total.seconds, times: total.times)
            }
        }
    }

    /// How much is held, for those who watch the memory.
    public var size: Int { running.count + totals.values.reduce(0) { $0 + $1.count } }

    private func goesOn(_ current: Running, at steady: Duration) -> Bool {
        steady >= current.last && steady - current.last <= Self.longestSilence
    }

    private mutating func end(_ zone: String, at steady: Duration) -> [PlayRecord] {
        guard let current = running.removeValue(forKey: zone) else { return [] }
        // It was seen until now, or for as long as silence is believed.
        let silence = max(.zero, min(steady - current.last, Self.longestSilence))
        var record = current.record
        record.seconds = Int(((current.last + silence - current.began) / .seconds(1)).rounded())
        guard record.seconds > 0 else { return [] }
        count(record)
        return [record]
    }

    private mutating func count(_ record: PlayRecord) {
        let day = CivilDay(second: record.start.wholeSecond + KoreanTime.offset).description
        if totals[day] == nil, totals.count >= Self.dayLimit, let oldest = totals.keys.min() { totals[oldest] = nil }
        var items = totals[day] ?? [:]
        let item = items[record.item] != nil || items.count < Self.itemLimit ? record.item : Self.others
        items[item, default: Total()].seconds += record.seconds
        items[item, default: Total()].times += record.isContinued ? 0 : 1
        totals[day] = items
    }
}

extension ZonePlan {
    /// The item's id, or the house card's.
    fileprivate var name: String {
        switch shown {
        case .item(let id): id
        case .house(let card): "house/" + card.rawValue
        }
    }
}
