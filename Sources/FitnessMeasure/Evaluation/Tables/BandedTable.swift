/// Contents of table rows by item, sex and age band, found without a search over the table.
struct BandedTable<Content: Sendable>: Sendable {
    struct Band: Sendable {
        let ages: ClosedRange<Int>
        var content: Content
    }

    private var bands = [[Band]](repeating: [], count: TestItem.allCases.count * 2)

    private static func index(_ item: TestItem, _ sex: Sex) -> Int { item.rawValue * 2 + (sex == .female ? 0 : 1) }

    /// All bands of an item, in the table's order.
    func bands(_ item: TestItem, _ sex: Sex) -> [Band] { bands[Self.index(item, sex)] }

    func content(_ item: TestItem, _ sex: Sex, age: Int) -> Content? {
        for band in bands[Self.index(item, sex)] where band.ages.contains(age) { return band.content }
        return nil
    }

    /// Where the item's first band begins; nil if the table does not have the item.
    func firstAge(_ item: TestItem, _ sex: Sex) -> Int? { bands[Self.index(item, sex)].map(\.ages.lowerBound).min() }

    /// Adds a row. False if the band overlaps another one.
    mutating func add(_ content: Content, _ item: TestItem, _ sex: Sex, _ ages: ClosedRange<Int>) -> Bool {
        let index = Self.index(item, sex)
        guard !bands[index].contains(where: { $0.ages.overlaps(ages) }) else { return false }
        bands[index].append(Band(ages: ages, content: content))
        return true
    }

    /// Adds to the content of a band, which is begun by `first`. False if the band overlaps another one.
    mutating func merge(
        _ item: TestItem, _ sex: Sex, _ ages: ClosedRange<Int>, first: @autoclosure () -> Content,
        _ change: (inout Content) -> Void
    ) -> Bool {
        let index = Self.index(item, sex)
        let known = bands[index].firstIndex { $0.ages == ages }
        guard known != nil || add(first(), item, sex, ages) else { return false }
        change(&bands[index][known ?? bands[index].count - 1].content)
        return true
    }
}
