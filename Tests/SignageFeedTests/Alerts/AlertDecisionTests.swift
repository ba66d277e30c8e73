import Foundation
import Testing

@testable import SignageFeed

@Suite struct AlertDecisionTests {
    private static let site = AlertSite(
        place: .init(latitude: 36.3064, longitude: 127.5715), region: "충청북도 옥천군 옥천읍")
    private let now = FeedSamples.now

    private func message(
        _ id: String = "A", kind: AlertMessage.Kind = .alert, status: AlertMessage.Status = .actual,
        sender: String = "ops", references: [AlertMessage.Reference] = [], _ infos: [AlertMessage.Info]
    ) -> AlertMessage {
        AlertMessage(
            reference: .init(sender: sender, identifier: id, sent: now), status: status, kind: kind,
            references: references, infos: infos)
    }

    private func info(
        _ severity: AlertMessage.Severity = .extreme, areas: [AlertMessage.Area] = [], effective: Date? = nil,
        text: String = "글"
    ) -> AlertMessage.Info {
        .init(language: "ko", event: "산불", severity: severity, text: text, effective: effective, areas: areas)
    }

    @Test(arguments: [
        (AlertMessage.Status.test, AlertDecision.Reason.test), (.draft, .draft), (.system, .system),
        (.exercise, .exercise),
    ])
    func `what is not real is ignored by its name`(status: AlertMessage.Status, reason: AlertDecision.Reason) {
        var ledger = AlertLedger()
        let decision = ledger.decide(message(status: status, [info()]), at: now, for: Self.site)
        #expect(decision.verdict == .ignore && decision.reason == reason)
    }

    @Test func `an exercise is shown as one where that is wanted`() {
        var ledger = AlertLedger()
        let exercise = message(status: .exercise, [info()])
        let decision = ledger.decide(exercise, at: now, for: Self.site, withExercises: true)
        #expect(decision.verdict == .show && decision.reason == .exercise && decision.style == .fullScreen)
    }

    @Test(arguments: [
        (AlertMessage.Kind.acknowledgement, AlertDecision.Reason.acknowledgement), (.error, .error), (.alert, .noInfo),
    ])
    func `what is no news is ignored`(kind: AlertMessage.Kind, reason: AlertDecision.Reason) {
        var ledger = AlertLedger()
        #expect(ledger.decide(message(kind: kind, []), at: now, for: Self.site).reason == reason)
    }

    @Test func `an area nobody can read is held, if it is grave`() {
        var ledger = AlertLedger()
        let area = AlertMessage.Area(name: "깨진 구역", hasBrokenShape: true)
        #expect(ledger.decide(message("A", [info(areas: [area])]), at: now, for: Self.site).verdict == .hold)
        let minor = ledger.decide(message("B", [info(.minor, areas: [area])]), at: now, for: Self.site)
        #expect(minor.verdict == .hold && minor.reason == .areaUnknown && minor.style == nil)
    }

    @Test func `what takes effect later waits`() {
        var ledger = AlertLedger()
        let later = message("A", [info(effective: now.addingTimeInterval(3_600))])
        #expect(ledger.decide(later, at: now, for: Self.site).reason == .notYet)
        #expect(ledger.current(at: now.addingTimeInterval(3_600), for: Self.site).count == 1)
    }

    @Test func `an update that names itself lives`() {
        var ledger = AlertLedger()
        let own = AlertMessage.Reference(sender: "ops", identifier: "A", sent: now)
        let update = message(kind: .update, references: [own], [info()])
        #expect(ledger.decide(update, at: now, for: Self.site).verdict == .show)
        #expect(ledger.decide(update, at: now, for: Self.site).reason == .duplicate)
    }

    @Test func `a flood of cancels does not fill the box`() throws {
        var ledger = AlertLedger()
        for batch in 0..<15 {
            let references = (0..<500).map { number in
                AlertMessage.Reference(sender: "ops", identifier: "\(batch)-\(number)", sent: now)
            }
            let cancel = message("C\(batch)", kind: .cancel, references: references, [])
            #expect(ledger.take(cancel, at: now.addingTimeInterval(Double(batch))) == .cancelled)
        }
        #expect(try JSONEncoder().encode(ledger).count < 1_000_000)
        let late = AlertMessage(
            reference: .init(sender: "ops", identifier: "14-499", sent: now), infos: [info()])
        #expect(ledger.take(late, at: now.addingTimeInterval(20)) == .ended)
    }

    @Test(arguments: [
        ("충북 옥천군", true), ("옥천읍", true), ("옥천군 옥천읍", true), ("충청북도 영동군, 옥천군", true), ("영동군", false),
        ("경기도 수원시", false), ("충청북도", true),
    ])
    func `a place has many names`(name: String, isInside: Bool) {
        let match = AlertSite(region: "충청북도 옥천군 옥천읍").match(info(areas: [.init(name: name)]))
        #expect(match == (isInside ? .inside : .outside))
    }

    @Test(arguments: [
        ("강원특별자치도 원주시", "4213000000", true), ("강원도 원주시", "5113000000", true),
        ("경기도 수원시 팔달구", "4111000000", true), ("경기도 수원시", "4111500000", true),
        ("충청북도 영동군", "4374500000", false), ("서울 영등포구", "1156011000", true), ("세종시", "3611000000", true),
        ("전북 전주시 완산구", "4511100000", true), ("대전광역시 중구", "2711000000", false),
    ])
    func `a name knows its code, also across renumberings and wards`(region: String, code: String, isInside: Bool) {
        let area = AlertMessage.Area(name: "구역", codes: [code])
        #expect(AlertSite(region: region).match(info(areas: [area])) == (isInside ? .inside : .outside))
    }

    @Test func `what is not known of a site is not asked`() {
        let area = AlertMessage.Area(name: "부산광역시", codes: ["2600000000"])
        #expect(AlertSite().match(info(areas: [area])) == .inside)
        #expect(
            AlertSite(region: "없는도 없는군").match(info(areas: [.init(name: "구역", codes: ["2600000000"])])) == .uncertain)
        #expect(RegionCode("12a4500000") == nil && RegionCode("123") == nil && RegionCode(region: "충청북도 없는군") == nil)
    }

    @Test func `two sources that tell the same are one, two fires are two`() {
        func alert(_ sender: String, _ text: String, _ severity: AlertMessage.Severity = .severe) -> CurrentAlert? {
            let message = message(text, sender: sender, [info(severity, text: text)])
            return CurrentAlert(message, takenAt: now, at: now, for: AlertSite())
        }
        let texts = [
            alert("cap", "[가상군] 가상면 산불 확산. 가상리 주민은 가상초등학교로 즉시 대피하시기 바랍니다."),
            alert("safetydata.go.kr", "[가상군] 가상면 산불 확산. 가상리 주민은 가상초등학교로 즉시 대피하십시오."),
            alert("safetydata.go.kr", "[가상군] 다른면 야산에서 불이 났습니다. 인근 주민은 마을회관으로 피하십시오."),
            alert("cap", "짧은 글"), alert("safetydata.go.kr", "다른 글"),
        ]
        let kept = texts.compactMap { $0 }.withoutRetellings()
        #expect(kept.count == 4 && kept.filter { $0.info.text.contains("가상면") }.count == 1)
    }

    @Test func `a text that names the weather office's warning tells it, its end does not`() throws {
        let warning = WeatherWarning(
            area: "L1030400", areaName: "옥천군", hazard: .init(rawValue: 3), level: .warning, issuedAt: now)
        #expect(warning.alert.infos.first?.severity == .severe && warning.alert.infos.first?.headline == "옥천군 한파경보")
        let current = try #require(CurrentAlert(warning.alert, takenAt: now, at: now, for: AlertSite()))
        func kept(_ text: String) throws -> Int {
            let message = message(sender: "safetydata.go.kr", [info(.minor, text: text)])
            let other = try #require(CurrentAlert(message, takenAt: now, at: now, for: AlertSite()))
            return [other, current].withoutRetellings().count
        }
        #expect(try kept("[가상군] 09시 한파주의보 발효. 외출을 삼가 주세요.") == 2)
        #expect(try kept("[가상군] 한파경보가 해제되었습니다.") == 2)
        let grave = message("G", sender: "safetydata.go.kr", [info(.severe, text: "[가상군] 09시 한파경보 발효. 외출을 삼가 주세요.")])
        let text = try #require(CurrentAlert(grave, takenAt: now, at: now, for: AlertSite()))
        #expect([text, current].withoutRetellings().map(\.reference.sender) == ["safetydata.go.kr"])
        #expect(current.style(at: now) == .fullScreen)
    }

    @Test(arguments: [(0, "주의보", AlertMessage.Severity.moderate), (2, "중대경보", .extreme), (7, " 7단계", .moderate)])
    func `levels of warnings are mapped, and new ones kept`(
        level: Int, name: String, severity: AlertMessage.Severity
    ) throws {
        let warning = WeatherWarning(
            area: "L1", areaName: "옥천군", hazard: .init(rawValue: 99), level: .init(rawValue: level), issuedAt: now)
        let info = try #require(warning.alert.infos.first)
        #expect(info.severity == severity && info.event == "기상특보 99" + name)
    }

    @Test func `messages inside of other documents are found`() throws {
        let cap = String(decoding: try FeedSamples.bytes("cap/01_alert.xml"), as: UTF8.self)
        let body = try #require(cap.split(separator: "?>").last)
        let feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>\(body)</content></entry></feed>"
        guard case .ok(.alerts(let fact)) = FeedFormat.cap.parse(Array(feed.utf8), context: FeedSamples.context) else {
            throw FeedSamples.SampleError.otherContent
        }
        #expect(fact.value.map(\.reference.identifier) == ["A1"] && fact.value.first?.infos.first?.areas.count == 1)
        let none = FeedFormat.cap.parse(
            Array("<feed xmlns='http://www.w3.org/2005/Atom'/>".utf8), context: FeedSamples.context)
        #expect(none == .empty)
    }
}
