import Foundation

/// The office's answer to a batch. Only a reply that echoes the batch and is signed by the office's key counts;
/// everything else is a network failure.
public struct UploadReply: Codable, Equatable, Sendable {
    /// SHA-256 of the batch's bytes, hex.
    public var echo: String
    public var results: [ItemResult]
    /// Made anew when the office's database is created or restored.
    public var serverIncarnation: String
    /// Highest sequence per epoch below which nothing is missing.
    public var contiguousStored: [String: Int64]
    /// Highest sequence per epoch that is safe on more than one disk; equals `contiguousStored` on one machine.
    public var replicatedThrough: [String: Int64]
    /// Milliseconds since 1970, UTC.
    public var serverMilliseconds: Int64

    public init(
        echo: String, results: [ItemResult], serverIncarnation: String, contiguousStored: [String: Int64],
        replicatedThrough: [String: Int64], serverMilliseconds: Int64
    ) {
        (self.echo, self.results, self.serverIncarnation) = (echo, results, serverIncarnation)
        (self.contiguousStored, self.replicatedThrough) = (contiguousStored, replicatedThrough)
        self.serverMilliseconds = serverMilliseconds
    }

    enum CodingKeys: String, CodingKey {
        case echo, results
        case serverIncarnation = "server_incarnation"
        case contiguousStored = "contiguous_stored"
        case replicatedThrough = "replicated_through"
        case serverMilliseconds = "server_time"
    }
}

/// What became of one line of a batch. `line` counts from 0; `eventID` is absent when the line could not be read.
public struct ItemResult: Codable, Equatable, Sendable {
    public var line: Int
    public var eventID: UUID?
    public var status: Status
    /// A rule id such as `unknown_person`, for `quarantined` and `conflict`.
    public var code: String?
    /// Seconds, for `retry`.
    public var after: Int?

    public init(line: Int, eventID: UUID?, status: Status, code: String? = nil, after: Int? = nil) {
        (self.line, self.eventID, self.status, self.code, self.after) = (line, eventID, status, code, after)
    }

    enum CodingKeys: String, CodingKey {
        case line, status, code, after
        case eventID = "event_id"
    }

    public enum Status: String, Codable, Sendable {
        /// On disk at the office.
        case stored
        /// Was there before, byte for byte. As good as stored.
        case duplicate
        /// On disk, but the office cannot use it yet; a person there will look.
        case quarantined
        /// The same id or sequence with other bytes: both are kept, and the kiosk starts a new epoch.
        case conflict
        /// The person was erased; nothing is kept.
        case erased
        /// Not stored; send it again later.
        case retry
    }
}
