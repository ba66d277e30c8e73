import Foundation

/// All centres in sight.
struct CentresPage: Sendable {
    let sentence: String
    let note: String
    let hasCentres: Bool
    let centres: [Line]
    let pages: PageLinks

    struct Line: Sendable {
        let path: String
        let name: String
        let states: [StateWord]
        let lastContact: String
        let kiosks: Int
        let members: String
        let today: String
        let unclaimed: String
    }

    init(rows: [CentreRow], kiosks: [KioskRow], total: Int, page: PageNumber, now: Date) {
        let byCentre = Dictionary(grouping: kiosks, by: \.centreId)
        centres = rows.map { Self.line($0, kiosks: byCentre[$0.id] ?? [], now: now) }
        hasCentres = !rows.isEmpty
        sentence = total == 0 ? "경로당을 기다리고 있어요" : "경로당 \(total.grouped)곳을 함께 살피고 있어요"
        note = KoreanTime.full(now)
        pages = PageLinks(page: page, total: total, path: "/centres?page=")
    }

    private static func line(_ row: CentreRow, kiosks: [KioskRow], now: Date) -> Line {
        let healths = kiosks.map { KioskHealth($0, at: now) }
        let worst = healths.max { $1.isMoreUrgent(than: $0) }
        return Line(
            path: "/centres/\(row.id)", name: row.name, states: worst?.states ?? [.quiet("기기 없음")],
            lastContact: kiosks.compactMap(\.lastContactAt).max().map { KoreanTime.spoken($0, at: now) } ?? "아직 없음",
            kiosks: kiosks.count, members: row.members.grouped, today: "\(row.today.grouped)명",
            unclaimed: row.unclaimed == 0 ? "없음" : "\(row.unclaimed.grouped)건")
    }

    static func answer(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let (scope, today, page) = (visit.scope, visit.today, visit.page)
        let (rows, kiosks, total) = try await store.read { db in
            let rows = try CentreQuery.list(db, scope: scope, today: today, page: page)
            return (
                rows, try FleetQuery.kiosks(db, centres: rows.map(\.id)), try CentreQuery.count(db, scope: scope)
            )
        }
        return .page(
            "centres", "경로당", in: .centres,
            CentresPage(rows: rows, kiosks: kiosks, total: total, page: page, now: visit.now))
    }
}
