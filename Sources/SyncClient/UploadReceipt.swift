import Foundation
import SyncWire

/// A batch and what the office said of it, line by line, brought together.
public struct UploadReceipt: Equatable, Sendable {
    public struct Result: Equatable, Sendable {
        public let eventID: UUID
        public let status: ItemResult.Status
        public let code: String?
        /// Seconds to wait before sending it again, for `retry`.
        public let after: Int?
    }

    /// One for each event of the batch, in its order. An event of which nothing credible was said is a `retry`.
    public let results: [Result]
    public let serverIncarnation: String
    public let contiguousStored: [String: Int64]
    public let replicatedThrough: [String: Int64]
    public let serverMilliseconds: Int64

    public init(_ batch: OutboxBatch, _ reply: UploadReply) {
        var said: [Int: ItemResult] = [:]
        for result in reply.results { said[result.line] = result }
        results = batch.items.enumerated().map { line, item in
            guard let result = said[line], result.eventID == nil || result.eventID == item.eventID else {
                return Result(eventID: item.eventID, status: .retry, code: nil, after: nil)
            }
            return Result(eventID: item.eventID, status: result.status, code: result.code, after: result.after)
        }
        serverIncarnation = reply.serverIncarnation
        (contiguousStored, replicatedThrough) = (reply.contiguousStored, reply.replicatedThrough)
        serverMilliseconds = reply.serverMilliseconds
    }

    /// Whether the office took at least one event.
    public var tookSomething: Bool { results.contains { $0.status != .retry } }
}
