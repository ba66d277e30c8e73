import Synchronization

/// Plays a recording as if its device were there, with the recorded times, through the same path as real bytes, up to
/// the first pulled cable.
public struct ScriptLink: ByteLink {
    public let recording: DeviceRecording
    public let pace: Pace
    private let clock: any Clock<Duration>

    /// How fast a recording is played.
    public enum Pace: Sendable { case asRecorded, atOnce }

    public init(_ recording: DeviceRecording, pace: Pace = .asRecorded, clock: any Clock<Duration> = ContinuousClock())
    {
        (self.recording, self.pace, self.clock) = (recording, pace, clock)
    }

    public func open() async throws -> any OpenByteLink { OpenScript(self) }

    /// What the device sent, each with the time since what it sent before.
    fileprivate var steps: [(wait: Duration, bytes: [UInt8])] {
        var last = Duration.zero
        let beforeUnplugging = recording.entries.prefix { $0.bytes != DeviceRecording.out || $0.direction != .cable }
        return beforeUnplugging.filter { $0.direction == .fromDevice }.map { entry in
            defer { last = entry.time }
            return (pace == .asRecorded ? entry.time - last : .zero, entry.bytes)
        }
    }

    fileprivate func sleep(_ wait: Duration) async throws {
        if wait > .zero { try await clock.sleep(for: wait) }
    }
}

/// The stream asks for each step, so nothing is buffered; after the last one the link is lost like a pulled cable.
private struct OpenScript: OpenByteLink {
    let chunks: AsyncThrowingStream<[UInt8], any Error>

    init(_ script: ScriptLink) {
        let steps = script.steps
        let next = Atomic(0)
        chunks = AsyncThrowingStream {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard steps.indices.contains(index) else { throw LinkLost(reason: "end of recording") }
            try await script.sleep(steps[index].wait)
            return steps[index].bytes
        }
    }

    /// A recording does not listen: what a driver says to it is taken and forgotten.
    func write(_ bytes: [UInt8]) async throws {}
    func close() async {}
}
