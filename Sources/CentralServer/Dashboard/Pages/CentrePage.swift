import Foundation

/// One centre: its kiosks and how many came.
struct CentrePage: Sendable {
    let sentence: String
    let note: String
    let tabs: [CentreTab]
    let hasKiosks: Bool
    let kiosks: [KioskLine]
    let days: String
    let daysWords: String
    /// Nothing for who may not see health data.
    let exportPath: String?

    init(
        centre: CentreHead, kiosks rows: [KioskRow], visits: [(day: LocalDay, visits: Int)], staff: Staff, now: Date
    ) throws {
        let judged = rows.map { (kiosk: $0, health: KioskHealth($0, at: now)) }
            .sorted { $0.health.isMoreUrgent(than: $1.health) }
        kiosks = judged.map { KioskLine($0.kiosk, health: $0.health, at: now) }
        hasKiosks = !rows.isEmpty
        let troubled = judged.count { !$0.health.troubles.isEmpty }
        sentence =
            switch (rows.count, troubled) {
            case (0, _): "\(centre.name), 아직 놓인 기기가 없어요"
            case (_, 0): "\(centre.name), 모두 잘 지내고 있어요"
            case (_, let count): "\(centre.name), 기기 \(count)대에 손이 필요해요"
            }
        note = [centre.address, KoreanTime.full(now)].compactMap { $0 }.joined(separator: " · ")
        tabs = CentreTab.all(centre: centre.id, current: .kiosks, staff: staff)
        let chart = ChartSpec(
            kind: .bar, labels: visits.map { "\($0.day.day)일" },
            series: [.init(name: "출석", values: visits.map { Double($0.visits) })])
        exportPath = staff.may(.results) ? "/centres/\(centre.id)/export" : nil
        (days, daysWords) = (try chart.json(), chart.spoken)
    }

    static func answer(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let (id, scope, today) = (try visit.id(), visit.scope, visit.today)
        let (centre, kiosks, visits) = try await store.read { db in
            let centre = try CentreQuery.head(db, id: id, scope: scope)
            return (
                centre, try FleetQuery.kiosks(db, centres: [id]),
                try AttendanceQuery.perDay(db, scope: scope, centre: id, from: today.adding(days: -13), through: today)
            )
        }
        return .page(
            "centre", centre.name, in: .centres,
            try CentrePage(centre: centre, kiosks: kiosks, visits: visits, staff: visit.staff, now: visit.now))
    }
}

/// The pages of one centre.
struct CentreTab: Sendable {
    let word: String
    let path: String
    let current: Bool

    enum Kind: CaseIterable { case kiosks, seniors, unclaimed }

    static func all(centre: String, current: Kind, staff: Staff) -> [CentreTab] {
        Kind.allCases.filter { $0 == .kiosks || staff.may(.people) }.map { kind in
            let (word, end) =
                switch kind {
                case .kiosks: ("기기와 출석", "")
                case .seniors: ("어르신", "/seniors")
                case .unclaimed: ("주인 없는 기록", "/unclaimed")
                }
            return CentreTab(word: word, path: "/centres/\(centre)\(end)", current: kind == current)
        }
    }
}
