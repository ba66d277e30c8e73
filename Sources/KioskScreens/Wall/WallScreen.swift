import Foundation
import SignageFeed

/// The idle screen: clock and date, what the playlist has on now, and beside it the weather, the buses and today's
/// class; each fact with its age.
public struct WallScreen: Sendable {
    public let panel: PanelKind
    /// What the office last told of the world.
    public var snapshot: WallSnapshot? { didSet { signage.take(snapshot) } }
    public var connection = Connection(isReachable: false, unsent: 0)
    /// What is shown, and why.
    public internal(set) var signage: Signage
    /// How a long line at the foot moves; nil where nothing moves.
    var ticker: TickerPace?
    /// True while a simulated instrument is attached.
    public var isSimulated = false

    init(panel: PanelKind, signage: Signage) { (self.panel, self.signage) = (panel, signage) }

    /// Until the clock, a bus or the age of its estimate changes; ages are told in tens of seconds so that the picture
    /// may stand still in between.
    func nextTick(_ now: Moment) -> Duration {
        // A board turns the pieces of a text by whole seconds.
        let step = panel == .board ? 1.0 : snapshot?.buses == nil ? 60.0 : 10.0
        let second = now.wall.timeIntervalSince1970
        let into = second - (second / step).rounded(.down) * step
        let next = Duration.milliseconds(Int((step - into) * 1_000) + 20)
        guard ticker != nil, let moved = tickerStep(signage.plan(at: now.wall), now) else { return next }
        return min(next, moved)
    }
}
