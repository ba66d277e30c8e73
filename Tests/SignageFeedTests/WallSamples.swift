import Foundation
import Testing

@testable import SignageFeed

/// Makers for walls; a test names only what it is about.
enum WallSamples {
    static let site = AlertSite(
        place: .init(latitude: 36.3064, longitude: 127.5715), code: "4373025021", region: "충청북도 옥천군 옥천읍")

    static func item(
        _ id: String, _ window: ShowWindow = .always, priority: Int = 0, share: Int? = nil, seconds: Int? = 20,
        zones: [Zone] = [.main]
    ) -> SignageItem {
        SignageItem(
            id: id, content: .notice(title: id, text: ""), window: window, priority: priority, share: share,
            zones: zones, seconds: seconds)
    }

    static func schedule(_ items: [SignageItem], _ screen: ScreenProfile = ScreenProfile()) -> WallSchedule {
        WallSchedule(Playlist(items: items), for: screen)
    }

    static func hours(_ from: String, _ to: String) throws -> DayHours { try #require(DayHours(from: from, to: to)) }
    static func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    static func message(
        _ identifier: String = "1", _ severity: AlertMessage.Severity = .extreme, from: Date = FeedSamples.now,
        until: Date? = nil, isCalm: Bool = false, status: AlertMessage.Status = .actual
    ) -> AlertMessage {
        let info = AlertMessage.Info(
            language: "ko-KR", event: "산불", severity: severity, isCalm: isCalm, senderName: "옥천군",
            headline: "산불이 났습니다", text: "옥천읍 주민은 학교로 대피하십시오.", effective: from, expires: until)
        return AlertMessage(
            reference: .init(sender: "okcheon", identifier: identifier, sent: from), status: status, infos: [info])
    }

    /// What a ledger makes of messages: the only way to an alert, here, too.
    static func alerts(_ messages: [AlertMessage], at now: Date = FeedSamples.now) -> [CurrentAlert] {
        var ledger = AlertLedger()
        for message in messages { _ = ledger.take(message, at: now) }
        return ledger.current(at: now, for: site, withExercises: true)
    }

    static func shown(_ plan: FramePlan, zone: Int = 0) -> String? {
        guard case .item(let id) = plan.zones[zone].shown else { return nil }
        return id
    }
}

/// The same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
