/// Where a clock stands that dates records and cannot be read, as far as the records themselves tell.
///
/// A record that came just now shows, by its date, at most how far the clock is ahead; one that lay in the memory shows
/// less, by as long as it lay. So the clock is believed to stand where several records of different moments agree, or
/// where one does that we saw being made.
struct LearnedClock: Codable, Equatable, Sendable {
    /// Seconds ahead of ours, by the record that was sent soonest; nil as long as nothing is sure.
    private(set) var offset: Int?
    /// Records that agree with each other and not with what is believed, the newest last.
    private var witnesses: [Witness] = []

    /// Where the clock stood before it was put back a little, and until which date of that clock records can be of then.
    private var former: [Former] = []

    private struct Former: Codable, Equatable, Sendable {
        var offset: Int
        var until: Int
    }

    private struct Witness: Codable, Equatable, Sendable {
        /// Of the record, in seconds: the same record sent again is no second witness.
        var date: Int
        /// The date minus the moment at which the record came.
        var ahead: Int
    }

    enum Standing: Equatable, Sendable {
        /// We saw it being made.
        case now
        /// It is so many seconds old; at most ``tolerance`` more.
        case aged(Int)
        /// Nothing tells.
        case unknown
    }

    /// Seconds. So much later or sooner than another, a device sends what it has just measured.
    static let tolerance = 10
    /// So many have to agree before a clock is believed.
    static let enough = 3
    /// So many have to agree against a clock that is believed: stored records may agree by chance.
    static let enoughAgainst = 5

    /// Seconds. A record that could have been sent is not kept longer than this.
    private static let longestKept = 3600
    private static let mostMoves = 4

    /// Takes in the newest record of a burst, dated `date` and `ahead` of our clock when it came.
    mutating func hear(date: Int, ahead: Int, isSeenBeingMade: Bool) -> Standing {
        if isSeenBeingMade {
            if witnesses.isEmpty { note(Witness(date: date, ahead: ahead)) }
            believe(ahead)
            return .now
        }
        if let offset, abs(ahead - offset) <= Self.tolerance {
            self.offset = max(offset, ahead)
            witnesses = []
            return isDoubtful(date) ? .unknown : .aged(max(0, offset - ahead))
        }
        note(Witness(date: date, ahead: ahead))
        if witnesses.count >= (offset == nil ? Self.enough : Self.enoughAgainst) {
            let latest = witnesses.map(\.ahead).max() ?? ahead
            believe(latest)
            return isDoubtful(date) ? .unknown : .aged(latest - ahead)
        }
        guard let offset, ahead < offset else {
            // Dated later than the clock can say: it was moved on, and nothing is sure any more.
            self.offset = nil
            return .unknown
        }
        return isDoubtful(date) ? .unknown : .aged(offset - ahead)
    }

    /// The clock stands there from now on; where it stood before is remembered if it was put back.
    private mutating func believe(_ ahead: Int) {
        if let before = offset, (1...Self.longestKept).contains(before - ahead) {
            let noticed = witnesses.first.map { $0.date - $0.ahead } ?? 0
            former = (former + [Former(offset: before, until: before + noticed)]).suffix(Self.mostMoves)
        }
        (offset, witnesses) = (ahead, [])
    }

    /// True if a record of that date can have been made before the clock was put back, and was kept until now.
    private func isDoubtful(_ date: Int) -> Bool {
        guard let offset else { return false }
        return former.contains { (1...Self.longestKept).contains($0.offset - offset) && date <= $0.until }
    }

    private mutating func note(_ new: Witness) {
        guard !witnesses.contains(where: { $0.date == new.date }) else { return }
        witnesses = witnesses.filter { abs($0.ahead - new.ahead) <= Self.tolerance } + [new]
    }
}
