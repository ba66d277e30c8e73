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
        return AlertWords(info).isNearlySame(as: AlertWords(other.info))
    }

    /// `한파주의보` in a text that does not tell of its end.
    private func names(_ warning: String) -> Bool {
        let all = [info.event, info.headline ?? "", info.text].joined(separator: " ")
        guard let word = warning.split(separator: " ").last else { return false }
        return all.contains(word) && !all.contains("해제")
    }
}
