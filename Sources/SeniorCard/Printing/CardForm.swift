/// What a card is printed on.
public enum CardForm: Hashable, Sendable, CaseIterable {
    /// Card stock of ISO/IEC 7810 ID-1 size, 85.6 × 54 mm.
    case card
    /// Thermal paper 80 mm wide, of which 72 mm can be printed on. It fades: for until the card comes.
    case slip

    /// Ink below this height cannot be read without glasses, in millimetres.
    static let smallestInk = 3.5

    /// Where things stand on a form.
    struct Plan {
        var page: PrintSize
        var place, name, number, quietZone: PrintArea
        /// One module of the code. Whole dots of 0.125 mm at 203 dpi keep its edges sharp.
        var module: Double
    }

    var plan: Plan {
        switch self {
        case .card:
            Plan(
                page: PrintSize(width: 85.6, height: 54),
                place: PrintArea(x: 4, y: 5, width: 42, height: 5), name: PrintArea(x: 4, y: 15, width: 42, height: 11),
                number: PrintArea(x: 4, y: 40, width: 77, height: 12),
                quietZone: PrintArea(x: 48, y: 2, width: 36.25, height: 36.25), module: 1.25)
        case .slip:
            Plan(
                page: PrintSize(width: 80, height: 96),
                place: PrintArea(x: 4, y: 4, width: 72, height: 6), name: PrintArea(x: 4, y: 14, width: 72, height: 13),
                number: PrintArea(x: 4, y: 78, width: 72, height: 13),
                quietZone: PrintArea(x: 18.25, y: 31, width: 43.5, height: 43.5), module: 1.5)
        }
    }
}
