import Foundation

/// What was really visible on the walls, by kiosk, day and item.
struct PlaysPage: Sendable {
    let sentence: String
    let note: String
    let day: String
    let newest: String
    let spans: [Choice]
    let kiosks: [Choice]
    /// The item that the page is about, with the way back to all.
    let item: Item?
    let hasRows: Bool
    let sums: [Sum]
    let moreSums: String?
    let rows: [Line]
    let filePath: String
    let pages: PageLinks

    struct Choice: Sendable {
        let id: String
        let word: String
        let current: Bool
    }

    struct Item: Sendable {
        let id: String
        let title: String
        let allPath: String
    }

    struct Sum: Sendable {
        let title: String
        let under: String?
        let times: String
        let length: String
        let kiosks: String
    }

    struct Line: Sendable {
        let day: String
        let place: String
        let kiosk: String
        let title: String
        let under: String?
        let times: String
        let length: String
    }

    /// What the page needs from the database.
    struct Found: Sendable {
        var kiosks: [KioskRow]
        var totals: PlayTotals
        var sums: [PlaySum]
        var rows: [PlayRow]
        /// Of the item that was asked for.
        var itemTitle: String?
    }

    init(_ found: Found, _ wish: PlayWish, visit: Visit) {
        (day, newest) = (wish.filter.last.description, wish.newest.description)
        spans = PlayWish.spans.map { days in
            Choice(id: "\(days)", word: days == 1 ? "하루" : "\(days)일 동안", current: days == wish.days)
        }
        kiosks = found.kiosks.map {
            Choice(id: $0.deviceId, word: "\($0.centre) · \($0.name)", current: $0.deviceId == wish.filter.kiosk)
        }
        item = wish.filter.item.map { id in
            Item(id: id, title: found.itemTitle ?? id, allPath: "/plays?" + wish.query(item: nil))
        }
        hasRows = !found.rows.isEmpty
        sums = found.sums.map(Sum.init)
        moreSums = found.sums.count == PlayWish.mostSums ? "가장 오래 나온 \(PlayWish.mostSums)가지예요. 나머지는 파일에 있어요." : nil
        rows = found.rows.map(Line.init)
        let query = wish.query(item: wish.filter.item)
        filePath = "/plays/file?" + query
        pages = PageLinks(page: visit.page, total: found.totals.rows, path: "/plays?\(query)&page=")
        sentence = Self.sentence(found.totals, wish)
        note = "기기가 화면에 낸 그림을 다시 읽어서 센 것이에요. 가려졌거나 화면이 꺼져 있던 때는 세지 않아요."
    }

    private static func sentence(_ totals: PlayTotals, _ wish: PlayWish) -> String {
        let (first, last) = (wish.filter.first, wish.filter.last)
        let days = first == last ? last.words : "\(first.short)부터 \(last.short)까지"
        guard totals.rows > 0 else { return "\(days), 화면에 나온 것이 없어요" }
        return
            "\(days), 화면 \(totals.kiosks.grouped)대에 \(totals.times.grouped)번, \(PlayWords.length(totals.seconds)) 나왔어요"
    }
}

extension PlaysPage.Sum {
    fileprivate init(_ sum: PlaySum) {
        let words = PlayWords(item: sum.item, kind: sum.kind, text: sum.itemText)
        (title, under) = (words.title, words.under)
        (times, length) = ("\(sum.times.grouped)번", PlayWords.length(sum.seconds))
        kiosks = "\(sum.kiosks.grouped)대"
    }
}

extension PlaysPage.Line {
    fileprivate init(_ row: PlayRow) {
        let words = PlayWords(item: row.item, kind: row.kind, text: row.itemText)
        (title, under) = (words.title, words.under)
        (place, kiosk) = (row.centre, row.kiosk)
        day = LocalDay(row.day).map { "\($0.short) (\($0.weekday))" } ?? row.day
        (times, length) = ("\(row.times.grouped)번", PlayWords.length(row.seconds))
    }
}
