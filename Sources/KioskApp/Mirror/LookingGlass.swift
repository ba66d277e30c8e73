import CSDL2
import Foundation
import KioskSDL
import Synchronization

/// The newest picture of the stage, for those who look at the mirror. The stage only copies pixels, and only while
/// somebody looks; PNG is made on the onlooker's time.
final class LookingGlass: Sendable {
    struct Picture: Sendable {
        var width: Int
        var height: Int
        var pixels: [UInt8]
        var version: Int
    }

    private struct State {
        var picture: Picture?
        var version = 0
        var wantedUntil: Int64 = 0
    }

    private let state = Mutex(State())
    /// How long after the last look the stage goes on copying.
    private static let attention: Int64 = 15_000_000_000

    /// True when the stage has to be asked for a first picture.
    func look() -> Bool {
        state.withLock { state in
            defer { state.wantedUntil = MonotonicTime.nanoseconds + Self.attention }
            return state.picture == nil || state.wantedUntil < MonotonicTime.nanoseconds
        }
    }

    /// The newest picture, if it is newer than the one the onlooker has.
    func picture(after version: Int) -> Picture? {
        state.withLock { $0.version > version ? $0.picture : nil }
    }

    /// Called by the stage after it has presented.
    @MainActor func show(_ canvas: Canvas) throws {
        let isWanted = state.withLock { $0.wantedUntil >= MonotonicTime.nanoseconds }
        guard isWanted else { return }
        let pixels = try canvas.pixels()
        state.withLock { state in
            state.version += 1
            state.picture = Picture(
                width: canvas.width, height: canvas.height, pixels: pixels, version: state.version)
        }
    }
}
