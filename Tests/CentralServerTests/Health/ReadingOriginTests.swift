import FitnessMeasure
import Foundation
import HummingbirdTesting
import Synchronization
import Testing

@testable import CentralServer

@Suite struct ReadingOriginTests {
    private static let path = "/seniors/\(DashboardOffice.kim)/evaluation"
    private static func stands(_ count: String) -> [DashboardOffice.Sent] {
        [("chair_stand_30s", "repetitions", count, "{repetitions}")]
    }

    private func page(_ office: DashboardOffice, _ path: String = path) async throws -> String {
        let taken = Taken()
        try await office.visit { client in
            taken.take(try await Browser.nurse(client, opens: DashboardOffice.kim).get(path).text)
        }
        return taken.text
    }

    typealias Came = DashboardOffice.Came
    static let told: [(Came, String)] = [
        (Came(source: "device"), "기기로 잼"), (Came(source: "timer"), "화면 시계로 잼"), (Came(source: "counter"), "화면에서 셈"),
        (Came(source: "supporter", flags: ["entered_by_supporter"]), "손으로 적음"),
        (Came(flags: ["entered_by_supporter"]), "손으로 적음"), (Came(), "기기로 잼"),
        (Came(source: "camera"), "어떻게 잰 것인지 모름"), (Came(side: "left", source: "device"), "왼쪽 · 기기로 잼"),
        (Came(protocolID: "chair_stand_30s/2", source: "counter"), "2판 방법 · 화면에서 셈"),
        (Came(protocolID: "gait_speed_usual/1/4m"), "4m 길 · 기기로 잼"), (Came(flags: ["from_storage"]), "기기에 남은 기록"),
        (Came(flags: ["age_unknown"]), "때가 정확하지 않음"), (Came(flags: ["outside_usual"]), "보통 범위 밖, 다시 물어 맞음"),
        (Came(claimedWhy: "was_present"), "주인을 나중에 찾음: 잴 때 그 자리에 계셨어요"),
        (Came(claimedWhy: "a_new_reason"), "주인을 나중에 찾음 · 기기로 잼"),
    ]

    @Test(arguments: told) func `the evaluation says in words how a value came about`(
        came: Came, words: String
    ) async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure(Self.stands("14"), came: came)
        #expect(try await page(office).contains(words))
    }

    @Test func `of several trials the origin is that of the one that counts`() async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure(Self.stands("11"), came: Came(source: "supporter"))
        try await office.measure(Self.stands("14"), came: Came(source: "counter"))
        try await office.measure(Self.stands("12"), came: Came(source: "timer"))
        let page = try await page(office)
        #expect(page.contains("화면에서 셈") && !page.contains("손으로 적음") && !page.contains("화면 시계로 잼"))
    }

    static let compared: [(Came, Came, String)] = [
        (Came(), Came(protocolID: "chair_stand_30s/1"), "6회 좋아졌어요"),
        (Came(protocolID: "chair_stand_30s/1"), Came(protocolID: "chair_stand_30s/2"), "재는 방법이 바뀌어서 견주지 않아요"),
        (Came(protocolID: "chair_stand_30s/2"), Came(protocolID: "chair_stand_30s/2"), "6회 좋아졌어요"),
        (Came(), Came(protocolID: "chair_stand_30s/2"), "재는 방법이 바뀌어서 견주지 않아요"),
        (Came(flags: ["from_storage"]), Came(), "언제 잰 값인지 확실하지 않아서 견주지 않아요"),
        (Came(), Came(flags: ["clock_changed"]), "언제 잰 값인지 확실하지 않아서 견주지 않아요"),
    ]

    @Test(arguments: compared) func `a change is told only within one protocol and between certain days`(
        before: Came, now: Came, words: String
    ) async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure(Self.stands("10"), daysAgo: 60, came: before)
        try await office.measure(Self.stands("16"), came: now)
        let page = try await page(office)
        #expect(page.contains(words))
        #expect(page.contains("(60일 전)보다") == words.contains("좋아졌어요"))
    }

    @Test func `a pressure out of a device's memory does not open or close the gate`() async throws {
        let office = try await DashboardOffice()
        try await office.pressure(206, 96, flags: ["from_storage"])
        let stored = try await page(office)
        #expect(stored.contains("혈압을 재지 않았어요") && !stored.contains("acsm_rest_sys"))
        #expect(stored.contains("206/96 mmHg") && stored.contains("확실하지 않은 혈압은 확인에 넣지 않았어요"))
        try await office.pressure(128, 76, minutesAgo: 80)
        #expect(try await !page(office).contains("혈압을 재지 않았어요"))
    }

    @Test func `what the kiosk's gate decided, the answers and the tests left out stand on the page`() async throws {
        let office = try await DashboardOffice()
        try await office.pressure(168, 90)
        try await office.gate(
            "rest_and_repeat", rules: ["kspo_bp_sys"], answers: ["symptoms_now": "no", "par_q_2": "yes"])
        try await office.gate("go", unchecked: ["questions"], minutesAgo: 60)
        try await office.gate("a_new_outcome", unchecked: ["a_new_thing"], minutesAgo: 50)
        try await office.skip("walk_6min", "no_space")
        try await office.skip("walk_6min", "pain", minutesAgo: 60)
        try await office.skip("a_new_test", "a_new_reason")
        let page = try await page(office)
        #expect(page.contains("오전 9시") && page.contains("kspo_bp_sys") && page.contains("문진을 하지 않았어요"))
        #expect(page.contains("a_new_outcome") && page.contains("a_new_thing"))
        #expect(page.contains("6분 걷기 · 아파서 하지 않으셨어요") && !page.contains("자리가 없었어요"))
        #expect(page.contains("a_new_test · a_new_reason"))
        #expect(page.contains("지금 가슴이 아프거나 어지럽거나 숨이 차세요?</dt><dd>아니요</dd>"))
        // The gate is judged by the answers that came with it.
        #expect(page.contains("parq_red_flag") && page.contains("멈추고 연계"))
    }

    @Test func `a test that somebody could not do is nought points in the SPPB; one that nobody tried is not`()
        async throws
    {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure([
            ("side_by_side", "duration", "10", "s"), ("semi_tandem", "duration", "10", "s"),
            ("tandem", "duration", "10", "s"), ("gait_4m", "duration", "4.0", "s"),
        ])
        #expect(try await page(office).contains("끝까지 하지 않음"))
        try await office.skip("chair_stand_5x", "refused")
        #expect(try await page(office).contains("끝까지 하지 않음"))
        try await office.skip("chair_stand_5x", "unable", minutesAgo: 60)
        #expect(try await page(office).contains("8/12점 (균형 4 · 걷기 4 · 의자 0)"))
    }

    @Test func `by which tables the kiosk spoke is told where they were others`() async throws {
        let office = try await DashboardOffice()
        try await office.forgetReadings()
        try await office.measure(Self.stands("14"), came: Came(tables: "2026-11"))
        #expect(try await !page(office).contains("(으)로 말씀드렸어요"))
        try await office.measure(Self.stands("13"), came: Came(tables: "2025-06"))
        #expect(try await page(office).contains("기기는 2025-06(으)로 말씀드렸어요"))
    }

    @Test func `the list of readings says how each came about`() async throws {
        let office = try await DashboardOffice()
        try await office.measure(
            Self.stands("17"),
            came: Came(protocolID: "chair_stand_30s/3", source: "supporter", claimedWhy: "own_record"))
        let list = try await page(office, "/seniors/\(DashboardOffice.kim)")
        #expect(list.contains("손으로 적음") && list.contains("3판 방법") && list.contains("본인의 기기에 남은 기록이에요"))
    }
}

/// A page that was seen within a visit.
private final class Taken: Sendable {
    private let page = Mutex("")
    var text: String { page.withLock { $0 } }
    func take(_ text: String) { page.withLock { $0 = text } }
}
