import SignageFeed

/// What the stage found on the panel after presenting, and what was meant to be there.
struct Sighting: Equatable, Sendable {
    /// Of each zone that is drawn.
    var presentations: [Zone: Presentation]
    var plan: FramePlan
    /// Of the clock that only runs forward.
    var steady: Duration
}

extension FramePlan {
    /// The wall's clock can be believed.
    var isClockTrusted: Bool {
        zones.allSatisfy { $0.reasons.isDisjoint(with: [.suspectClock, .unknownClock]) }
    }
}
