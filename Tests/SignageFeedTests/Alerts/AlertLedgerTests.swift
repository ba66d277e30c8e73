import Foundation
import Testing

@testable import SignageFeed

@Suite struct AlertLedgerTests {
    private static let site = AlertSite(
        place: .init(latitude: 36.3064, longitude: 127.5715), code: "4373000000", region: "충청북도 옥천군")
    private let now = FeedSamples.now

    private func messages(_ name: String, as format: FeedFormat = .cap) throws -> [AlertMessage] {
        guard case .alerts(let fact)? = try FeedSamples.parse(name, as: format).value else {
            throw FeedSamples.SampleError.otherContent
        }
        return fact.value
    }

    private func message(_ name: String) throws -> AlertMessage { try #require(try messages("cap/" + name).first) }

    private func shown(_ names: [String], at time: Date? = nil) throws -> [CurrentAlert] {
        var ledger = AlertLedger()
        for name in names { _ = ledger.take(try message(name), at: now) }
        return ledger.current(at: time ?? now, for: Self.site)
    }

    @Test func `an alert for the place is shown`() throws {
        let alert = try #require(try shown(["01_alert.xml"]).first)
        #expect(alert.info.headline == "산사태 위험, 즉시 대피" && alert.info.severity == .extreme)
        #expect(!alert.isExercise && !alert.isAreaUncertain && alert.isTimed)
    }

    @Test func `it ends when it ends`() throws {
        #expect(try shown(["01_alert.xml"], at: FeedSamples.korean("2026-11-20 11:59")).count == 1)
        #expect(try shown(["01_alert.xml"], at: FeedSamples.korean("2026-11-20 12:00")).isEmpty)
    }

    @Test(arguments: [
        "05_test.xml", "07_draft.xml", "08_restricted.xml", "09_expired.xml", "13_polygon_outside.xml",
        "23_no_info.xml",
        "25_ack.xml",
    ])
    func `what is not real, not public, over or elsewhere is not shown`(name: String) throws {
        #expect(try shown([name]).isEmpty)
    }

    @Test(arguments: [["01_alert.xml", "03_cancel.xml"], ["03_cancel.xml", "01_alert.xml"]])
    func `a cancel holds whatever order they come in`(names: [String]) throws {
        #expect(try shown(names).isEmpty)
    }

    @Test func `a stranger cannot cancel`() throws {
        var ledger = AlertLedger()
        #expect(ledger.take(try message("01_alert.xml"), at: now) == .added)
        #expect(ledger.take(try message("21_cancel_other_sender.xml"), at: now) == .refused)
        #expect(ledger.current(at: now, for: Self.site).count == 1)
    }

    @Test func `the same message does not ring twice`() throws {
        var ledger = AlertLedger()
        #expect(ledger.take(try message("01_alert.xml"), at: now) == .added)
        #expect(ledger.take(try message("19_duplicate_of_01.xml"), at: now) == .known)
    }

    @Test func `a cancel of the unknown is remembered`() throws {
        var ledger = AlertLedger()
        #expect(ledger.take(try message("20_cancel_unknown.xml"), at: now) == .cancelled)
        var late = try message("01_alert.xml")
        late.reference = .init(
            sender: "ops@example.invalid", identifier: "NOPE", sent: FeedSamples.korean("2026-11-20 08:00"))
        #expect(ledger.take(late, at: now) == .ended)
    }

    @Test func `the Korean block and the block for the place count`() throws {
        #expect(try shown(["16_multilang.xml"]).map(\.info.language) == ["ko-KR"])
        #expect(try shown(["17_two_areas_two_infos.xml"]).map(\.info.severity) == [.extreme])
    }

    @Test func `a broken shape does not silence the gravest alert`() throws {
        #expect(try shown(["15_polygon_bad.xml"]).map(\.isAreaUncertain) == [true])
    }

    @Test func `all clear is calm, and what comes later is shown now`() throws {
        #expect(try shown(["04_allclear.xml"]).map(\.info.isCalm) == [true])
        #expect(try shown(["11_future_onset.xml"]).map(\.info.onset) == [FeedSamples.korean("2026-11-20 18:00")])
        #expect(try shown(["22_cap11.xml"]).count == 1)
    }

    @Test(arguments: [
        ("cap/26_xxe.xml", FeedError(.xml(.documentType))), ("cap/24_missing_scope.xml", FeedError(.unexpectedShape)),
    ])
    func `unsafe and incomplete messages are refused`(name: String, error: FeedError) throws {
        #expect(try FeedSamples.parse(name, as: .cap) == .failed(error))
    }

    @Test func `a huge text is cut`() throws {
        let infos = try message("28_huge_text.xml").infos
        #expect(infos.allSatisfy { $0.text.count <= 2_000 && !$0.text.isEmpty })
    }

    @Test func `an exercise is shown only when asked for, and marked`() throws {
        var ledger = AlertLedger()
        var exercise = try message("01_alert.xml")
        exercise.status = .exercise
        #expect(ledger.take(exercise, at: now) == .added)
        #expect(ledger.current(at: now, for: Self.site).isEmpty)
        #expect(ledger.current(at: now, for: Self.site, withExercises: true).map(\.isExercise) == [true])
    }

    @Test func `a ledger survives a restart`() throws {
        var ledger = AlertLedger()
        _ = ledger.take(try message("03_cancel.xml"), at: now)
        var restored = try JSONDecoder().decode(AlertLedger.self, from: JSONEncoder().encode(ledger))
        #expect(restored.take(try message("01_alert.xml"), at: now) == .ended)
    }

    @Test func `a flood of messages does not push a grave one out`() throws {
        var ledger = AlertLedger()
        _ = ledger.take(try message("01_alert.xml"), at: now)
        for number in 0..<600 {
            let info = AlertMessage.Info(language: "ko-KR", event: "안내", severity: .minor, text: "글")
            let reference = AlertMessage.Reference(sender: "x", identifier: "\(number)", sent: now)
            _ = ledger.take(AlertMessage(reference: reference, infos: [info]), at: now)
        }
        let current = ledger.current(at: now, for: Self.site)
        #expect(current.count == 500 && current.first?.info.severity == .extreme)
    }

    @Test func `disaster texts come with their levels and words`() throws {
        let found = try messages("dsms/normal.json", as: .disasterText)
        #expect(found.map { $0.infos[0].severity } == [.minor, .severe, .extreme])
        #expect(found[1].infos[0].text == "[가상군] 가상면 산불 확산. 가상리 주민은 가상초등학교로 즉시 대피.")
        #expect(found[0].reference.sent.map { KoreanTime($0).second } == 12)
        var ledger = AlertLedger()
        for message in found { #expect(ledger.take(message, at: now) == .added) }
        let current = ledger.current(at: now, for: Self.site)
        #expect(current.map(\.info.severity) == [.extreme, .severe, .minor])
        #expect(ledger.current(at: now.addingTimeInterval(6 * 3_600), for: Self.site).count == 2)
    }

    @Test func `a text without a time is kept but may not take the screen`() throws {
        let found = try messages("dsms/date_forms.json", as: .disasterText)
        #expect(found.map { $0.reference.sent != nil } == [true, true, true, false])
        var ledger = AlertLedger()
        for message in found { _ = ledger.take(message, at: now) }
        #expect(ledger.current(at: now, for: Self.site).filter { !$0.isTimed }.count == 1)
        #expect(ledger.current(at: now.addingTimeInterval(86_400), for: Self.site).isEmpty)
    }

    @Test(arguments: [
        ("dsms/missing_fields.json", ["5", "7"]), ("dsms/hostile.json", ["10"]),
    ])
    func `incomplete texts are dropped or flagged`(name: String, ids: [String]) throws {
        let outcome = try FeedSamples.parse(name, as: .disasterText)
        guard case .partial(.alerts(let fact), _) = outcome else { throw FeedSamples.SampleError.otherContent }
        #expect(fact.value.map(\.reference.identifier) == ids)
    }

    @Test func `a text that tells of an end ends nothing, and one from ahead waits`() throws {
        var ledger = AlertLedger()
        for name in ["dsms/normal.json", "dsms/release.json"] {
            for message in try messages(name, as: .disasterText) { #expect(ledger.take(message, at: now) == .added) }
        }
        #expect(ledger.current(at: now, for: Self.site).count == 3)
        #expect(ledger.current(at: FeedSamples.korean("2026-11-20 11:00"), for: Self.site).count == 4)
    }

    @Test(arguments: ["dsms/empty.json", "dsms/empty_null.json"])
    func `no text is good`(name: String) throws {
        #expect(try FeedSamples.parse(name, as: .disasterText) == .empty)
    }

    @Test(arguments: [
        ("충청북도 옥천군", true), ("충청북도 전체", true), ("충청북도 옥천군 옥천읍", true), ("충청북도 영동군", false), ("충청남도 전체", false),
        ("", false),
    ])
    func `regions are told by name`(name: String, isInside: Bool) {
        let info = AlertMessage.Info(language: "ko", event: "", severity: .minor, text: "", areas: [.init(name: name)])
        #expect((Self.site.match(info) == .inside) == isInside)
    }

    @Test(arguments: [
        ("4373000000", true), ("4300000000", true), ("4373025021", true), ("4374000000", false), ("x", false),
    ])
    func `regions are told by code`(code: String, isInside: Bool) {
        let info = AlertMessage.Info(
            language: "ko", event: "", severity: .minor, text: "", areas: [.init(name: "구역", codes: [code])])
        #expect((Self.site.match(info) == .inside) == isInside)
    }

    @Test func `regions are told by shape`() {
        func isInside(_ area: AlertMessage.Area) -> Bool {
            let info = AlertMessage.Info(language: "ko", event: "", severity: .minor, text: "", areas: [area])
            return Self.site.match(info) == .inside
        }
        let corners = [(36.2, 127.5), (36.4, 127.5), (36.4, 127.7), (36.2, 127.7), (36.2, 127.5)]
        let square = corners.map { AlertMessage.Point(latitude: $0.0, longitude: $0.1) }
        #expect(isInside(.init(name: "구역", polygons: [square])))
        let away = square.map { AlertMessage.Point(latitude: $0.latitude + 1, longitude: $0.longitude) }
        #expect(!isInside(.init(name: "구역", polygons: [away])))
        let daejeon = AlertMessage.Point(latitude: 36.3504, longitude: 127.3845)
        #expect(isInside(.init(name: "구역", circles: [.init(centre: daejeon, radius: 18)])))
        #expect(!isInside(.init(name: "구역", circles: [.init(centre: daejeon, radius: 17)])))
    }
}
