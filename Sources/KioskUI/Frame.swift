/// A laid-out screen: things to draw, places that answer a touch, and what is wrong with it.
public struct Frame<Event: Sendable>: Sendable {
    public let width: Int
    public let height: Int
    public internal(set) var commands: [DrawCommand] = []
    public internal(set) var targets: [TouchTarget<Event>] = []
    public internal(set) var problems: [LayoutProblem] = []
    public internal(set) var texts: [PlacedText] = []
    /// Where each named part was placed.
    public internal(set) var regions: [RegionID: Rect] = [:]

    /// Lays a node out. The pressed target, if any, is drawn 2 mm lower and darker.
    public init(
        _ node: Node<Event>, in size: (width: Int, height: Int), theme: Theme, typesetter: any Typesetter,
        pressed: TouchID? = nil
    ) {
        (width, height) = size
        var book = TicketBook<Event>()
        let ticketed = node.ticketed(&book)
        func placed(lookingIntoAlternatives: Bool) -> Layout {
            let layout = Layout(
                size: size, theme: theme, typesetter: typesetter, pressed: pressed,
                looksIntoAlternatives: lookingIntoAlternatives)
            layout.placeRoot(ticketed)
            return layout
        }
        let quick = placed(lookingIntoAlternatives: false)
        // Only where that leaves something wrong is the longer way worth its time.
        let layout = quick.allProblems().isEmpty ? quick : placed(lookingIntoAlternatives: true)
        commands = layout.commands
        targets = layout.targets.map { target in
            TouchTarget(
                id: target.id, rect: target.rect, event: book.event(for: target.event), enabled: target.enabled)
        }
        texts = layout.texts
        regions = layout.regions
        problems = layout.allProblems()
    }

    /// The target on top at a point, if it answers.
    public func target(atX x: Int, y: Int) -> TouchTarget<Event>? {
        targets.last { $0.enabled && $0.rect.contains(x: x, y: y) }
    }

    /// What a touch in the middle of the named target sends; nil if it is absent, disabled or covered.
    public func event(for id: TouchID) -> Event? {
        guard let rect = targets.last(where: { $0.id == id })?.rect else { return nil }
        let hit = target(atX: rect.x + rect.width / 2, y: rect.y + rect.height / 2)
        return hit?.id == id ? hit?.event : nil
    }
}

/// A place that answers a touch.
public struct TouchTarget<Event: Sendable>: Sendable {
    public var id: TouchID
    public var rect: Rect
    public var event: Event
    /// False for a page button at the end of its list, and for what lies under a layer that can be touched.
    public var enabled: Bool

    public init(id: TouchID, rect: Rect, event: Event, enabled: Bool = true) {
        (self.id, self.rect, self.event, self.enabled) = (id, rect, event, enabled)
    }
}

/// A text as it was set, for tests and for reading aloud.
public struct PlacedText: Hashable, Sendable {
    /// The whole text as the screen gave it.
    public var text: String
    /// As it was broken.
    public var lines: [String]
    public var rect: Rect
    public var font: Font
    public var color: Color
    public var ground: Color
}

/// What a screen must not do. A test fails on any.
public enum LayoutProblem: Hashable, Sendable {
    /// A line wider than its place, or more lines than allowed.
    case textOverflow(String)
    /// Ink lower than 12 mm.
    case tooSmallText(String, millimetres: Double)
    /// Less than 20 mm one way.
    case tooSmallTarget(TouchID)
    /// Less than 3 mm between two targets.
    case gapTooSmall(TouchID, TouchID)
    /// Two targets of one name.
    case duplicateTarget(TouchID)
    /// Less than 7:1.
    case lowContrast(String, ratio: Double)
    /// Part of a text, a picture or a target is outside the panel.
    case offScreen(String)
    /// A column, with the first words in it, needs so many more pixels of height than it has.
    case tooTall(near: String, pixels: Int)
    /// A row, with the first words in it, needs so many more pixels of width than it has.
    case tooWide(near: String, pixels: Int)
}
