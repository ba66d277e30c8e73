import Foundation

/// A kiosk as a table's row.
struct KioskLine: Sendable {
    let path: String
    let centre: String
    let name: String
    let states: [StateWord]
    let lastContact: String
    let oldestUnsent: String
    let unsent: String
    let quarantined: String
    let disk: String
    let clock: String
    let version: String

    init(_ kiosk: KioskRow, health: KioskHealth, at now: Date) {
        path = "/centres/\(kiosk.centreId)"
        (centre, name, states, version) = (kiosk.centre, kiosk.name, health.states, kiosk.appVersion)
        lastContact = kiosk.lastContactAt.map { KoreanTime.spoken($0, at: now) } ?? "아직 없음"
        let nothingWaits = health.isSilent ? "모름" : "없음"
        oldestUnsent = kiosk.oldestUnsentAt.map { KoreanTime.spoken($0, at: now) } ?? nothingWaits
        unsent = kiosk.unsent.map(\.grouped) ?? "모름"
        quarantined = kiosk.quarantined.map(\.grouped) ?? "모름"
        disk = kiosk.freeDisk.map { KioskHealth.Trouble.gigabytes($0) } ?? "모름"
        clock =
            switch kiosk.clockState {
            case "synced": "맞음"
            case "unconfirmed": "확인 안 됨"
            case "wrong": "틀림"
            default: "모름"
            }
    }
}
