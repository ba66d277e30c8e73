/// Which page of a long list is asked for. Pages count from 1.
struct PageNumber: Equatable, Sendable {
    static let rows = 100
    private static let last = 10_000

    let number: Int

    /// What the query said; the first page when it said nothing sensible.
    init(query: String?) { number = query.flatMap { Int($0) }.map { min(max($0, 1), Self.last) } ?? 1 }

    var offset: Int { (number - 1) * Self.rows }
}

/// The links under a list that does not fit on one page.
struct PageLinks: Sendable {
    let shown: Bool
    let words: String
    let previous: String?
    let next: String?

    /// - Parameter path: with a query that ends so that a page number can follow, `/centres?page=`.
    init(page: PageNumber, total: Int, path: String) {
        let pages = max(1, (total + PageNumber.rows - 1) / PageNumber.rows)
        shown = pages > 1 || page.number > 1
        words = "모두 \(total.grouped)줄 가운데 \(page.number)쪽 / \(pages)쪽"
        previous = page.number > 1 ? path + String(min(page.number - 1, pages)) : nil
        next = page.number < pages ? path + String(page.number + 1) : nil
    }
}

extension Int {
    /// With a comma for each thousand: `1,204`.
    var grouped: String {
        let digits = String(magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            let upper = digits.index(digits.startIndex, offsetBy: end)
            return digits[digits.index(digits.startIndex, offsetBy: Swift.max(0, end - 3))..<upper]
        }
        return (self < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }
}
