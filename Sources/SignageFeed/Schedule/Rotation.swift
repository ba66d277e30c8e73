/// The order in which the items of a zone follow each other while the set of them stays the same: one cycle, laid out
/// once, repeated for ever. Seconds.
///
/// The highest items come one after the other. After every fourth of them one of the lower ones has its turn, so that
/// nothing starves. Items with a share are spread evenly over about an hour.
struct Rotation: Sendable {
    /// A stretch of the cycle.
    struct Slot: Equatable, Sendable {
        var start: Int
        var length: Int
        var occupant: Occupant
    }

    enum Occupant: Equatable, Sendable {
        case item(Int)
        /// The n-th turn of the lower ones in a cycle.
        case lowerTurn(Int)
        case sharing(Int)
    }

    let slots: [Slot]
    /// Of the whole cycle.
    let length: Int
    let lower: [Int]
    /// Turns of the lower ones in a cycle.
    let turns: Int

    /// Where a position lies.
    struct Spot: Equatable {
        var item: Int
        /// Of the slot, on the scale of the position.
        var start: Int
        var end: Int
        /// Which slot since the scale's beginning.
        var ordinal: Int
        var reason: PlanReasons
    }

    /// The spot at `position` seconds from the scale's beginning.
    func spot(at position: Int) -> Spot {
        let cycle = position.quotient(by: length)
        let within = position - cycle * length
        var (low, high) = (0, slots.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if slots[middle].start <= within { low = middle } else { high = middle }
        }
        let slot = slots[low]
        let start = cycle * length + slot.start
        let (item, reason) = occupant(slot.occupant, cycle)
        return Spot(
            item: item, start: start, end: start + slot.length, ordinal: cycle * slots.count + low, reason: reason)
    }

    private func occupant(_ occupant: Occupant, _ cycle: Int) -> (Int, PlanReasons) {
        switch occupant {
        case .item(let item): (item, lower.isEmpty ? .rotation : .priority)
        case .sharing(let item): (item, .share)
        case .lowerTurn(let turn): (lower[(cycle * turns + turn).remainder(by: lower.count)], .lowerTurn)
        }
    }
}

extension Int {
    /// Division that rounds down, also below zero.
    func quotient(by divisor: Int) -> Int { self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor) }

    /// What is left of it: never below zero.
    func remainder(by divisor: Int) -> Int { self - quotient(by: divisor) * divisor }
}
