import Foundation
import SignageFeed

extension ContentPages {
    /// The pictures that came with a form; nil when the item keeps those it has.
    func pictures(of kind: ContentKind, in files: [MultipartForm.File], known: Int) async throws -> [PictureFile]? {
        guard kind.hasPictures else { return nil }
        // A browser sends an empty file for a field that was left alone.
        guard let bytes = files.first(where: { $0.name == "file" && !$0.bytes.isEmpty })?.bytes else {
            guard known > 0 else { throw ContentProblem.noFile }
            return nil
        }
        do {
            return kind == .newsletter ? try await press.pages(of: bytes) : [try PictureFile(bytes)]
        } catch let problem as PictureProblem {
            throw ContentProblem.picture(problem)
        } catch let problem as NewsletterProblem {
            throw ContentProblem.newsletter(problem)
        }
    }

    func listing(_ visit: Visit) async throws -> Answer {
        let places = try await places(visit)
        return .page("content-listing", "목록 올리기", in: .content, ContentListingPage(visit.query["place"], places))
    }

    /// Makes a draft of each line of a list of jobs or courses.
    func takeListing(_ visit: Visit) async throws -> Answer {
        let places = try await places(visit)
        guard let place = places.first(where: { $0.id == visit.form["municipality"] }) else {
            throw PageRefusal.badForm
        }
        let areCourses = visit.form["list"] == "courses"
        let listing = OfficeListingFile(
            visit.files.first { $0.name == "file" }?.bytes ?? [], isCourses: areCourses, now: visit.now)
        let drafts = listing.items(for: place.id, by: visit.staff.userID, at: visit.now)
        guard !drafts.isEmpty else {
            let page = ContentListingPage(place.id, places, areCourses: areCourses, problem: listing.sentence)
            return .page("content-listing", "목록 올리기", in: .content, page)
        }
        try await store.write { db in
            for draft in drafts {
                try ContentQuery.save(db, draft, scope: visit.scope)
                _ = try reviews.admit(draft.reviewedText, of: place.id, at: visit.now, in: db)
            }
            try visit.note(.saveContent).insert(db)
        }
        return .seeOther("/content?place=\(place.id)&done=listed")
    }
}

/// A list of jobs or courses that somebody sent as CSV or JSON.
struct OfficeListingFile: Sendable {
    private let postings: [(posting: ListedPosting, isOpen: Bool)]
    private let kind: ContentKind
    /// What is to say when nothing came of it.
    let sentence: String

    init(_ bytes: [UInt8], isCourses: Bool, now: Date) {
        kind = isCourses ? .course : .job
        let context = FeedContext(receivedAt: now)
        if isCourses {
            postings = (Course.parse(bytes, context).value?.value ?? []).map { ($0.posting, $0.isOpen(at: now)) }
        } else {
            postings = (JobOffer.parse(bytes, context).value?.value ?? []).map { ($0.posting, $0.isOpen(at: now)) }
        }
        sentence =
            if bytes.isEmpty {
                "올릴 파일을 골라 주세요."
            } else if postings.isEmpty {
                "목록을 읽지 못했어요. 첫 줄에 ‘제목’과 ‘마감’ 같은 칸 이름이 있는 CSV나 JSON 파일이어야 해요."
            } else {
                "마감이 지나지 않은 줄이 없어요."
            }
    }

    /// One draft a line that is still open; a course whose days of application are yet to come waits for its first day.
    func items(for municipality: String, by user: String, at now: Date) -> [ContentItem] {
        postings.filter { $0.isOpen || ($0.posting.opens.map { $0 > LocalDay(now).description } ?? false) }
            .prefix(PolledListings.limit).map { line in
                ContentItem(
                    id: UUID().uuidString, municipalityId: municipality, centreId: nil, position: 0, kind: kind,
                    text: ContentText(
                        title: line.posting.title, text: line.posting.text, applyBy: line.posting.applyBy),
                    window: ContentWindow(first: line.posting.opens), priority: 0, screens: [], state: .draft,
                    createdBy: user, createdAt: now, changedBy: user, changedAt: now)
            }
    }
}
