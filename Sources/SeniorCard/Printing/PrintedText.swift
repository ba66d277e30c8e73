/// One line of text on paper.
public struct PrintedText: Hashable, Sendable {
    public var text: String
    /// The line's room; the ink stands at its left and in the middle of its height.
    public var area: PrintArea
    /// How high a Hangul syllable's ink is, in millimetres; digits beside it are as high as its font makes them.
    public var inkHeight: Double

    /// A text as large as its room allows. At the smallest size what does not fit is cut with `…`.
    static func fitted(_ text: String, in area: PrintArea, smallest: Double) -> PrintedText {
        let text = String(text.map { $0.isNewline ? " " : $0 })
        let ink = min(area.height, area.width / max(1, width(of: text)))
        guard ink < smallest else { return PrintedText(text: text, area: area, inkHeight: ink) }
        var kept = text.prefix(Int(area.width / smallest / digit))
        while width(of: kept) + full > area.width / smallest, !kept.isEmpty { kept.removeLast() }
        return PrintedText(text: kept + "…", area: area, inkHeight: smallest)
    }

    /// A text's width in ink heights, rather too wide than too narrow. Measured on the Nanum faces: a syllable's ink is
    /// 0.86–0.95 em high and advances 0.91–0.94 em; digits advance 0.61 em, other ASCII at most 0.80 em but for seven.
    private static func width(of text: some StringProtocol) -> Double {
        text.reduce(0) { width, character in
            if character.isASCII, character.isNumber { return width + digit }
            return width + (character.isASCII && !"%@MWmw\\".contains(character) ? letter : full)
        }
    }

    private static let full = 1.1
    private static let letter = 0.92
    private static let digit = 0.72
}

/// A rectangle on paper, in millimetres.
public struct PrintArea: Hashable, Sendable {
    public var x, y, width, height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    public var maxX: Double { x + width }
    public var maxY: Double { y + height }

    func inset(by margin: Double) -> PrintArea {
        PrintArea(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
    }
}

/// A page, in millimetres.
public struct PrintSize: Hashable, Sendable {
    public var width, height: Double
    public init(width: Double, height: Double) { (self.width, self.height) = (width, height) }
}
