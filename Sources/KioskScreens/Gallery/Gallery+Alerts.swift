import Foundation
import SignageFeed

/// Disaster messages and warnings, of an invented county.
extension Gallery {
    var alerting: [Piece] {
        [
            alerting("wall-alert", .severe, event: "산사태 경보", Self.landslide),
            alerting("wall-alert-long", .extreme, event: "지진 해일", Self.tsunami),
            alerting("wall-strip", .moderate, event: "안전 안내", Self.cold),
            piece("wall-warnings") { app in
                let at = Self.now.wall - 600
                app.wall.snapshot?.warnings = Fact(
                    [
                        WeatherWarning(
                            area: "L1100100", areaName: "서울", hazard: .init(rawValue: 3), level: .advisory, issuedAt: at
                        )
                    ], issuedAt: at, fetchedAt: at)
                app.wall.snapshot?.air = Fact(
                    AirQuality(
                        station: "영등포구", pm10: .init(value: 45, grade: .moderate), pm25: .init(value: 60, grade: .bad),
                        measuredAt: at), issuedAt: at, fetchedAt: at)
            },
        ]
    }

    func alerting(
        _ name: String, _ severity: AlertMessage.Severity, event: String, _ text: String
    ) -> Piece {
        let at = Self.now.wall - 420
        let message = AlertMessage(
            reference: .init(sender: "gallery", identifier: name, sent: at),
            infos: [
                AlertMessage.Info(
                    language: "ko-KR", event: event, severity: severity, senderName: "가상군 재난안전대책본부", headline: event,
                    text: text, effective: at, expires: at + 7200, areas: [])
            ])
        return piece(name) { app in
            app.wall.signage.take([message], at: Self.now.wall)
            app.wall.signage.look(at: Self.now.wall, activity: nil)
        }
    }

    static let landslide = "[가상군] 많은 비로 산사태 위험이 있습니다. 가상면 주민은 가까운 대피소로 이동하십시오."
    static let cold = "[가상군] 오늘 밤 기온이 크게 떨어집니다. 수도가 얼지 않도록 살펴 주십시오."
    static let tsunami = [String](
        repeating: "[가상군] 먼바다에서 지진이 일어나 높은 물결이 밀려올 수 있습니다. 바닷가에 계신 분은 지금 바로 높은 곳으로 걸어서 이동하고, 알림이 끝날 때까지 바닷가에 가지 마십시오.",
        count: 4
    ).joined(separator: " ")
}
