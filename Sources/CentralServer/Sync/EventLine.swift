import Foundation
import SyncWire

/// One line of a batch: an event whose header could be read, or bytes that are kept for a person to look at.
enum EventLine: Equatable, Sendable {
    case event(EventHeader, bytes: Data, hash: String)
    case bad(bytes: Data, hash: String, code: String)

    /// The lines of a batch, in order. The newline after the last line is optional.
    static func lines(of batch: Data, from device: UUID) throws(Refusal) -> [EventLine] {
        var pieces = batch.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if pieces.last?.isEmpty == true { pieces.removeLast() }
        guard pieces.count <= WireLimit.eventsPerBatch else { throw .tooLarge }
        return pieces.map { EventLine(bytes: Data($0), device: device) }
    }

    private init(bytes: Data, device: UUID) {
        let hash = bytes.sha256Hex
        do throws(Poison) {
            self = .event(try Self.header(of: bytes, device: device), bytes: bytes, hash: hash)
        } catch {
            self = .bad(bytes: bytes, hash: hash, code: error.rawValue)
        }
    }

    private static func header(of bytes: Data, device: UUID) throws(Poison) -> EventHeader {
        guard bytes.count <= WireLimit.bytesPerEvent else { throw .tooLong }
        let header: EventHeader
        do { header = try CanonicalJSON.decode(EventHeader.self, from: bytes) } catch { throw .unreadable }
        guard header.deviceID == device else { throw .wrongDevice }
        guard header.epoch.isHex(count: 32), header.sequence > 0, header.previousHash.isHex(count: 64) else {
            throw .unreadable
        }
        return header
    }

    /// Why a line is no event of this kiosk.
    private enum Poison: String, Error {
        case tooLong = "too_long"
        case unreadable = "bad_line"
        case wrongDevice = "wrong_device"
    }
}
