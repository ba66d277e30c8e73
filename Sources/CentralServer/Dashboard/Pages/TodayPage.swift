import Foundation

/// The first page: one sentence, four numbers, what needs a hand first.
struct TodayPage: Sendable {
    let sentence: String
    let clock: String
    let newest: String
    let numbers: [Number]
    let hasTroubles: Bool
    let troubles: [KioskLine]
    /// Said where there is no trouble.
    let quietTitle: String
    let quietText: String
    let week: String
    let weekWords: String

    struct Number: Sendable {
        let label: String
        let value: String
        let unit: String
        let note: String
    }

    /// Rows of trouble that are shown; the centres' list has them all.
    private static let rows = 8

    init(kiosks: [KioskRow], counts: TodayCounts, now: Date) throws {
        let fleet = FleetToday(kiosks: kiosks, now: now)
        sentence = fleet.sentence(centres: counts.centres)
        (quietTitle, quietText) =
            kiosks.isEmpty ? ("아직 등록한 기기가 없어요", "기기를 놓고 등록하면 여기에서 살펴 드려요.") : ("지금은 손볼 곳이 없어요", "모든 기기가 잘 지내고 있어요.")
        clock = KoreanTime.full(now)
        newest =
            kiosks.compactMap(\.lastContactAt).max().map { "마지막 소식 \(KoreanTime.spoken($0, at: now))" } ?? "아직 소식이 없어요"
        numbers = Self.numbers(fleet, counts, now: now)
        troubles = fleet.troubled.prefix(Self.rows).map { KioskLine($0.kiosk, health: $0.health, at: now) }
        hasTroubles = !troubles.isEmpty
        let chart = Self.week(counts, today: LocalDay(now))
        (week, weekWords) = (try chart.json(), chart.spoken)
    }

    private static func numbers(_ fleet: FleetToday, _ counts: TodayCounts, now: Date) -> [Number] {
        let weekday = LocalDay(now).weekday
        return [
            Number(
                label: "이어진 기기", value: fleet.connected.grouped, unit: " / \(fleet.all.grouped)", note: fleet.silentNote
            ),
            Number(
                label: "오늘 출석", value: counts.attendance.grouped, unit: "명",
                note: "지난 \(weekday)요일 \(counts.attendanceWeekBefore.grouped)명"),
            Number(
                label: "오늘 잰 기록", value: counts.readings.grouped, unit: "건",
                note: "주인 없는 기록 \(counts.unclaimed.grouped)건"),
            Number(label: "아직 못 받은 기록", value: fleet.unsent.grouped, unit: "건", note: fleet.oldestNote(at: now)),
        ]
    }

    private static func week(_ counts: TodayCounts, today: LocalDay) -> ChartSpec {
        let days = (0..<7).map { today.adding(days: $0 - 6) }
        return ChartSpec(
            kind: .bar, labels: days.map { $0 == today ? "오늘" : "\($0.day)일 (\($0.weekday))" },
            series: [.init(name: "출석", values: days.map { Double(counts.week[$0] ?? 0) })])
    }

    static func answer(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let (scope, today) = (visit.scope, visit.today)
        let (kiosks, counts) = try await store.read { db in
            (try FleetQuery.kiosks(db, scope: scope), try TodayQuery.counts(db, scope: scope, today: today))
        }
        return .page("today", "오늘", in: .today, try TodayPage(kiosks: kiosks, counts: counts, now: visit.now))
    }
}

/// The fleet as it is now.
struct FleetToday: Sendable {
    let all: Int
    let connected: Int
    let unsent: Int
    /// The most urgent first.
    let troubled: [(kiosk: KioskRow, health: KioskHealth)]
    private let openCentres: Int
    private let oldestUnsent: Date?

    init(kiosks: [KioskRow], now: Date) {
        let judged = kiosks.map { (kiosk: $0, health: KioskHealth($0, at: now)) }
        all = judged.count
        connected = judged.count { !$0.health.isSilent }
        unsent = kiosks.reduce(0) { $0 + ($1.unsent ?? 0) }
        oldestUnsent = kiosks.compactMap(\.oldestUnsentAt).min()
        openCentres = Set(judged.filter { !$0.health.isSilent }.map(\.kiosk.centreId)).count
        troubled = judged.filter { !$0.health.troubles.isEmpty }.sorted { $0.health.isMoreUrgent(than: $1.health) }
    }

    func sentence(centres: Int) -> String {
        switch (centres, openCentres) {
        case (0, _): "안녕하세요, 첫 경로당을 기다리고 있어요"
        case (let centres, _) where all == 0: "안녕하세요, 경로당 \(centres.grouped)곳이 첫 기기를 기다리고 있어요"
        case (let centres, let open) where centres == open: "안녕하세요, 오늘 경로당 \(centres.grouped)곳 모두와 이어져 있어요"
        case (let centres, 0): "경로당 \(centres.grouped)곳 모두와 연결이 끊겨 있어요"
        case (let centres, let open): "안녕하세요, 오늘 경로당 \(centres.grouped)곳 가운데 \(open.grouped)곳과 이어져 있어요"
        }
    }

    var silentNote: String {
        guard all > 0 else { return "아직 등록한 기기가 없어요" }
        return connected == all ? "모두 이어져 있어요" : "\((all - connected).grouped)대는 소식이 끊겼어요"
    }

    func oldestNote(at now: Date) -> String {
        oldestUnsent.map { "가장 오래된 것 \(KoreanTime.length(now.timeIntervalSince($0))) 전" } ?? "밀린 기록이 없어요"
    }
}
