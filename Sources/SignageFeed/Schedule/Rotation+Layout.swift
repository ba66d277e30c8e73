extension Rotation {
    /// An item as the layout sees it.
    struct Member: Sendable {
        var item: Int
        var dwell: Int
        var priority: Int
        /// Percent.
        var share: Int?
    }

    /// So many of the highest follow each other before one of the lower has its turn.
    static let run = 4
    /// Together the shares take at most half of the time.
    static let largestShare = 50
    /// Shares are kept within this time, if the others' cycle is not longer.
    static let shareCycle = 3_600

    /// nil when there is nobody.
    init?(_ members: [Member]) {
        let plain = members.filter { $0.share == nil }
        // Shares of nothing are a rotation like any other.
        let base = plain.isEmpty ? members : plain
        guard let top = base.map(\.priority).max() else { return nil }
        let (high, low) = (base.filter { $0.priority == top }, base.filter { $0.priority < top })
        var row = Self.row(high, low)
        let sharing = plain.isEmpty ? [] : members.filter { $0.share != nil }
        if !sharing.isEmpty { row = Self.spread(sharing, over: row) }
        slots = Self.joined(row)
        length = row.reduce(0) { $0 + $1.length }
        (lower, turns) = (low.sorted { $0.priority > $1.priority }.map(\.item), Self.turns(high.count, low.count))
    }

    /// With starts, and equal neighbours as one.
    private static func joined(_ row: [Slot]) -> [Slot] {
        var slots: [Slot] = []
        slots.reserveCapacity(row.count)
        var at = 0
        for entry in row {
            if let last = slots.last, last.occupant == entry.occupant {
                slots[slots.count - 1].length += entry.length
            } else {
                slots.append(Slot(start: at, length: entry.length, occupant: entry.occupant))
            }
            at += entry.length
        }
        return slots
    }

    /// How often the lower ones have a turn while the highest have theirs.
    private static func turns(_ high: Int, _ low: Int) -> Int { low == 0 ? 0 : max(1, high / run) }

    /// The highest once each, few of them more often, with the turns of the lower ones between them.
    private static func row(_ high: [Member], _ low: [Member]) -> [Slot] {
        let turns = turns(high.count, low.count)
        let rounds = turns == 0 ? 1 : (run + high.count - 1) / high.count
        let count = high.count * max(1, rounds)
        let longest = low.map(\.dwell).max() ?? 0
        var row: [Slot] = []
        row.reserveCapacity(count + turns)
        var turn = 0
        for index in 0..<count {
            let member = high[index % high.count]
            row.append(Slot(start: 0, length: member.dwell, occupant: .item(member.item)))
            if (index + 1) * turns / count > turn {
                row.append(Slot(start: 0, length: longest, occupant: .lowerTurn(turn)))
                turn += 1
            }
        }
        return row
    }

    /// Repeats the row for about an hour and puts the sharing ones in between, each at even distances.
    private static func spread(_ sharing: [Member], over row: [Slot]) -> [Slot] {
        let asked = sharing.reduce(0) { $0 + ($1.share ?? 0) }
        let scale = Double(min(asked, largestShare)) / Double(asked)
        let rest = 1 - Double(min(asked, largestShare)) / 100
        let once = row.reduce(0) { $0 + $1.length }
        let rounds = max(1, Int((Double(shareCycle) * rest / Double(once)).rounded(.up)))
        let total = Double(once * rounds) / rest
        var plays: [(at: Double, slot: Slot)] = []
        for (index, member) in sharing.enumerated() {
            let seconds = Double(member.share ?? 0) / 100 * scale * total
            let count = max(1, Int((seconds / Double(member.dwell)).rounded()))
            let slot = Slot(start: 0, length: member.dwell, occupant: .sharing(member.item))
            // Each begins elsewhere, so that they do not come in a bunch.
            let phase = Double(index + 1) / Double(sharing.count + 1)
            plays += (0..<count).map { ((Double($0) + phase) / Double(count) * Double(once * rounds), slot) }
        }
        plays.sort { $0.at < $1.at }
        return merged(row, rounds, plays)
    }

    private static func merged(_ row: [Slot], _ rounds: Int, _ plays: [(at: Double, slot: Slot)]) -> [Slot] {
        var merged: [Slot] = []
        merged.reserveCapacity(row.count * rounds + plays.count)
        var (at, next) = (0, 0)
        for _ in 0..<rounds {
            for slot in row {
                while next < plays.count, plays[next].at <= Double(at) {
                    merged.append(plays[next].slot)
                    next += 1
                }
                merged.append(slot)
                at += slot.length
            }
        }
        return merged + plays[next...].map(\.slot)
    }
}
