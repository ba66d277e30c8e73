import Foundation
import Testing

@testable import SignageFeed

@Suite struct AlertMergeMessagesTests {
    private static let words = "[원주시] 오늘 밤 기온이 크게 내려갑니다. 외출을 줄여 주시기 바랍니다."

    private static func message(
        _ sender: String, _ text: String = words, areas: [AlertMessage.Area] = [.init(name: "강원특별자치도 원주시")],
        severity: AlertMessage.Severity = .minor, expires: Date? = nil
    ) -> AlertMessage {
        AlertMessage(
            reference: .init(sender: sender, identifier: "1", sent: FeedSamples.now),
            infos: [
                .init(
                    language: "ko-KR", event: "한파", severity: severity, text: text, expires: expires, areas: areas)
            ])
    }

    private static let text = message("safetydata.go.kr")

    static let retellings: [(String, AlertMessage, senders: [String])] = [
        ("the same words for the same area", message("cap"), ["safetydata.go.kr"]),
        ("the graver one stays", message("cap", severity: .severe), ["cap"]),
        ("a few other letters", message("cap", words + " 끝."), ["cap"]),
        ("the whole province", message("cap", words + " 끝.", areas: [.init(name: "강원도 전체")]), ["cap"]),
        ("everybody", message("cap", words + " 끝.", areas: []), ["cap"]),
        ("other words", message("cap", "단구동에서 불이 났습니다. 지금 피하시기 바랍니다."), ["safetydata.go.kr", "cap"]),
        ("another area", message("cap", areas: [.init(name: "강원특별자치도 춘천시")]), ["safetydata.go.kr", "cap"]),
        (
            "a drawn shape", message("cap", areas: [.init(name: "강원특별자치도 원주시", hasBrokenShape: true)]),
            ["safetydata.go.kr", "cap"]
        ),
        ("the same sender", message("safetydata.go.kr", words + " 끝."), ["safetydata.go.kr"]),
    ]

    @Test(arguments: retellings)
    func `what two sources tell is published once`(rule: String, other: AlertMessage, senders: [String]) {
        #expect([Self.text, other].withoutRetellings().map(\.reference.sender) == senders, "\(rule)")
    }

    @Test func `a message that its sender ended silences nobody`() {
        let other = Self.message("cap", severity: .severe)
        let end = AlertMessage(
            reference: .init(sender: "cap", identifier: "2", sent: FeedSamples.now), kind: .cancel,
            references: [other.reference], infos: [])
        #expect([Self.text, other, end].withoutRetellings() == [Self.text, other, end])
    }

    @Test func `what holds longer elsewhere is told by both`() {
        let short = Self.message("cap", severity: .severe, expires: FeedSamples.now + 60)
        let long = Self.message("safetydata.go.kr", expires: FeedSamples.now + 3_600)
        #expect([short, long].withoutRetellings() == [short, long])
    }
}
