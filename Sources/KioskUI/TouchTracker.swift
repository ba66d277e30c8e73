/// One thing that a finger did. Positions are pixels of the panel; time is milliseconds of a clock that never jumps.
public struct PointerEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case down, move, up, cancel }
    public var kind: Kind
    /// Which finger; a mouse is one, too.
    public var finger: Int64
    public var x, y: Int
    public var milliseconds: Int

    public init(_ kind: Kind, finger: Int64 = 0, x: Int, y: Int, at milliseconds: Int) {
        (self.kind, self.finger, self.x, self.y, self.milliseconds) = (kind, finger, x, y, milliseconds)
    }
}

/// Turns finger movements into presses, made for hands that tremble: the finger may wander, miss a little, or bounce.
public struct TouchTracker: Sendable {
    /// How far a finger may slide from where it came down and still mean the same target.
    static let wander: Millimetres = 10
    /// How far beside a target a finger may land.
    static let reach: Millimetres = 5
    /// Contacts that start so near the panel's edge are hands on the frame.
    static let edge: Millimetres = 5
    static let repeatLock = 500
    static let settleTime = 300
    /// A finger that was silent so long has lifted without the panel telling, for instance by a pulled cable.
    static let lostAfter = 3000

    private let pitch: Double
    private let width, height: Int
    private var contact: Contact?
    private var lastPress: (id: TouchID, at: Int)?
    private var shownAt: Int?

    private struct Contact {
        var finger: Int64
        var x, y: Int
        var id: TouchID
        var isOn = true
        var heardAt: Int
    }

    /// What became of an event.
    public struct Outcome<Event: Sendable>: Sendable {
        /// The target to be drawn pressed.
        public var pressed: TouchID?
        /// The target that was activated, with what it sends.
        public var activated: TouchTarget<Event>?
    }

    /// `pitch` is millimetres per pixel; fingers do not grow with the zoom.
    public init(pitch: Double, width: Int, height: Int) {
        (self.pitch, self.width, self.height) = (pitch, width, height)
    }

    /// The target that is held down now.
    public var pressed: TouchID? { contact.flatMap { $0.isOn ? $0.id : nil } }

    /// Another screen is shown: forgets the finger on it, and ignores new ones for a moment.
    public mutating func screenChanged(at milliseconds: Int) {
        contact = nil
        shownAt = milliseconds
    }

    public mutating func handle<Event>(
        _ event: PointerEvent, targets: [TouchTarget<Event>]
    ) -> Outcome<Event> {
        var activated: TouchTarget<Event>?
        switch event.kind {
        case .down: begin(event, targets)
        case .move: follow(event, targets)
        case .up: activated = end(event, targets)
        case .cancel: if event.finger == contact?.finger { contact = nil }
        }
        return Outcome(pressed: pressed, activated: activated)
    }

    private mutating func begin<Event>(_ event: PointerEvent, _ targets: [TouchTarget<Event>]) {
        guard isFirstFinger(event), !isOnEdge(event), !isTooSoon(event) else { return }
        contact = nil
        guard let target = nearest(event, targets) else { return }
        if let lastPress, lastPress.id == target.id, event.milliseconds - lastPress.at < Self.repeatLock { return }
        contact = Contact(finger: event.finger, x: event.x, y: event.y, id: target.id, heardAt: event.milliseconds)
    }

    private mutating func follow<Event>(_ event: PointerEvent, _ targets: [TouchTarget<Event>]) {
        guard var held = contact, held.finger == event.finger else { return }
        held.isOn = isStill(on: held, event, targets)
        held.heardAt = event.milliseconds
        contact = held
    }

    private mutating func end<Event>(
        _ event: PointerEvent, _ targets: [TouchTarget<Event>]
    ) -> TouchTarget<Event>? {
        guard let held = contact, held.finger == event.finger else { return nil }
        contact = nil
        guard isStill(on: held, event, targets) else { return nil }
        guard let target = targets.last(where: { $0.id == held.id && $0.enabled }) else { return nil }
        lastPress = (held.id, event.milliseconds)
        return target
    }

    /// On the target or just beside it; or not far from where it came down and on no other target.
    private func isStill<Event>(
        on held: Contact, _ event: PointerEvent, _ targets: [TouchTarget<Event>]
    ) -> Bool {
        let near = nearest(event, targets)
        if near?.id == held.id { return true }
        if let near, near.rect.contains(x: event.x, y: event.y) { return false }
        let (dx, dy) = (event.x - held.x, event.y - held.y)
        return dx * dx + dy * dy <= squared(Self.wander)
    }

    /// The topmost target under the point, else the nearest in reach.
    private func nearest<Event>(_ event: PointerEvent, _ targets: [TouchTarget<Event>]) -> TouchTarget<Event>? {
        let open = targets.filter(\.enabled)
        if let inside = open.last(where: { $0.rect.contains(x: event.x, y: event.y) }) { return inside }
        let distances = open.map { $0.rect.squaredDistance(toX: event.x, y: event.y) }
        guard let least = distances.min(), least <= squared(Self.reach) else { return nil }
        return distances.firstIndex(of: least).map { open[$0] }
    }

    private func isFirstFinger(_ event: PointerEvent) -> Bool {
        guard let contact else { return true }
        return event.finger == contact.finger || event.milliseconds - contact.heardAt > Self.lostAfter
    }

    private func isOnEdge(_ event: PointerEvent) -> Bool {
        let edge = Int(Self.edge.value / pitch)
        return event.x < edge || event.y < edge || event.x >= width - edge || event.y >= height - edge
    }

    private func isTooSoon(_ event: PointerEvent) -> Bool {
        shownAt.map { event.milliseconds - $0 < Self.settleTime } ?? false
    }

    private func squared(_ length: Millimetres) -> Int {
        let pixels = length.value / pitch
        return Int(pixels * pixels)
    }
}

extension Rect {
    func squaredDistance(toX px: Int, y py: Int) -> Int {
        let dx = max(x - px, 0, px - (maxX - 1))
        let dy = max(y - py, 0, py - (maxY - 1))
        return dx * dx + dy * dy
    }
}
