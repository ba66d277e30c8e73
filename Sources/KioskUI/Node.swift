/// What a screen looks like: a plain value, built anew from state for every frame.
///
/// Lengths are millimetres at 100 % zoom. Layout is pure; see ``Frame``.
public indirect enum Node<Event: Sendable>: Sendable {
    /// Text in one style, broken into lines by the typesetter.
    case text(String, TextStyle)
    /// A glyph of the icon font. Never alone: a word stands beside or below it.
    case icon(Icon, size: Millimetres, ColorRole)
    /// A drawing from few thick strokes, in the largest centred box of the drawing's aspect that fits.
    case picture(Picture, height: Millimetres)
    /// A QR matrix, row by row, true = dark, with its quiet zone of four modules added by layout.
    case modules([[Bool]], side: Millimetres)
    /// One of the wall's images, by the name it has in the cache.
    case image(ImageID, height: Millimetres)
    /// One line that may be longer than its place, shown from `shift` on in whole pixels, and never past its end. Its place
    /// must be as wide as the panel: what is longer is cut by the panel's edges.
    case ticker(String, TextStyle, shift: Millimetres)
    case column(spacing: Millimetres, Align, [Node])
    case row(spacing: Millimetres, Align, [Node])
    /// A row if its children fit side by side at their natural widths, else a column.
    case rowOrColumn(spacing: Millimetres, [Node])
    /// Equal cells, as many columns as asked, or fewer when cells would overflow their words.
    case grid(columns: Int, spacing: Millimetres, [Node])
    /// Ground, border and corner around a child.
    case box(BoxStyle, Node)
    /// Makes its child touchable. `event` is sent when a finger lifts inside.
    case touch(TouchID, Event, Node)
    /// The first alternative that fits the place it is given: no word cut, and, without its optional parts, low enough.
    /// Else the last.
    case firstFitting([Node])
    /// Takes what is left of the row or column, in proportion to its weight.
    case flex(Double, Node)
    /// At least so large.
    case sized(width: Millimetres?, height: Millimetres?, Node)
    /// Names the place of its child on the panel, so that one can look what is really there.
    case region(RegionID, Node)
    /// Left out when the screen has no room for it; higher numbers go first.
    case optional(priority: Int, Node)
    /// A list cut into pages by the room there is, with buttons up and down when there is more than one.
    case paged(PagedList<Event>)
    case spacer
    /// The lattice band, the product's signature; absent from alerts.
    case lattice(height: Millimetres)
    /// Children on top of each other, the last on top.
    case layers([Node])
    /// Two parts: a column in portrait; side by side in landscape, facts left 43 %, story right 57 %.
    case split(facts: Node, story: Node)
    /// Two arrangements of the same things, one for each shape of panel.
    case oriented(portrait: Node, landscape: Node)
}

/// A list that is paged, not scrolled.
public struct PagedList<Event: Sendable>: Sendable {
    public var items: [Node<Event>]
    public var spacing: Millimetres
    /// Page that is asked for; layout shows the last page if there are fewer.
    public var page: Int
    public var up: Turner
    public var down: Turner

    /// A button of the list.
    public struct Turner: Sendable {
        public var word: String
        public var id: TouchID
        /// Makes the event that asks for a page.
        public var event: @Sendable (Int) -> Event
    }

    init(items: [Node<Event>], spacing: Millimetres, page: Int, up: Turner, down: Turner) {
        (self.items, self.spacing, self.page, self.up, self.down) = (items, spacing, page, up, down)
    }

    /// `turn` gets the number of the page to show.
    public init(
        items: [Node<Event>], spacing: Millimetres, page: Int, upWord: String, downWord: String,
        turn: @escaping @Sendable (Int) -> Event
    ) {
        (self.items, self.spacing, self.page) = (items, spacing, page)
        up = Turner(word: upWord, id: "page-up", event: turn)
        down = Turner(word: downWord, id: "page-down", event: turn)
    }
}

public enum Align: Hashable, Sendable { case leading, center, trailing, stretch }

/// How a text looks. Sizes are em heights; see ``TextSize``.
public struct TextStyle: Hashable, Sendable {
    public var size: TextSize
    public var weight: Weight
    public var color: ColorRole
    public var align: Align
    /// Digits in fixed cells, for what changes while one looks.
    public var fixedDigits: Bool
    /// More lines are an overflow that layout reports. With 1 the text asks for the width of its whole line.
    public var maxLines: Int?

    public init(
        _ size: TextSize, weight: Weight = .bold, color: ColorRole = .ink, align: Align = .leading,
        fixedDigits: Bool = false, maxLines: Int? = nil
    ) {
        (self.size, self.weight, self.color, self.align) = (size, weight, color, align)
        (self.fixedDigits, self.maxLines) = (fixedDigits, maxLines)
    }

    public enum Weight: Hashable, Sendable { case regular, bold }
}

/// The height that a Hangul syllable's ink has on the panel.
public enum TextSize: Hashable, Sendable {
    /// 12 mm: the smallest there is. Age, captions, labels.
    case caption
    /// 15 mm
    case body
    /// 20 mm
    case heading
    /// 24 mm
    case title
    /// A number that stands alone, 40–70 mm.
    case value(Millimetres)

    public var inkHeight: Millimetres {
        switch self {
        case .caption: 12
        case .body: 15
        case .heading: 20
        case .title: 24
        case .value(let height): height
        }
    }
}

/// A name that touch scripts and tests use; never shown, never translated.
public struct TouchID: Hashable, Sendable, ExpressibleByStringLiteral {
    public let name: String
    public init(_ name: String) { self.name = name }
    public init(stringLiteral name: String) { self.name = name }
}

/// A place on the panel that is looked at after presenting; never shown.
public struct RegionID: Hashable, Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }
}

public struct ImageID: Hashable, Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }

    /// The moving pictures of a source.
    public static func moving(_ source: String) -> ImageID { ImageID(prefix + source) }

    /// The source whose newest frame it is; nil for a picture that stands still.
    public var source: String? { name.hasPrefix(Self.prefix) ? String(name.dropFirst(Self.prefix.count)) : nil }

    private static let prefix = "frames/"
}

/// Ground, edge and corner.
public struct BoxStyle: Hashable, Sendable {
    public var ground: ColorRole?
    public var edge: ColorRole?
    public var edgeWidth: Millimetres
    public var corner: Millimetres
    public var padding: Millimetres

    public init(
        ground: ColorRole? = nil, edge: ColorRole? = nil, edgeWidth: Millimetres = 0.6, corner: Millimetres = 9,
        padding: Millimetres = 6
    ) {
        (self.ground, self.edge, self.edgeWidth) = (ground, edge, edgeWidth)
        (self.corner, self.padding) = (corner, padding)
    }
}
