import FitnessMeasure
import SeniorCard

/// An instrument that types its values as a keyboard does: the keys of a grabbed input device as lines of text.
struct TypedLink: ByteLink {
    let keys: any ByteLink

    func open() async throws -> any OpenByteLink { OpenTypedLink(keys: try await keys.open()) }
}

/// The open keys; each text that Enter has ended is a chunk, with a carriage return at its end.
private struct OpenTypedLink: OpenByteLink {
    let keys: any OpenByteLink

    var chunks: AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { continuation in
            let reading = Task.detached {
                var decoder = WedgeDecoder()
                do {
                    for try await bytes in keys.chunks {
                        let now = Duration.nanoseconds(MonotonicTime.nanoseconds)
                        for text in decoder.consume(bytes, at: now) { continuation.yield(Array("\(text)\r".utf8)) }
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in reading.cancel() }
        }
    }

    func write(_ bytes: [UInt8]) async throws { try await keys.write(bytes) }
    func close() async { await keys.close() }
}
