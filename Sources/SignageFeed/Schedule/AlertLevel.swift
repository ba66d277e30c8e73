import Foundation

/// How grave an alert is, by what its sender says of it. What of the screen it takes is its ``AlertStyle``.
public enum AlertLevel: Int, Comparable, CaseIterable, Sendable {
    /// 안전안내
    case advice
    /// 긴급재난
    case urgent
    /// 위급재난: it breaks into anything, at any hour.
    case grave

    init(_ severity: AlertMessage.Severity) {
        switch severity {
        case .extreme: self = .grave
        case .severe: self = .urgent
        case .moderate, .minor, .unknown: self = .advice
        }
    }

    public static func < (a: AlertLevel, b: AlertLevel) -> Bool { a.rawValue < b.rawValue }
}

extension CurrentAlert {
    var level: AlertLevel { AlertLevel(info.severity) }
}
