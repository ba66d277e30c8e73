/// Gathers the characters of one scan until its end; too long ones are thrown away whole.
struct ScanBuffer: Sendable {
    private let limit: Int
    private let idleGap: Duration
    private var bytes: [UInt8] = []
    private var isDiscarding = false
    private var lastByteAt: Duration?

    init(limit: Int, idleGap: Duration) {
        (self.limit, self.idleGap) = (limit, idleGap)
    }

    /// When the scan is over if nothing more comes.
    var deadline: Duration? { lastByteAt.map { $0 + idleGap } }

    mutating func append(_ byte: UInt8, at instant: Duration) {
        lastByteAt = instant
        guard !isDiscarding else { return }
        guard bytes.count < limit else { return discard(at: instant) }
        bytes.append(byte)
    }

    /// Throws away what there is and what comes until the scan's end.
    mutating func discard(at instant: Duration) {
        (bytes, isDiscarding, lastByteAt) = ([], true, instant)
    }

    /// Ends the scan. Nil when there was none or it was thrown away.
    mutating func end() -> String? {
        defer { (bytes, isDiscarding, lastByteAt) = ([], false, nil) }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// Ends the scan if nothing came for the idle gap.
    mutating func endIfIdle(at instant: Duration) -> String? {
        guard let deadline, instant >= deadline else { return nil }
        return end()
    }
}
