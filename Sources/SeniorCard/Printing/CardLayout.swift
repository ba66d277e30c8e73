/// A printed card as data: what stands where, in millimetres from the page's top left. The canvas draws it.
public struct CardLayout: Hashable, Sendable {
    /// The page that is printed.
    public var page: PrintSize
    /// Municipality or centre.
    public var place: PrintedText
    public var name: PrintedText
    /// The number in groups, in reading order.
    public var number: [PrintedText]
    /// Where the dark and light modules stand.
    public var code: PrintArea
    /// The code with the white around it; nothing else may be printed there.
    public var quietZone: PrintArea
    public var matrix: QRMatrix

    /// One of the ``QRMatrix/side`` modules.
    public var moduleSide: Double { code.width / Double(QRMatrix.side) }

    /// Lays a card out. Names too long for their place get smaller, down to a size that can still be read, and are
    /// then cut with `…`.
    public init(_ form: CardForm, number card: CardNumber, name: String, place: String) throws(QRMatrixError) {
        let plan = form.plan
        page = plan.page
        self.place = PrintedText.fitted(place, in: plan.place, smallest: CardForm.smallestInk)
        self.name = PrintedText.fitted(name, in: plan.name, smallest: CardForm.smallestInk)
        quietZone = plan.quietZone
        code = plan.quietZone.inset(by: Double(QRMatrix.quietZone) * plan.module)
        number = Self.groups(of: card, in: plan.number)
        matrix = try QRMatrix(card)
    }

    /// Two rows: four groups of four digits, then the rest, both beginning at the left.
    private static func groups(of card: CardNumber, in area: PrintArea) -> [PrintedText] {
        let rows = 2, columns = 4
        let (width, height) = (area.width / Double(columns), area.height / Double(rows))
        return card.groups.enumerated().map { index, digits in
            let corner = (x: Double(index % columns) * width, y: Double(index / columns) * height)
            let cell = PrintArea(x: area.x + corner.x, y: area.y + corner.y, width: width, height: height)
            // Groups are told apart by a gap as wide as a digit, rows by a third of their height.
            let room = PrintArea(x: cell.x, y: cell.y, width: width * 4 / 5, height: height * 2 / 3)
            return PrintedText.fitted(digits, in: room, smallest: 0)
        }
    }
}
