/// One pass of layout: measures, places, and collects what a ``Frame`` is made of.
final class Layout {
    /// Screens' events stay outside; see ``Ticket``.
    typealias Event = Ticket

    let width: Int
    let height: Int
    let theme: Theme
    let typesetter: any Typesetter
    let pressed: TouchID?
    /// Whether optional parts inside alternatives give way to those outside by their numbers. Several times the work, and
    /// seldom another picture.
    let looksIntoAlternatives: Bool

    var commands: [DrawCommand] = []
    var targets: [TouchTarget<Event>] = []
    var problems: [LayoutProblem] = []
    var texts: [PlacedText] = []
    var regions: [RegionID: Rect] = [:]
    var measured: [MeasuredAlternatives.Key: MeasuredAlternatives] = [:]
    var setTexts: [SetTextKey: SetText] = [:]
    var leastWidths: [SetTextKey: Int] = [:]
    var emSizes: [TextStyle: Int] = [:]

    init(
        size: (width: Int, height: Int), theme: Theme, typesetter: any Typesetter, pressed: TouchID?,
        looksIntoAlternatives: Bool
    ) {
        (width, height) = size
        self.looksIntoAlternatives = looksIntoAlternatives
        (self.theme, self.typesetter, self.pressed) = (theme, typesetter, pressed)
    }

    /// Where a node is drawn: what lies under it, and whether it belongs to the pressed target.
    struct Surroundings {
        var ground: Color
        /// The next box is the pressed target's face.
        var sinks = false
        /// Texts are not judged while their button is down.
        var judged = true
    }

    /// How much a node insists on its height.
    enum Insistence {
        /// Everything there is, all pages of a list.
        case natural
        /// Lists cut to one item.
        case fitted
        /// Pictures and images at half height, too.
        case least
    }

    var isPortrait: Bool { width < height }
    var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

    func pixels(_ length: Millimetres) -> Int { theme.pixels(length) }

    /// Room between things grows by less than a third of the zoom, so that the things themselves can grow.
    func gap(_ length: Millimetres) -> Int {
        Int((length.value * (1 + max(0, theme.zoom - 1) * 0.3) * min(1, theme.zoom) / theme.pitch).rounded())
    }

    func placeRoot(_ node: Node<Event>) {
        let hanji = theme.palette[.hanji]
        commands.append(.fill(bounds, hanji))
        place(node.turned(toPortrait: isPortrait), in: bounds, Surroundings(ground: hanji))
    }
}

/// The least sizes that every screen keeps.
enum Least {
    static let target: Millimetres = 20
    static let gap: Millimetres = 3
    static let text: Millimetres = 12
    /// Hangul under this ink height is not legible on any panel.
    static let inkPixels = 14
}

extension Rect {
    func inset(by edge: Int) -> Rect {
        Rect(x: x + edge, y: y + edge, width: max(0, width - 2 * edge), height: max(0, height - 2 * edge))
    }

    /// The part that both cover; nil if there is none.
    public func intersection(_ other: Rect) -> Rect? {
        let (left, top) = (max(x, other.x), max(y, other.y))
        let (right, bottom) = (min(maxX, other.maxX), min(maxY, other.maxY))
        guard left < right, top < bottom else { return nil }
        return Rect(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// The smallest rectangle around both.
    public func union(_ other: Rect) -> Rect {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }

    func contains(_ other: Rect) -> Bool {
        other.x >= x && other.y >= y && other.maxX <= maxX && other.maxY <= maxY
    }
}
