import Foundation

/// One request of a signed-in person, with all that a page may know of it.
struct Visit: Sendable {
    let staff: Staff
    let now: Date
    /// Where the request came from.
    let address: String
    /// Parts of the path, by name.
    let parameters: [String: String]
    let query: [String: String]
    let form: FormFields
    /// Sent with the form, on pages that take files.
    var files: [MultipartForm.File] = []

    var today: LocalDay { LocalDay(now) }
    var page: PageNumber { PageNumber(query: query["page"]) }
    var scope: Scope { Scope(municipalityID: staff.municipalityID) }

    /// The path's id. Longer ones than any of ours are not looked up.
    func id() throws(PageRefusal) -> String {
        guard let id = parameters["id"], !id.isEmpty, id.utf8.count <= 64 else { throw .notFound }
        return id
    }

    func note(_ act: AccessAct, person: String? = nil, centre: String? = nil, reason: OpeningReason? = nil)
        -> AccessNote
    {
        AccessNote(
            act: act, userID: staff.userID, address: address, at: now, personID: person, centreID: centre,
            reason: reason)
    }
}

/// The part of the database that one may see.
struct Scope: Equatable, Sendable {
    /// Everything when absent.
    let municipalityID: String?
}
