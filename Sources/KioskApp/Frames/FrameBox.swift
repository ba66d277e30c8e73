import KioskSDL
import Synchronization

/// Room for one frame between a source and the stage: a newer one takes the place of one that nobody fetched.
final class FrameBox: Sendable {
    let size: FrameSize
    private let state = Mutex(State())
    private let ring: @Sendable () -> Void

    private struct State {
        var frame: DecodedImage?
        var isRefused = false
    }

    /// `ring` is called when a frame lies in an empty box, and when a source lied.
    init(size: FrameSize, ring: @escaping @Sendable () -> Void) { (self.size, self.ring) = (size, ring) }

    /// Callable from any thread. A frame of another size is never shown.
    func put(_ frame: DecodedImage) {
        let rings = state.withLock { state in
            guard (frame.width, frame.height) == (size.width, size.height) else {
                defer { state.isRefused = true }
                return !state.isRefused
            }
            defer { state.frame = frame }
            return state.frame == nil
        }
        if rings { ring() }
    }

    /// The newest frame, once.
    func take() -> DecodedImage? {
        state.withLock { state in
            defer { state.frame = nil }
            return state.frame
        }
    }

    /// The source gave a frame of a size that nobody had asked for.
    var hasLied: Bool { state.withLock { $0.isRefused } }
}
