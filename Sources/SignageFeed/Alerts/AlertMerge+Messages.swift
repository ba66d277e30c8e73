import Foundation

extension [AlertMessage] {
    /// The same messages, each once, without those that only say what another source says for the same areas.
    ///
    /// Whoever gathers for many centres knows of no site, so only a message whose areas are all named by the other one
    /// is left out; the wall of each centre looks again at what holds there. A message that was ended, or that ends
    /// others, is never judged: its lifecycle must reach the wall. In doubt both stay.
    public func withoutRetellings() -> [AlertMessage] {
        var known: Set<AlertMessage.Reference> = []
        let once = filter { known.insert($0.reference).inserted }
        let ended = Set(once.flatMap(\.references))
        let standing = once.filter { $0.kind == .alert && $0.references.isEmpty && !ended.contains($0.reference) }
        var (kept, retold): ([AlertMessage], Set<AlertMessage.Reference>) = ([], [])
        for message in standing.sorted(by: { $0.weight > $1.weight }) {
            if kept.contains(where: { $0.tells(message) }) {
                retold.insert(message.reference)
            } else {
                kept.append(message)
            }
        }
        return once.filter { !retold.contains($0.reference) }
    }
}

extension AlertMessage {
    /// What is graver, then what says more, stays.
    fileprivate var weight: (Int, Int) {
        (infos.map(\.severity.rawValue).max() ?? 0, infos.reduce(0) { $0 + $1.text.utf8.count })
    }

    /// Whether this one says all that `other`, of another source, says.
    fileprivate func tells(_ other: AlertMessage) -> Bool {
        guard reference.sender != other.reference.sender, status == other.status, isPublic == other.isPublic,
            !other.infos.isEmpty
        else { return false }
        return other.infos.allSatisfy { theirs in
            infos.contains { $0.isCalm == theirs.isCalm && $0.covers(theirs) && $0.says(theirs) }
        }
    }
}

extension AlertMessage.Info {
    fileprivate func says(_ other: Self) -> Bool {
        // What the other source still holds for true after this one's end is news again.
        if let theirs = other.expires, let mine = expires, mine < theirs { return false }
        return AlertWords(self).isNearlySame(as: AlertWords(other))
    }

    /// Whether everybody who is meant by the other block is meant by this one.
    fileprivate func covers(_ other: Self) -> Bool {
        if areas.isEmpty { return true }
        return !other.areas.isEmpty
            && other.areas.allSatisfy { theirs in areas.contains { $0.names(theirs) } }
    }
}

extension AlertMessage.Area {
    /// By the same name, or by the same codes. A drawn shape has no name and is never taken for the same.
    fileprivate func names(_ other: Self) -> Bool {
        guard other.polygons.isEmpty, other.circles.isEmpty, !other.hasBrokenShape else { return false }
        if !other.codes.isEmpty { return Set(other.codes).isSubset(of: codes) }
        let (mine, theirs) = (RegionName(name).words, RegionName(other.name).words)
        return !mine.isEmpty && theirs.starts(with: mine)
    }
}
