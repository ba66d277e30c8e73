import KioskUI

extension PagedList where Event == AppEvent {
    /// A list of this product: 6 mm between its items, 위로 and 아래로 below it.
    init(items: [View], _ look: Look, page: Int) {
        self.init(
            items: items, spacing: 6, page: page, upWord: look.words.foot.up, downWord: look.words.foot.down,
            turn: { .pageTurned($0) })
    }
}
