import Foundation

/// A centre's readings that no armed person stood for.
struct UnclaimedPage: Sendable {
    let sentence: String
    let centre: String
    let centrePath: String
    let tabs: [CentreTab]
    let hasReadings: Bool
    let readings: [ReadingLine]
    let pages: PageLinks

    static func answer(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let id = try visit.id()
        let (centre, rows, total) = try await store.write { db in
            let centre = try CentreQuery.head(db, id: id, scope: visit.scope)
            try visit.note(.listUnclaimed, centre: id).insert(db)
            return (
                centre, try ReadingQuery.unclaimed(db, centre: id, page: visit.page),
                try ReadingQuery.unclaimedCount(db, centre: id)
            )
        }
        let page = UnclaimedPage(
            sentence: total == 0
                ? "\(centre.name)에는 주인 없는 기록이 없어요" : "\(centre.name)에 주인 없는 기록이 \(total.grouped)건 있어요",
            centre: centre.name, centrePath: "/centres/\(id)",
            tabs: CentreTab.all(centre: id, current: .unclaimed, staff: visit.staff), hasReadings: !rows.isEmpty,
            readings: try rows.map { try ReadingLine($0, at: visit.now) },
            pages: PageLinks(page: visit.page, total: total, path: "/centres/\(id)/unclaimed?page="))
        return .page("unclaimed", "주인 없는 기록", in: .centres, page)
    }
}
