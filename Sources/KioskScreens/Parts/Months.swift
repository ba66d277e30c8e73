import KioskUI

/// The twelve months as keys that fill the room there is.
enum Months {
    static func view(_ look: Look, event: (Int) -> AppEvent) -> View {
        let keys = (1...12).map { month -> View in
            .key(look.words.month(month), id: TouchID("month-\(month)"), event: event(month))
        }
        let grids = { (columns: [Int]) -> View in
            .firstFitting(columns.map { .grid(columns: $0, spacing: 5, keys) })
        }
        return .oriented(portrait: grids([3]), landscape: grids([4, 6]))
    }
}
