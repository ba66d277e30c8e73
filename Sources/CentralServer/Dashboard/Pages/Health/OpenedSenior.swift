import Foundation
import GRDB

/// A senior who was opened with a reason in this session, and whose health data may be shown.
struct OpenedSenior: Sendable {
    let senior: SeniorHead
    let reason: OpeningReason

    /// Whom a page of health data may be about, with the line in the access log; nil while no reason was given.
    /// - Parameter because: the reason of this very act, where it was asked for by itself.
    /// - Throws: ``PageRefusal/forbidden`` where the person did not consent to health data.
    static func find(
        _ db: Database, visit: Visit, act: AccessAct, because: OpeningReason? = nil
    ) throws -> OpenedSenior? {
        let id = try visit.id()
        let centre = try SeniorQuery.centre(db, of: id, scope: visit.scope)
        guard let reason = try SeniorQuery.openedReason(db, person: id, staff: visit.staff) else { return nil }
        let senior = try SeniorQuery.head(db, id: id, scope: visit.scope)
        guard senior.healthConsent else { throw PageRefusal.forbidden }
        try visit.note(act, person: id, centre: centre.id, reason: because ?? reason).insert(db)
        return OpenedSenior(senior: senior, reason: reason)
    }

    var path: String { "/seniors/\(senior.id)" }
    var crumbs: SeniorCrumbs { SeniorCrumbs(senior) }
}

/// The way back from a page of a senior.
struct SeniorCrumbs: Sendable {
    let centre: String
    let centrePath: String
    let name: String
    let path: String

    init(_ senior: SeniorHead) {
        (centre, centrePath) = (senior.centre, "/centres/\(senior.centreId)")
        (name, path) = (senior.name, "/seniors/\(senior.id)")
    }
}
