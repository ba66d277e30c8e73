import Foundation

/// The columns of the office's two lists. A row without a title is no row; one without an id goes by its title, so that a
/// corrected line takes the place of the old one.
private enum Column {
    static let id = ["id", "번호", "관리번호"]
    static let title = ["title", "제목", "공고명", "강좌명", "강좌", "직종", "모집직종"]
    static let place = ["place", "장소", "근무지", "교육장소", "근무장소"]
    static let hours = ["hours", "시간", "근무시간", "교육시간", "요일/시간"]
    static let contact = ["contact", "문의", "문의처", "연락처", "전화"]
    static let text = ["text", "내용", "설명", "비고"]
    static let closes = ["closes", "closes_at", "마감", "마감일", "접수마감", "접수종료", "신청마감"]
}

extension JobOffer {
    /// Reads the office's list of jobs (CSV or JSON).
    public static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<[JobOffer]>> {
        OfficeListing.parse(bytes, context) { row, days in
            guard let title = OfficeTable.text(row, Column.title, limit: 100) else { return nil }
            return JobOffer(
                id: OfficeTable.text(row, Column.id, limit: 100) ?? title, title: title,
                employer: OfficeTable.text(row, ["employer", "기관", "사업체", "모집기관", "회사"], limit: 60),
                place: OfficeTable.text(row, Column.place, limit: 80),
                pay: OfficeTable.text(row, ["pay", "급여", "임금", "보수"], limit: 60),
                hours: OfficeTable.text(row, Column.hours, limit: 80),
                contact: OfficeTable.text(row, Column.contact, limit: 80), closesAt: days.end(Column.closes),
                text: OfficeTable.text(row, Column.text, limit: 2_000) ?? "")
        }
    }
}

extension Course {
    /// Reads the office's list of courses (CSV or JSON).
    public static func parse(_ bytes: [UInt8], _ context: FeedContext) -> FeedOutcome<Fact<[Course]>> {
        OfficeListing.parse(bytes, context) { row, days in
            guard let title = OfficeTable.text(row, Column.title, limit: 100) else { return nil }
            return Course(
                id: OfficeTable.text(row, Column.id, limit: 100) ?? title, title: title,
                place: OfficeTable.text(row, Column.place, limit: 80),
                instructor: OfficeTable.text(row, ["instructor", "강사", "강사명"], limit: 40),
                hours: OfficeTable.text(row, Column.hours, limit: 80),
                fee: OfficeTable.text(row, ["fee", "수강료", "비용"], limit: 60),
                contact: OfficeTable.text(row, Column.contact, limit: 80),
                startsAt: days.start(["starts", "starts_at", "시작", "시작일", "개강", "개강일"]),
                endsAt: days.end(["ends", "ends_at", "종료", "종료일", "종강", "종강일"]),
                opensAt: days.start(["opens", "opens_at", "접수시작", "신청시작", "접수"]), closesAt: days.end(Column.closes),
                text: OfficeTable.text(row, Column.text, limit: 2_000) ?? "")
        }
    }
}

/// What both lists share.
private enum OfficeListing {
    /// The dates of one row, and those of them that could not be read.
    final class Days {
        private let row: [String: String]
        private(set) var unreadable: [String] = []

        init(_ row: [String: String]) { self.row = row }

        func start(_ column: OfficeTable.Column) -> Date? { date(column)?.date }

        /// A bare day ends at its end.
        func end(_ column: OfficeTable.Column) -> Date? {
            guard let (date, text) = date(column) else { return nil }
            let isBareDay = date == KoreanTime.midnight(of: date) && !text.contains(":") && !text.contains("시")
            return isBareDay ? date.addingTimeInterval(86_399) : date
        }

        private func date(_ column: OfficeTable.Column) -> (date: Date, text: String)? {
            guard let text = OfficeTable.text(row, column, limit: 80) else { return nil }
            guard let date = DateReader.date(text) else {
                unreadable.append(column[0])
                return nil
            }
            return (date, text)
        }
    }

    static func parse<Item: Identifiable & Codable & Equatable & Sendable>(
        _ bytes: [UInt8], _ context: FeedContext, _ item: ([String: String], Days) -> Item?
    ) -> FeedOutcome<Fact<[Item]>> where Item.ID == String {
        do throws(FeedError) {
            let table = try OfficeTable(bytes)
            guard !table.rows.isEmpty || !table.problems.isEmpty else { return .empty }
            var (items, problems): ([Item], [FeedProblem]) = ([], table.problems)
            for (index, row) in table.rows.enumerated() {
                let days = Days(row)
                guard let item = item(row, days) else {
                    problems.append(FeedProblem(.unusableRow, row: index))
                    continue
                }
                problems += days.unreadable.map { FeedProblem(.unreadableDate, row: index, field: $0) }
                // A later line corrects an earlier one.
                items.removeAll { $0.id == item.id }
                items.append(item)
            }
            guard !items.isEmpty else { throw FeedError(.unexpectedShape) }
            return .read(Fact(items, issuedAt: context.receivedAt, fetchedAt: context.receivedAt), problems)
        } catch {
            return .failed(error)
        }
    }
}
