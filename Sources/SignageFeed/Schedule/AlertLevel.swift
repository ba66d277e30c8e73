/// How an alert is told, by what its sender says of it.
public enum AlertLevel: Int, Comparable, CaseIterable, Sendable {
    /// A strip at the edge (안전안내).
    case advice
    /// The whole screen (긴급재난).
    case urgent
    /// The whole screen, whatever runs on it, at any hour (위급재난).
    case grave

    init(_ severity: AlertMessage.Severity) {
        switch severity {
        case .extreme: self = .grave
        case .severe: self = .urgent
        case .moderate, .minor, .unknown: self = .advice
        }
    }

    /// A calm message and one without a readable time stay at the edge.
    static func coversScreen(_ alert: CurrentAlert) -> Bool {
        AlertLevel(alert.info.severity) >= .urgent && !alert.info.isCalm && alert.isTimed
    }

    public static func < (a: AlertLevel, b: AlertLevel) -> Bool { a.rawValue < b.rawValue }
}
