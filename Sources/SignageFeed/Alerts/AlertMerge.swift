import Foundation

extension [CurrentAlert] {
    /// The same alerts without those that another source has told already, gravest first.
    ///
    /// Only sources are compared with one another: a sender may have reasons to say a thing twice. Two messages are one
    /// when their words are (nearly) the same, or when a text names the very warning that the weather office has in
    /// force. In doubt both are shown: hiding a second fire is worse than showing one twice.
    public func withoutRetellings() -> [CurrentAlert] {
        var kept: [CurrentAlert] = []
        for alert in self.sorted(by: { Self.rank($0) > Self.rank($1) }) where !kept.contains(where: { $0.tells(alert) })
        {
            kept.append(alert)
        }
        let ids = kept.map(\.reference)
        return filter { ids.contains($0.reference) }
    }

    /// What is graver, then what says more, comes first and stays.
    private static func rank(_ alert: CurrentAlert) -> (Int, Int) {
        (alert.info.severity.rawValue, (alert.info.text + (alert.info.instruction ?? "")).utf8.count)
    }
}

extension CurrentAlert {
    /// Whether this one says all that `other`, of another source, says.
    fileprivate func tells(_ other: CurrentAlert) -> Bool {
        guard reference.sender != other.reference.sender, info.isCalm == other.info.isCalm else { return false }
        if other.reference.sender == WeatherWarning.sender, let warning = other.info.headline {
            return names(warning)
        }
        return Self.isNearlySame(words, other.words)
    }

    private var words: [Character] {
        let text = [info.headline, info.text].compactMap { $0 }.joined(separator: " ")
        return Array(text.filter { $0.isLetter || $0.isNumber }.prefix(1_000))
    }

    /// `한파주의보` in a text that does not tell of its end.
    private func names(_ warning: String) -> Bool {
        let all = [info.event, info.headline ?? "", info.text].joined(separator: " ")
        guard let word = warning.split(separator: " ").last else { return false }
        return all.contains(word) && !all.contains("해제")
    }

    /// By pairs of neighbouring letters (Dice's coefficient), of at least ten letters.
    private static func isNearlySame(_ a: [Character], _ b: [Character]) -> Bool {
        guard a.count >= 10, b.count >= 10 else { return a == b && !a.isEmpty }
        let (pairsOfA, pairsOfB) = (Set(pairs(a)), Set(pairs(b)))
        let shared = pairsOfA.intersection(pairsOfB).count
        return Double(2 * shared) / Double(pairsOfA.count + pairsOfB.count) >= 0.8
    }

    private static func pairs(_ text: [Character]) -> [String] {
        zip(text, text.dropFirst()).map { String([$0, $1]) }
    }
}
