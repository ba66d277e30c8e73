import Foundation
import SignageFeed

/// Jobs and courses of the office's lists as items of the wall, each for as long as one can apply.
struct Postings: Equatable {
    private let jobs: [JobOffer]
    private let courses: [Course]

    /// A list of hundreds must not push everything else off the wall.
    private static let limit = 20

    init(_ snapshot: WallSnapshot?) {
        jobs = Array((snapshot?.jobs?.value ?? []).prefix(Self.limit))
        courses = Array((snapshot?.courses?.value ?? []).prefix(Self.limit))
    }

    var items: [SignageItem] {
        jobs.map { job in
            let facts = [job.employer, job.place, job.hours, job.pay, job.contact]
            return SignageItem(
                id: "jobs/" + job.id, content: .job(Self.posting(job.title, facts, job.text, job.closesAt)),
                window: ShowWindow(closesAt: job.closesAt))
        }
            + courses.map { course in
                let facts = [course.place, course.hours, course.instructor, course.fee, course.contact]
                return SignageItem(
                    id: "courses/" + course.id,
                    content: .course(Self.posting(course.title, facts, course.text, course.closesAt)),
                    window: ShowWindow(opensAt: course.opensAt, closesAt: course.closesAt))
            }
    }

    private static func posting(
        _ title: String, _ facts: [String?], _ text: String, _ closesAt: Date?
    ) -> SignageContent.Posting {
        let line = facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
        return SignageContent.Posting(
            title: title, text: [line, text].filter { !$0.isEmpty }.joined(separator: "\n"),
            applyBy: closesAt.map { CivilDay(number: Self.day(of: $0)) })
    }

    /// Days since 1970-01-01 on the Korean calendar.
    private static func day(of date: Date) -> Int {
        Int(((date.timeIntervalSince1970 + Double(KoreanTime.offset)) / 86_400).rounded(.down))
    }
}
