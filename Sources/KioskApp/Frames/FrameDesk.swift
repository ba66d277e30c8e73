import KioskSDL
import KioskUI
import Synchronization

/// Runs the sources whose frames are on the wall or come next, and no others; gives up those that do not deliver.
@MainActor
final class FrameDesk {
    /// Without a frame for so long a source is dead.
    static let silence = Duration.seconds(3)
    /// After so long a dead one may try again.
    static let rest = Duration.seconds(60)
    /// At most ten frames a second: a wall is no cinema.
    static let pace = Duration.milliseconds(100)

    /// Why a source was given up.
    enum Trouble: Equatable, Sendable { case silent, otherSize, ended }

    private struct Run {
        let box: FrameBox
        let work: Task<Void, Never>
        let hasEnded: Ended
        var heardAt: Duration
        var shownAt: Duration?
    }

    private let sources: [String: any FrameSource]
    private let ring: @Sendable () -> Void
    private var runs: [String: Run] = [:]
    private var resting: [String: Duration] = [:]
    /// Called once for each time that a source is given up.
    var onTrouble: ((String, Trouble) -> Void)?

    /// `ring` wakes the stage from any thread.
    init(_ sources: [String: any FrameSource], ring: @escaping @Sendable () -> Void) {
        (self.sources, self.ring) = (sources, ring)
    }

    /// Names of those that may be put on the wall.
    func available(at now: Duration) -> Set<String> {
        resting = resting.filter { $0.value > now }
        return Set(sources.keys).subtracting(resting.keys)
    }

    /// Starts those that are wanted and are not running, stops all others.
    func want(_ wanted: [String: FrameSize], at now: Duration) {
        for (name, run) in runs where wanted[name] != run.box.size { stop(name) }
        for (name, size) in wanted where runs[name] == nil && resting[name] == nil {
            guard let source = sources[name] else { continue }
            runs[name] = start(source, size, at: now)
        }
    }

    /// The frames that have come, each source's newest; gives up those that are late, wrong or dead.
    func newFrames(at now: Duration) -> [String: DecodedImage] {
        var frames: [String: DecodedImage] = [:]
        for (name, run) in runs {
            if let trouble = trouble(run, at: now) {
                stop(name)
                resting[name] = now + Self.rest
                onTrouble?(name, trouble)
                continue
            }
            if let shownAt = run.shownAt, now - shownAt < Self.pace { continue }
            guard let frame = run.box.take() else { continue }
            runs[name]?.heardAt = now
            runs[name]?.shownAt = now
            frames[name] = frame
        }
        return frames
    }

    /// When to look again at the latest; nil while nothing runs and nobody rests.
    var nextLook: Duration? { runs.isEmpty ? (resting.isEmpty ? nil : Self.rest) : Self.pace }

    private func trouble(_ run: Run, at now: Duration) -> Trouble? {
        if run.box.hasLied { return .otherSize }
        if run.hasEnded.value { return .ended }
        return now - run.heardAt >= Self.silence ? .silent : nil
    }

    private func start(_ source: any FrameSource, _ size: FrameSize, at now: Duration) -> Run {
        let (box, ended) = (FrameBox(size: size, ring: ring), Ended())
        let work = Task.detached { [ring] in
            do { try await source.run(size, into: box) } catch {
                // Why it ended is the source's affair; that it did is told by the flag.
            }
            ended.set()
            ring()
        }
        return Run(box: box, work: work, hasEnded: ended, heardAt: now)
    }

    private func stop(_ name: String) {
        runs.removeValue(forKey: name)?.work.cancel()
    }
}

/// A flag that is set once.
private final class Ended: Sendable {
    private let state = Mutex(false)
    var value: Bool { state.withLock { $0 } }
    func set() { state.withLock { $0 = true } }
}
