import Foundation

/// What can be asked of an office from its own machine, running or not.
public enum OfficeCommand: Codable, Equatable, Sendable {
    /// A one-time code for a kiosk of a centre.
    case enrol(centre: String)
    /// No more requests from a kiosk.
    case revoke(device: String)
    /// Without a password, one is made and shown once.
    case addUser(name: String, password: String?, role: UserAccount.Role, municipality: String?)
    case setPassword(name: String, password: String?)
    case listUsers
    /// The directory is absolute: the running office may stand elsewhere.
    case loadSeeds(directory: String)
    /// The file is absolute and must not exist.
    case backup(file: String)
    /// One person's health data as a FHIR bundle. `since` is a day, `reason` one of ``OpeningReason``; the file is
    /// absolute and must not exist.
    case exportPerson(person: String, since: String?, reason: String, file: String)
    /// A centre's readings as a table. The folder is absolute.
    case exportCentre(centre: String, reason: String, folder: String)
}

/// Why a command failed, in one line for a person.
public struct CommandFailure: Error, Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable {
        /// What was given cannot be used.
        case badData
        /// Something needed is not there now.
        case unavailable
        /// The office itself failed.
        case failed
    }

    public var kind: Kind
    public var message: String

    public init(_ kind: Kind, _ message: String) { (self.kind, self.message) = (kind, message) }
}
