import Foundation

extension WeatherWarning {
    static let sender = "kma.go.kr"

    /// The warning as an alert among others. The log has no prose, so its words are only the area and the name.
    public var alert: AlertMessage {
        let name = (hazard.name ?? "기상특보 \(hazard.rawValue)") + (level.name ?? " \(level.rawValue)단계")
        let info = AlertMessage.Info(
            language: "ko-KR", event: CleanText.line(name, limit: 60), severity: severity, senderName: "기상청",
            headline: "\(areaName) \(name)", text: "\(areaName) \(name)", effective: issuedAt, onset: startsAt,
            // It holds until the log lifts it; the caller takes it away then.
            expires: .distantFuture, isLevelUnknown: level.name == nil)
        let identifier = "\(area)-\(hazard.rawValue)-\(level.rawValue)"
        return AlertMessage(
            reference: .init(sender: Self.sender, identifier: identifier, sent: issuedAt), infos: [info])
    }

    /// 주의보 is a banner; 경보 and above take the screen. A level that is new to us is at least worth a banner.
    private var severity: AlertMessage.Severity {
        switch level {
        case .warning: .severe
        case .graveWarning: .extreme
        default: .moderate
        }
    }
}
