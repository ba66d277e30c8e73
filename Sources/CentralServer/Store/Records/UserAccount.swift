import Foundation
import GRDB

/// Someone who may use the office's web pages.
public struct UserAccount: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "userAccount"

    /// UUID, upper case.
    public var id: String
    public var name: String
    public var passwordHash: String
    public var role: Role
    /// The one municipality they see; everything when absent.
    public var municipalityId: String?
    public var failedTries: Int
    public var lockedUntil: Date?
    public var createdAt: Date

    /// What an account is for.
    public enum Role: String, Codable, CaseIterable, Sendable {
        /// Publishes, watches the fleet, enters accounts.
        case administrator
        /// Publishes, watches the fleet, counts.
        case office
        /// The public health centre: sees people and their readings.
        case healthCentre
    }
}
