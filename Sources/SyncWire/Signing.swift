import Foundation

/// The bytes that a kiosk and the office sign. Signatures travel base64 in ``signatureHeader``.
public enum SigningInput {
    public static let signatureHeader = "Sarangbang-Signature"
    /// A fresh UUID for each request; the reply's signature covers it, so an old reply cannot be played again.
    public static let requestHeader = "Sarangbang-Request"

    /// What a kiosk signs with its device key. `path` is percent-encoded and includes the query, if any.
    public static func request(method: String, path: String, requestID: String, bodySHA256 hex: String) -> Data {
        Data("EventSync/1\n\(method)\n\(path)\n\(requestID)\n\(hex)".utf8)
    }

    /// What the office signs with its key. An error counts only if it is signed, too.
    public static func reply(status: Int, requestID: String, bodySHA256 hex: String) -> Data {
        Data("EventSync/1 reply\n\(status)\n\(requestID)\n\(hex)".utf8)
    }
}

/// Where things are at the office.
public enum WirePath {
    public static let enrol = "/v1/enrol"
    public static func events(_ device: UUID) -> String { "/v1/devices/\(device.uuidString)/events" }
    public static func status(_ device: UUID) -> String { "/v1/devices/\(device.uuidString)/status" }
    public static func manifest(_ device: UUID) -> String { "/v1/devices/\(device.uuidString)/manifest" }
    /// What changed after a mark; everything without one.
    public static func plans(_ device: UUID, after mark: PlanMark?) -> String {
        "/v1/devices/\(device.uuidString)/plans" + (mark.map { "?after=\($0.cursor)&of=\($0.incarnation)" } ?? "")
    }
    public static func blob(_ sha256: String) -> String { "/v1/blobs/\(sha256)" }
}

/// Limits that both sides keep.
public enum WireLimit {
    /// Events in one batch.
    public static let eventsPerBatch = 100
    /// Bytes in one batch.
    public static let bytesPerBatch = 256 * 1024
    /// Bytes of one event line.
    public static let bytesPerEvent = 64 * 1024
}

/// A signed refusal.
public struct WireError: Codable, Equatable, Sendable {
    /// `unknown_device`, `bad_signature`, `revoked`, `too_large`, `bad_code`, `bad_request`, `busy`.
    public var code: String
    public init(code: String) { self.code = code }
}
