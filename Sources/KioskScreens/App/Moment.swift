import Foundation

/// When something happens: by the clock that only runs forward, for waiting; and by the one on the wall, for showing.
public struct Moment: Equatable, Sendable {
    /// Time since boot.
    public var monotonic: Duration
    public var wall: Date

    public init(monotonic: Duration, wall: Date) {
        (self.monotonic, self.wall) = (monotonic, wall)
    }
}
