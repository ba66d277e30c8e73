import Foundation

/// All alerts of a site through their lives, in whatever order their messages arrive.
///
/// A cancelled or replaced message stays cancelled even when it arrives after its cancellation. Only a message's own
/// sender can end it.
public struct AlertLedger: Codable, Equatable, Sendable {
    private var entries: [AlertMessage.Reference: Entry] = [:]
    /// Ended messages, known or not yet, with the moment after which they may be forgotten.
    private var ended: [AlertMessage.Reference: Date] = [:]
    private static let limit = 500
    /// Of remembered ends; a flood of cancels must not fill the box.
    private static let memoryLimit = 5_000
    private static let memory: TimeInterval = 7 * 86_400

    private struct Entry: Codable, Equatable {
        let message: AlertMessage
        let takenAt: Date

        /// What to keep when there are too many: the grave, then the young.
        var worth: (AlertMessage.Severity, Date) { (message.infos.map(\.severity).max() ?? .unknown, takenAt) }
    }

    public init() {}

    /// What came of a message.
    public enum Taken: Equatable, Sendable {
        case added
        /// The same message again: nothing rings twice.
        case known
        /// It arrived after its own end.
        case ended
        case cancelled
        /// Not for the public, not real, or no news.
        case ignored
        /// Somebody else's message cannot be ended.
        case refused
    }

    /// Takes a message in at `now`.
    public mutating func take(_ message: AlertMessage, at now: Date) -> Taken {
        forget(before: now)
        guard message.isPublic, message.status == .actual || message.status == .exercise else { return .ignored }
        guard message.kind != .acknowledgement, message.kind != .error else { return .ignored }
        // A message that names itself among the replaced ones would end itself.
        let own = message.references.filter {
            $0.sender == message.reference.sender && $0 != message.reference
        }
        if message.kind == .cancel {
            end(own, at: now)
            return own.isEmpty ? .refused : .cancelled
        }
        if ended[message.reference] != nil { return .ended }
        if entries[message.reference] != nil { return .known }
        if message.kind == .update { end(own, at: now) }
        guard !message.infos.isEmpty else { return .ignored }
        entries[message.reference] = Entry(message: message, takenAt: now)
        if entries.count > Self.limit, let least = entries.min(by: { $0.value.worth < $1.value.worth }) {
            entries[least.key] = nil
        }
        return .added
    }

    /// What a wall must show at `now`, gravest first. Exercises only when asked for.
    public func current(at now: Date, for site: AlertSite, withExercises: Bool = false) -> [CurrentAlert] {
        let shown = entries.values.compactMap { entry -> CurrentAlert? in
            guard entry.message.status == .actual || withExercises else { return nil }
            return CurrentAlert(entry.message, takenAt: entry.takenAt, at: now, for: site)
        }
        return shown.sorted {
            ($1.info.severity, $0.reference.identifier) < ($0.info.severity, $1.reference.identifier)
        }
    }

    private mutating func end(_ references: [AlertMessage.Reference], at now: Date) {
        for reference in references {
            entries[reference] = nil
            ended[reference] = now.addingTimeInterval(Self.memory)
        }
        guard ended.count > Self.memoryLimit else { return }
        let youngest = ended.sorted { $0.value > $1.value }.prefix(Self.memoryLimit)
        ended = Dictionary(uniqueKeysWithValues: youngest.map { ($0.key, $0.value) })
    }

    private mutating func forget(before now: Date) {
        ended = ended.filter { $0.value > now }
        entries = entries.filter { _, entry in
            entry.message.infos.contains { CurrentAlert.end(of: $0, takenAt: entry.takenAt) > now }
        }
    }
}
