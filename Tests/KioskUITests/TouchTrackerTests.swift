import KioskUI
import Testing

/// The panel has two pixels a millimetre: 5 mm are 10 pixels, 10 mm are 20.
@Suite struct TouchTrackerTests {
    private static let targets = [
        TouchTarget(id: "left", rect: Rect(x: 100, y: 100, width: 100, height: 100), event: Act.first),
        TouchTarget(id: "right", rect: Rect(x: 212, y: 100, width: 100, height: 100), event: Act.second),
        TouchTarget(id: "off", rect: Rect(x: 400, y: 100, width: 100, height: 100), event: Act.first, enabled: false),
        TouchTarget(id: "rim", rect: Rect(x: 0, y: 400, width: 100, height: 100), event: Act.first),
    ]

    private func play(_ events: [PointerEvent], shownAt: Int? = nil) -> (activated: [TouchID], pressed: [TouchID?]) {
        var tracker = TouchTracker(pitch: 0.5, width: 600, height: 800)
        if let shownAt { tracker.screenChanged(at: shownAt) }
        let outcomes = events.map { tracker.handle($0, targets: Self.targets) }
        return (outcomes.compactMap { $0.activated?.id }, outcomes.map(\.pressed))
    }

    private func tap(_ x: Int, _ y: Int, to end: (Int, Int)? = nil, at time: Int = 1000) -> [PointerEvent] {
        let (endX, endY) = end ?? (x, y)
        return [
            PointerEvent(.down, x: x, y: y, at: time), PointerEvent(.move, x: endX, y: endY, at: time + 40),
            PointerEvent(.up, x: endX, y: endY, at: time + 80),
        ]
    }

    @Test func `a finger that lifts inside activates, and the target is pressed while it is down`() {
        let played = play(tap(150, 150))
        #expect(played.activated == ["left"])
        #expect(played.pressed == ["left", "left", nil])
    }

    @Test(
        arguments: [
            ("inside", 150, 150, 195, 105, ["left"]),
            ("just beside the target", 150, 205, 150, 205, ["left"]),
            ("more than 5 mm beside", 150, 215, 150, 215, []),
            ("between two, nearer to the left", 204, 150, 204, 150, ["left"]),
            ("between two, nearer to the right", 208, 150, 208, 150, ["right"]),
            ("a trembling slide of 10 mm beyond the edge", 150, 195, 150, 214, ["left"]),
            ("slid off far", 150, 150, 150, 300, []),
            ("slid onto the neighbour", 195, 150, 215, 150, []),
            ("on a disabled target", 450, 150, 450, 150, []),
            ("within 5 mm of the panel's edge", 5, 450, 30, 450, []),
            ("beside that edge", 15, 450, 15, 450, ["rim"]),
            ("on nothing", 50, 50, 50, 50, []),
        ] as [(String, Int, Int, Int, Int, [TouchID])])
    func `a touch means`(what: String, x: Int, y: Int, endX: Int, endY: Int, activated: [TouchID]) {
        #expect(play(tap(x, y, to: (endX, endY))).activated == activated, "\(what)")
    }

    @Test func `sliding off lets the target up, sliding back presses it again`() {
        let events = [
            PointerEvent(.down, x: 150, y: 150, at: 0), PointerEvent(.move, x: 150, y: 300, at: 10),
            PointerEvent(.move, x: 150, y: 160, at: 20), PointerEvent(.up, x: 150, y: 160, at: 30),
        ]
        let played = play(events)
        #expect(played.pressed == ["left", nil, "left", nil])
        #expect(played.activated == ["left"])
    }

    @Test(arguments: [(499, ["left"]), (500, ["left", "left"])] as [(Int, [TouchID])])
    func `the same target is locked for half a second`(wait: Int, activated: [TouchID]) {
        #expect(play(tap(150, 150, at: 1000) + tap(150, 150, at: 1080 + wait)).activated == activated)
    }

    @Test func `another target is not locked`() {
        #expect(play(tap(150, 150, at: 1000) + tap(250, 150, at: 1100)).activated == ["left", "right"])
    }

    @Test(arguments: [(299, []), (300, ["left"])] as [(Int, [TouchID])])
    func `a new screen ignores touches for 300 ms`(wait: Int, activated: [TouchID]) {
        #expect(play(tap(150, 150, at: 5000 + wait), shownAt: 5000).activated == activated)
    }

    @Test func `a finger that was down when the screen changed does nothing`() {
        var tracker = TouchTracker(pitch: 0.5, width: 600, height: 800)
        let down = tracker.handle(PointerEvent(.down, x: 150, y: 150, at: 1000), targets: Self.targets)
        #expect(down.pressed == "left")
        tracker.screenChanged(at: 1100)
        #expect(tracker.pressed == nil)
        let up = tracker.handle(PointerEvent(.up, x: 150, y: 150, at: 2000), targets: Self.targets)
        #expect(up.activated == nil)
    }

    @Test func `only the first finger counts`() {
        let events = [
            PointerEvent(.down, finger: 1, x: 150, y: 150, at: 0),
            PointerEvent(.down, finger: 2, x: 250, y: 150, at: 5),
            PointerEvent(.up, finger: 2, x: 250, y: 150, at: 50), PointerEvent(.up, finger: 1, x: 150, y: 150, at: 90),
        ]
        #expect(play(events).activated == ["left"])
    }

    @Test func `a cancelled touch does nothing, and another finger's cancel is not this one's`() {
        let start = PointerEvent(.down, finger: 1, x: 150, y: 150, at: 0)
        let end = PointerEvent(.up, finger: 1, x: 150, y: 150, at: 90)
        #expect(play([start, PointerEvent(.cancel, finger: 1, x: 0, y: 0, at: 10), end]).activated == [])
        #expect(play([start, PointerEvent(.cancel, finger: 2, x: 0, y: 0, at: 10), end]).activated == ["left"])
    }

    @Test func `a target that is gone when the finger lifts is not activated`() {
        var tracker = TouchTracker(pitch: 0.5, width: 600, height: 800)
        _ = tracker.handle(PointerEvent(.down, x: 150, y: 150, at: 0), targets: Self.targets)
        let up = tracker.handle(PointerEvent(.up, x: 150, y: 150, at: 50), targets: Array(Self.targets.dropFirst()))
        #expect(up.activated == nil)
    }
}

@Suite struct LostFingerTests {
    private static let target = [
        TouchTarget(id: "a", rect: Rect(x: 100, y: 100, width: 100, height: 100), event: Act.first)
    ]

    private func pressed(second finger: Int64, after wait: Int) -> Bool {
        var tracker = TouchTracker(pitch: 0.5, width: 600, height: 800)
        _ = tracker.handle(PointerEvent(.down, finger: 1, x: 150, y: 150, at: 0), targets: Self.target)
        _ = tracker.handle(PointerEvent(.down, finger: finger, x: 150, y: 150, at: wait), targets: Self.target)
        let up = tracker.handle(PointerEvent(.up, finger: finger, x: 150, y: 150, at: wait + 50), targets: Self.target)
        return up.activated != nil
    }

    @Test func `a finger whose lift was never told does not lock the panel`() {
        #expect(pressed(second: 2, after: 3001))
        #expect(!pressed(second: 2, after: 2999))
        #expect(pressed(second: 1, after: 10))
    }
}
