import Foundation

/// The weather office's prose about its warnings (`getPwnStatus`). For people to read: nothing is decided by it.
public struct WarningBulletin: Codable, Equatable, Sendable {
    public var issuedAt: Date
    /// In force, announced ahead, and other words, as written; nil when the part says that there is none.
    public var inForce: String?
    public var preliminary: String?
    public var other: String?

    static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<[WarningBulletin]> {
        do throws(FeedError) {
            guard let page = try PublicDataEnvelope.page(of: FeedDocument(bytes)) else { return .empty }
            let bulletins = page.rows.compactMap(bulletin)
            guard !bulletins.isEmpty else { throw FeedError(.unexpectedShape) }
            let unusable = page.rows.indices.filter { bulletin(page.rows[$0]) == nil }
            return .read(bulletins, page.problems + unusable.map { FeedProblem(.unusableRow, row: $0) })
        } catch {
            return .failed(error)
        }
    }

    private static func bulletin(_ row: FeedRow) -> WarningBulletin? {
        guard let issued = row["tmFc"].flatMap(DateReader.date), row["t6"] != nil || row["t7"] != nil else {
            return nil
        }
        func words(_ field: String) -> String? {
            row[field].flatMap { ["o 없음", "없음", "o없음"].contains($0) ? nil : $0 }
        }
        return WarningBulletin(
            issuedAt: issued, inForce: words("t6"), preliminary: words("t7"), other: words("other"))
    }
}
