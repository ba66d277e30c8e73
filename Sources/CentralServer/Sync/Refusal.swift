import Hummingbird
import SyncWire

/// A request that the office does not serve, with the code that the kiosk acts on.
struct Refusal: Error, Equatable {
    var status: Int
    var code: String
    /// Seconds to wait before trying again.
    var retryAfter: Int?

    static let badRequest = Refusal(status: 400, code: "bad_request")
    static let badSignature = Refusal(status: 401, code: "bad_signature")
    static let unknownDevice = Refusal(status: 401, code: "unknown_device")
    static let revoked = Refusal(status: 403, code: "revoked")
    static let badCode = Refusal(status: 403, code: "bad_code")
    static let notFound = Refusal(status: 404, code: "not_found")
    static let tooLarge = Refusal(status: 413, code: "too_large")

    /// The office cannot take it now.
    static func busy(status: Int, after seconds: Int) -> Refusal {
        Refusal(status: status, code: "busy", retryAfter: seconds)
    }
}
