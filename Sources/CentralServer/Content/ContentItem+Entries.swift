import Crypto
import Foundation
import SignageFeed

/// The lists that the office's sources brought.
struct PolledListings: Equatable, Sendable {
    var jobs: [JobOffer] = []
    var courses: [Course] = []

    /// Lines of one list that become items of a wall; a list of hundreds must not push everything else off it.
    static let limit = 50
}

extension ContentItem {
    /// What it is on a wall: a newsletter is an item a page, a list an item a line.
    func entries(pictures: [ContentPicture], listings: PolledListings, at now: Date) -> [PlaylistEntry] {
        switch kind {
        case .newsletter:
            return pictures.map { page in
                var entry = PlaylistEntry(self, id: "\(id)/\(page.page)")
                (entry.title, entry.page, entry.picture) = (text.title, page.page, page.sha256)
                return entry
            }
        case .jobList:
            return listings.jobs.filter { $0.isOpen(at: now) }.prefix(PolledListings.limit).map { posting($0.posting) }
        case .courseList:
            return listings.courses.filter { $0.isOpen(at: now) }.prefix(PolledListings.limit)
                .map { posting($0.posting) }
        default:
            return [entry(picture: pictures.first)]
        }
    }

    private func entry(picture: ContentPicture?) -> PlaylistEntry {
        var entry = PlaylistEntry(self)
        (entry.title, entry.text, entry.steps) = (text.title, text.text, text.steps)
        (entry.caption, entry.applyBy, entry.picture) = (text.caption, text.applyBy, picture?.sha256)
        return entry
    }

    /// One line of a list under the conditions of the whole.
    private func posting(_ posting: ListedPosting) -> PlaylistEntry {
        let line = SHA256.hash(data: Data(posting.id.utf8)).prefix(8).map { String(format: "%02x", $0) }.joined()
        var entry = PlaylistEntry(self, id: "\(id)/\(line)", kind: kind == .jobList ? .job : .course)
        (entry.title, entry.text, entry.applyBy) = (posting.title, posting.text, posting.applyBy)
        return entry
    }
}

/// A line of a list in the words of a wall.
struct ListedPosting: Equatable, Sendable {
    var id: String
    var title: String
    var text: String?
    /// `yyyy-MM-dd`
    var applyBy: String?
    /// The first day to apply.
    var opens: String?

    init(
        id: String, title: String, lines: [(String, String?)], text: String, closesAt: Date?, opensAt: Date? = nil
    ) {
        (self.id, self.title) = (id, title)
        let facts = lines.compactMap { name, value in value.map { "\(name) \($0)" } }
        let words = ([text] + facts).filter { !$0.isEmpty }.joined(separator: "\n")
        self.text = words.isEmpty ? nil : words
        (applyBy, opens) = (closesAt.map { LocalDay($0).description }, opensAt.map { LocalDay($0).description })
    }
}

extension JobOffer {
    var posting: ListedPosting {
        ListedPosting(
            id: id, title: title,
            lines: [("하는 곳", place ?? employer), ("때", hours), ("받는 돈", pay), ("물어볼 곳", contact)], text: text,
            closesAt: closesAt)
    }
}

extension Course {
    var posting: ListedPosting {
        ListedPosting(
            id: id, title: title,
            lines: [
                ("여는 날", startsAt.map { LocalDay($0).words }), ("때", hours), ("곳", place), ("수강료", fee),
                ("물어볼 곳", contact),
            ], text: text, closesAt: closesAt, opensAt: opensAt)
    }
}
