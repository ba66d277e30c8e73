import Foundation
import GRDB
import SyncWire

/// A senior as the office knows them.
public struct Person: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "person"

    /// UUID, upper case.
    public var id: String
    public var name: String
    public var birthYear: Int
    public var birthMonth: Int
    public var sex: SeniorEnrolled.Sex
    public var phoneLast4: String?
    /// Where they were enrolled.
    public var centreId: String
    public var healthConsent: Bool
    public var membershipConsent: Bool
    public var helpedBy: String?
    public var enrolledAt: Date
}

/// A card by its keyed digest; the number itself is nowhere at the office.
public struct Card: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "card"

    public var digest: String
    public var personId: String
    public var state: State
    public var issuedAt: Date

    public enum State: String, Codable, Sendable { case active, replaced }
}

/// One person at one centre on one day.
public struct AttendanceDay: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "attendance"

    public var personId: String
    public var centreId: String
    /// Local calendar day, `2026-11-21`.
    public var day: String
    public var classId: String?
    public var countedAt: Date
    /// The event that counted it; absent for seeded rows.
    public var eventId: String?
}
