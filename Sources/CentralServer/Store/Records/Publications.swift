import Foundation
import GRDB

/// A notice that the office wrote for the walls of a municipality.
public struct OfficeNotice: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "notice"

    public var id: String
    public var municipalityId: String
    public var title: String
    /// Plain text.
    public var text: String
    /// Who says it, e.g. `보건소`.
    public var fromWhom: String
    /// The account's id.
    public var createdBy: String
    public var createdAt: Date
    public var showFrom: Date?
    public var showUntil: Date?
    public var withdrawnAt: Date?

    public init(
        id: String, municipalityId: String, title: String, text: String, fromWhom: String, createdBy: String,
        createdAt: Date, showFrom: Date? = nil, showUntil: Date? = nil, withdrawnAt: Date? = nil
    ) {
        (self.id, self.municipalityId, self.title, self.text) = (id, municipalityId, title, text)
        (self.fromWhom, self.createdBy, self.createdAt) = (fromWhom, createdBy, createdAt)
        (self.showFrom, self.showUntil, self.withdrawnAt) = (showFrom, showUntil, withdrawnAt)
    }
}

/// A weekly class of a centre; the meetings are made from it.
public struct TimetableEntry: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "timetable"

    public var id: String
    public var centreId: String
    public var programmeId: String
    /// ISO: 1 is Monday.
    public var weekday: Int
    /// Minutes after local midnight.
    public var startMinute: Int
    public var endMinute: Int
    public var place: String?
    public var instructor: String?
    public var isRemote: Bool
}

/// One meeting of a programme at one centre.
public struct OfficeClass: Codable, Equatable, Sendable, FetchableRecord, PersistableRecord {
    public static let databaseTableName = "classSession"

    public var id: String
    public var centreId: String
    public var programme: String
    public var startsAt: Date
    public var endsAt: Date
    public var place: String?
    public var instructor: String?
    public var isRemote: Bool
}
