import CSDL2
import Foundation
import KioskSDL
import Synchronization

/// The newest picture of the stage, for those who look at the mirror. The stage only copies, and only while somebody
/// looks; PNG and JSON are made on the onlooker's time.
final class LookingGlass: Sendable {
    struct Picture: Sendable {
        var width: Int
        var height: Int
        var pixels: [UInt8]
        var version: Int
        var plan: ScreenPlan
    }

    private struct State {
        var picture: Picture?
        var version = 0
        var wantedUntil: Int64 = 0
    }

    private let state = Mutex(State())
    /// How long after the last look the stage goes on copying.
    private static let attention: Int64 = 15_000_000_000

    /// True when the stage has to be asked for a first picture. One of a time when nobody looked is not shown.
    func look() -> Bool {
        state.withLock { state in
            let now = MonotonicTime.nanoseconds
            if state.wantedUntil < now { state.picture = nil }
            state.wantedUntil = now + Self.attention
            return state.picture == nil
        }
    }

    /// The newest picture, if it is newer than the one the onlooker has.
    func picture(after version: Int) -> Picture? {
        state.withLock { state in state.picture.flatMap { $0.version > version ? $0 : nil } }
    }

    /// Called by the stage after it has presented.
    @MainActor func show(_ presented: Stage.Presented) throws {
        let isWanted = state.withLock { $0.wantedUntil >= MonotonicTime.nanoseconds }
        guard isWanted else { return }
        let canvas = presented.canvas
        let pixels = try canvas.pixels()
        state.withLock { state in
            state.version += 1
            state.picture = Picture(
                width: canvas.width, height: canvas.height, pixels: pixels, version: state.version,
                plan: ScreenPlan(presented, version: state.version))
        }
    }
}
