/// Reads a scanner on a serial line: a scan a line, ended by CR, LF, both, ETX, the next STX, or silence.
public struct SerialScanDecoder: Sendable {
    private var buffer: ScanBuffer

    /// - Parameters:
    ///   - limit: bytes of a scan; longer ones are thrown away whole.
    ///   - idleGap: silence that ends a scan which sends no line end.
    public init(limit: Int = 512, idleGap: Duration = .milliseconds(100)) {
        buffer = ScanBuffer(limit: limit, idleGap: idleGap)
    }

    /// When ``flush(at:)`` is worth calling; nil while no scan is under way.
    public var deadline: Duration? { buffer.deadline }

    /// Takes what was read from the line, cut anywhere, and returns the scans that ended, in order. Empty lines are
    /// none, and control characters are left out; bytes that are no UTF-8 become U+FFFD.
    /// - Parameter instant: when it was read, on a clock that never goes back.
    public mutating func consume(_ bytes: [UInt8], at instant: Duration) -> [String] {
        var scans = [buffer.endIfIdle(at: instant)].compactMap(\.self)
        for byte in bytes {
            switch byte {
            case 0x0A, 0x0D, 0x02, 0x03:
                if let scan = buffer.end() { scans.append(scan) }
            case 0x20...0x7E, 0x80...:
                buffer.append(byte, at: instant)
            default:
                continue
            }
        }
        return scans
    }

    /// Ends a scan after which nothing came for the idle gap.
    public mutating func flush(at instant: Duration) -> String? {
        buffer.endIfIdle(at: instant)
    }
}
