/// Passes a link through and tells what goes over it, both ways, for logging an unknown device.
public struct ScriptRecorder: ByteLink {
    private let link: any ByteLink
    private let elapsed: @Sendable () -> Duration
    private let heard: @Sendable (DeviceRecording.Entry) -> Void

    /// `elapsed` gives the time since the recording began.
    public init(
        _ link: any ByteLink, elapsed: @escaping @Sendable () -> Duration,
        heard: @escaping @Sendable (DeviceRecording.Entry) -> Void
    ) {
        (self.link, self.elapsed, self.heard) = (link, elapsed, heard)
    }

    public func open() async throws -> any OpenByteLink {
        OpenRecorder(link: try await link.open(), elapsed: elapsed, heard: heard)
    }
}

private struct OpenRecorder: OpenByteLink {
    let link: any OpenByteLink
    let elapsed: @Sendable () -> Duration
    let heard: @Sendable (DeviceRecording.Entry) -> Void
    let chunks: AsyncThrowingStream<[UInt8], any Error>

    init(
        link: any OpenByteLink, elapsed: @escaping @Sendable () -> Duration,
        heard: @escaping @Sendable (DeviceRecording.Entry) -> Void
    ) {
        (self.link, self.elapsed, self.heard) = (link, elapsed, heard)
        let inner = link.chunks
        chunks = AsyncThrowingStream {
            var place = inner.makeAsyncIterator()
            guard let bytes = try await place.next() else { return nil }
            heard(DeviceRecording.Entry(time: elapsed(), direction: .fromDevice, bytes: bytes))
            return bytes
        }
    }

    func write(_ bytes: [UInt8]) async throws {
        try await link.write(bytes)
        heard(DeviceRecording.Entry(time: elapsed(), direction: .toDevice, bytes: bytes))
    }

    func close() async { await link.close() }
}
