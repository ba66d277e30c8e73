import Foundation

/// How many came, on a day or in a month, at each centre.
struct AttendancePage: Sendable {
    let sentence: String
    let note: String
    let tabs: [Tab]
    let previousPath: String
    let previousWord: String
    let nextPath: String?
    let nextWord: String
    let chartTitle: String
    let chart: String
    let chartWords: String
    let columns: [Column]
    let hasRows: Bool
    let rows: [Line]
    let pages: PageLinks

    struct Tab: Sendable {
        let word: String
        let path: String
        let current: Bool
    }

    struct Column: Sendable { let word: String }

    struct Cell: Sendable {
        let label: String
        let value: String
    }

    struct Line: Sendable {
        let path: String
        let name: String
        let cells: [Cell]
    }

    fileprivate static func tabs(day: LocalDay, isMonth: Bool) -> [Tab] {
        [
            Tab(word: "하루", path: "/attendance?day=\(day)", current: !isMonth),
            Tab(word: "한 달", path: "/attendance/month?month=\(day.monthText)", current: isMonth),
        ]
    }

    fileprivate static func chart(
        _ visits: [(day: LocalDay, visits: Int)], label: (LocalDay) -> String
    ) throws -> (json: String, words: String) {
        let chart = ChartSpec(
            kind: .bar, labels: visits.map { label($0.day) },
            series: [.init(name: "출석", values: visits.map { Double($0.visits) })])
        return (try chart.json(), chart.spoken)
    }
}

/// The page of one day.
enum AttendanceDayPage {
    /// Days in the chart, the chosen one last.
    private static let days = 14

    static func answer(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let (scope, page) = (visit.scope, visit.page)
        let day = min(visit.query["day"].flatMap(LocalDay.init) ?? visit.today, visit.today)
        let (rows, visits, total) = try await store.read { db in
            (
                try AttendanceQuery.onDay(db, scope: scope, day: day, page: page),
                try AttendanceQuery.perDay(db, scope: scope, from: day.adding(days: 1 - days), through: day),
                try CentreQuery.count(db, scope: scope)
            )
        }
        return .page(
            "attendance", "출석", in: .attendance,
            try model(day, rows: rows, visits: visits, links: links(page, total, day), today: visit.today))
    }

    private static func links(_ page: PageNumber, _ total: Int, _ day: LocalDay) -> PageLinks {
        PageLinks(page: page, total: total, path: "/attendance?day=\(day)&page=")
    }

    private static func model(
        _ day: LocalDay, rows: [AttendanceRow], visits: [(day: LocalDay, visits: Int)], links: PageLinks,
        today: LocalDay
    ) throws -> AttendancePage {
        let chart = try AttendancePage.chart(visits) { "\($0.day)일 (\($0.weekday))" }
        let before = day.adding(days: -7)
        let came = visits.last?.visits ?? 0
        let columns = ["그날", "일주일 전", "\(day.month)월 들어"]
        return AttendancePage(
            sentence: came == 0 ? "\(day.words), 아직 나오신 분이 없어요" : "\(day.words), \(came.grouped)명이 나오셨어요",
            note: "지난 \(before.weekday)요일에는 \((visits.first { $0.day == before }?.visits ?? 0).grouped)명이 나오셨어요",
            tabs: AttendancePage.tabs(day: day, isMonth: false),
            previousPath: "/attendance?day=\(day.adding(days: -1))", previousWord: "전날",
            nextPath: day < today ? "/attendance?day=\(day.adding(days: 1))" : nil, nextWord: "다음 날",
            chartTitle: "지난 \(days)일", chart: chart.json, chartWords: chart.words,
            columns: columns.map(AttendancePage.Column.init), hasRows: !rows.isEmpty,
            rows: rows.map { row in
                let values = [row.chosen, row.other, row.third]
                return AttendancePage.Line(
                    path: "/centres/\(row.id)", name: row.name,
                    cells: zip(columns, values).map { .init(label: $0, value: "\($1.grouped)명") })
            }, pages: links)
    }
}

/// The page of one month.
enum AttendanceMonthPage {
    static func answer(_ visit: Visit, store: OfficeStore) async throws -> Answer {
        let (scope, page) = (visit.scope, visit.page)
        let asked = visit.query["month"].flatMap { LocalDay($0 + "-01") } ?? visit.today
        let month = min(asked.firstOfMonth, visit.today.firstOfMonth)
        let last = month.firstOfNextMonth.adding(days: -1)
        let (rows, visits, total) = try await store.read { db in
            (
                try AttendanceQuery.inMonth(db, scope: scope, month: month, page: page),
                try AttendanceQuery.perDay(db, scope: scope, from: month, through: last),
                try CentreQuery.count(db, scope: scope)
            )
        }
        let links = PageLinks(page: page, total: total, path: "/attendance/month?month=\(month.monthText)&page=")
        return .page(
            "attendance", "출석", in: .attendance,
            try model(month, rows: rows, visits: visits, links: links, today: visit.today))
    }

    private static func model(
        _ month: LocalDay, rows: [AttendanceRow], visits: [(day: LocalDay, visits: Int)], links: PageLinks,
        today: LocalDay
    ) throws -> AttendancePage {
        let chart = try AttendancePage.chart(visits) { "\($0.day)" }
        let sum = visits.reduce(0) { $0 + $1.visits }
        let open = visits.count { $0.visits > 0 }
        let path = { (month: LocalDay) in "/attendance/month?month=\(month.monthText)" }
        return AttendancePage(
            sentence: "\(month.year)년 \(month.month)월, 모두 \(sum.grouped)번 나오셨어요",
            note: open == 0 ? "아직 문을 연 날이 없어요" : "문을 연 날은 \(open)일, 하루에 \((sum / open).grouped)명쯤 나오셨어요",
            tabs: AttendancePage.tabs(day: month == today.firstOfMonth ? today : month, isMonth: true),
            previousPath: path(month.firstOfPreviousMonth), previousWord: "이전 달",
            nextPath: month < today.firstOfMonth ? path(month.firstOfNextMonth) : nil, nextWord: "다음 달",
            chartTitle: "날마다 나오신 분", chart: chart.json, chartWords: chart.words,
            columns: columns.map(AttendancePage.Column.init),
            hasRows: !rows.isEmpty, rows: rows.map(line), pages: links)
    }

    private static let columns = ["출석", "나오신 분", "문을 연 날", "하루에"]

    private static func line(_ row: AttendanceRow) -> AttendancePage.Line {
        let daily = row.third == 0 ? 0 : row.chosen / row.third
        let values = ["\(row.chosen.grouped)번", "\(row.other.grouped)명", "\(row.third)일", "\(daily.grouped)명"]
        return AttendancePage.Line(
            path: "/centres/\(row.id)", name: row.name,
            cells: zip(columns, values).map { .init(label: $0, value: $1) })
    }
}
