import Foundation
import SyncWire

/// Where events wait for the office. The kiosk's event table is one; nothing is queued a second time.
public protocol Outbox: Sendable {
    /// The oldest unsent events in order, within the limit; nil when there are none.
    func nextBatch(_ limit: BatchLimit, skipping held: Set<UUID>) async throws -> OutboxBatch?

    /// The newest event that the office already has, to ask whether it still has it; nil when there is none.
    func newestAcknowledged() async throws -> OutboxBatch?

    /// Takes over everything that a receipt says, in one transaction: results, new epochs for conflicts, and
    /// what a restored office has lost.
    func apply(_ receipt: UploadReceipt) async throws

    func statistics() async throws -> OutboxStatistics

    /// Rings after each commit that added events. Each caller gets bells of its own.
    func recordings() -> AsyncStream<Void>
}

/// How much one batch may hold.
public struct BatchLimit: Equatable, Sendable {
    public var events: Int
    public var bytes: Int
    public init(events: Int = WireLimit.eventsPerBatch, bytes: Int = WireLimit.bytesPerBatch) {
        (self.events, self.bytes) = (events, bytes)
    }
}

/// Frozen lines on their way.
public struct OutboxBatch: Equatable, Sendable {
    public struct Item: Equatable, Sendable {
        public let eventID: UUID
        public let line: Data
        public init(eventID: UUID, line: Data) { (self.eventID, self.line) = (eventID, line) }
    }

    /// Never empty.
    public let items: [Item]

    /// Nil for no items.
    public init?(_ items: [Item]) {
        guard !items.isEmpty else { return nil }
        self.items = items
    }

    /// The lines with a line feed between them: what is hashed, signed and sent.
    public var body: Data { Data(items.map(\.line).joined(separator: [0x0A])) }
}

/// What is in the outbox, for people who look after the kiosk.
public struct OutboxStatistics: Equatable, Sendable {
    /// All events that still stand; those issued again count once.
    public var stored: Int
    public var unsent: Int
    /// Sent, kept by the office, and waiting there for a person.
    public var quarantined: Int
    /// The office holds other bytes under the same number: a cloned or damaged disk.
    public var conflicts: Int
    /// When the oldest unsent event was made, milliseconds since 1970, UTC.
    public var oldestUnsentMilliseconds: Int64?

    public init(stored: Int, unsent: Int, quarantined: Int, conflicts: Int, oldestUnsentMilliseconds: Int64?) {
        (self.stored, self.unsent, self.quarantined) = (stored, unsent, quarantined)
        (self.conflicts, self.oldestUnsentMilliseconds) = (conflicts, oldestUnsentMilliseconds)
    }
}
