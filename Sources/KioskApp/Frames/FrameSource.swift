import KioskSDL

/// Where moving pictures come from: a film, a live channel, a drawing. It lives off the first thread and may be late, wrong or
/// dead; the wall goes on without it.
protocol FrameSource: Sendable {
    /// Gives frames of exactly this size until it is cancelled. Returning or throwing means that it is dead.
    func run(_ size: FrameSize, into box: FrameBox) async throws
}

/// In pixels.
struct FrameSize: Hashable, Sendable {
    var width: Int
    var height: Int
}
