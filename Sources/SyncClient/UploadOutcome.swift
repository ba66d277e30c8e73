import Foundation
import SyncWire

/// What became of one upload, as far as the next step depends on it.
public enum UploadOutcome: Equatable, Sendable {
    /// Signed by the office, echoing this very batch.
    case accepted(UploadReply)
    /// Signed: the office does not take anything from this device now.
    case refused(code: String)
    /// Signed: come later.
    case overloaded
    /// Too much at once, for the office or for something in between.
    case tooLarge
    /// The office, or what stands before it, broke on this batch.
    case broke
    case timedOut
    case noNetwork(NetworkFailure)
}

extension UploadOutcome {
    /// Reads an answer to a batch of which `digest` is the SHA-256.
    init(_ reply: SignedReply, batchSHA256 digest: String) {
        switch reply.status {
        case 200:
            do {
                let upload = try CanonicalJSON.decode(UploadReply.self, from: reply.body)
                self = upload.echo == digest ? .accepted(upload) : .noNetwork(.untrusted(status: 200))
            } catch {
                self = .broke
            }
        case 401, 403: self = .refused(code: reply.refusal)
        case 413: self = .tooLarge
        case 429: self = .overloaded
        default: self = .broke
        }
    }

    init(_ failure: NetworkFailure) {
        switch failure {
        case .timedOut: self = .timedOut
        case .cut: self = .broke
        case .untrusted(status: 413): self = .tooLarge
        case .untrusted(let status) where (500...502).contains(status): self = .broke
        case .unreachable, .tooLong, .untrusted, .cancelled: self = .noNetwork(failure)
        }
    }
}
