import Foundation
import GRDB
import SyncWire

/// A senior whom the kiosk knows.
public struct Person: Equatable, Sendable, Identifiable {
    public let id: UUID
    /// As the senior wants to be called.
    public let name: String
    /// Initial consonants of the name.
    public let initials: String
    public let birthYear: Int
    /// 1–12.
    public let birthMonth: Int
    public let sex: SeniorEnrolled.Sex
    public let phoneLastDigits: String?
    /// Without it there is attendance and nothing else.
    public let consentsToHealthData: Bool

    static let columns = """
        person.*, coalesce((SELECT granted FROM consent WHERE personId = person.id AND kind = 'health'
        ORDER BY id DESC LIMIT 1), 0) AS health
        """

    static func find(_ id: UUID, _ db: Database) throws -> Person {
        let byID = try db.cachedStatement(sql: "SELECT \(columns) FROM person WHERE id = ?")
        let row = try Row.fetchOne(byID, arguments: [id.uuidString])
        guard let row else { throw StoreError.unknownPerson }
        return try Person(row)
    }

    init(_ row: Row) throws {
        guard let id = UUID(uuidString: row["id"]), let sex = SeniorEnrolled.Sex(rawValue: row["sex"]) else {
            throw StoreError.damaged("person")
        }
        (self.id, self.sex) = (id, sex)
        (name, initials, phoneLastDigits) = (row["name"], row["initials"], row["phoneLastDigits"])
        (birthYear, birthMonth, consentsToHealthData) = (row["birthYear"], row["birthMonth"], row["health"])
    }
}

/// What a senior, or a supporter for them, enters.
public struct NewSenior: Equatable, Sendable {
    /// 1–100 characters.
    public var name: String
    /// Initial consonants of the name, to be found by.
    public var initials: String
    /// 1900–2100.
    public var birthYear: Int
    /// 1–12.
    public var birthMonth: Int
    public var sex: SeniorEnrolled.Sex
    /// Four digits.
    public var phoneLastDigits: String?
    /// Without it nothing is kept at all.
    public var consentsToMembership: Bool
    public var consentsToHealthData: Bool
    /// The supporter who helped, if one did.
    public var helpedBy: String?

    public init(
        name: String, initials: String, birthYear: Int, birthMonth: Int, sex: SeniorEnrolled.Sex,
        phoneLastDigits: String?, consentsToMembership: Bool, consentsToHealthData: Bool, helpedBy: String?
    ) {
        (self.name, self.initials) = (name, initials)
        (self.birthYear, self.birthMonth, self.sex) = (birthYear, birthMonth, sex)
        (self.phoneLastDigits, self.helpedBy) = (phoneLastDigits, helpedBy)
        (self.consentsToMembership, self.consentsToHealthData) = (consentsToMembership, consentsToHealthData)
    }

    func check() throws(StoreError) {
        guard consentsToMembership else { throw .membershipConsentMissing }
        guard (1...100).contains(name.count), name.utf8.count <= 1000 else { throw .invalid(field: "name") }
        guard initials.utf8.count <= 1000 else { throw .invalid(field: "initials") }
        guard (1900...2100).contains(birthYear) else { throw .invalid(field: "birthYear") }
        guard (1...12).contains(birthMonth) else { throw .invalid(field: "birthMonth") }
        if let digits = phoneLastDigits {
            guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw .invalid(field: "phoneLastDigits")
            }
        }
        guard helpedBy?.count ?? 0 <= 100 else { throw .invalid(field: "helpedBy") }
    }
}
