import Foundation
import GRDB
import SyncClient

/// Why the store did not do it. Nothing is ever half done. Carries no personal data.
public enum StoreError: Error, Equatable, Sendable {
    case diskFull
    /// Another process has the file open.
    case inUse
    /// The connection is not as durable as it must be; names the setting.
    case unsafeSetting(String)
    /// A newer version of the kiosk wrote the file.
    case newerSchema
    /// SQLite found the file damaged.
    case damaged(String)
    case file(FileTrouble)
    /// Anything else that SQLite said: its extended code and its words.
    case database(code: Int32, message: String)
    case cancelled

    /// Names the field that cannot be so.
    case invalid(field: String)
    /// The line would be longer than the wire allows.
    case eventTooLarge(bytes: Int)
    case membershipConsentMissing
    /// Health data is not kept for a person who did not agree to it.
    case healthConsentMissing
    case unknownPerson
    case unknownVisit
    case unknownReading
    /// The card belongs to somebody, also if it is lost or replaced.
    case cardTaken
    /// A second active card: replace the first.
    case cardAlreadyActive
    /// The reading is somebody else's.
    case readingTaken
}

extension StoreError {
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as FileTrouble: self = .file(error)
        case let error as DatabaseError: self.init(error)
        case is CancellationError: self = .cancelled
        default: self = .database(code: -1, message: String(describing: type(of: error)))
        }
    }

    private init(_ error: DatabaseError) {
        let message = error.message ?? ""
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(message)
        default:
            switch error.extendedResultCode {
            case .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS: self = .damaged(message)
            default: self = .database(code: error.extendedResultCode.rawValue, message: message)
            }
        }
    }
}
