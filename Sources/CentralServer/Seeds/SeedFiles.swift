import Foundation
import SyncWire

/// What an office starts with: municipalities with their centres, people of a demonstration, programmes.
public struct SeedFiles: Equatable, Sendable {
    public var municipalities: [MunicipalitySeed]
    public var people: [PersonSeed]
    public var programmes: [ProgrammeSeed]
    public var timetable: [ClassSeed]
    public var content: [ContentSeed]

    /// Reads `municipalities.json`, `people.json` and `programmes.json`, and `content.json` where there is one.
    public init(directory: String) throws(SeedError) {
        municipalities = try Self.read("municipalities.json", in: directory, as: Municipalities.self).municipalities
        people = try Self.read("people.json", in: directory, as: People.self).people
        let programmes = try Self.read("programmes.json", in: directory, as: Programmes.self)
        (self.programmes, timetable) = (programmes.programmes, programmes.timetable)
        let hasContent = FileManager.default.fileExists(atPath: directory + "/content.json")
        content = hasContent ? try Self.read("content.json", in: directory, as: Content.self).content : []
    }

    init(
        municipalities: [MunicipalitySeed], people: [PersonSeed] = [], programmes: [ProgrammeSeed] = [],
        timetable: [ClassSeed] = [], content: [ContentSeed] = []
    ) {
        (self.municipalities, self.people) = (municipalities, people)
        (self.programmes, self.timetable, self.content) = (programmes, timetable, content)
    }

    private static func read<Content: Decodable>(
        _ name: String, in directory: String, as type: Content.Type
    ) throws(SeedError) -> Content {
        let bytes: Data
        do { bytes = try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)")) } catch {
            throw .missing("\(directory)/\(name)")
        }
        do { return try JSONDecoder().decode(type, from: bytes) } catch {
            throw .unreadable(name, "\(error)")
        }
    }

    private struct Municipalities: Decodable { var municipalities: [MunicipalitySeed] }
    private struct People: Decodable { var people: [PersonSeed] }
    private struct Content: Decodable { var content: [ContentSeed] }
    private struct Programmes: Decodable {
        var programmes: [ProgrammeSeed]
        var timetable: [ClassSeed]
    }
}

/// A municipality with its centres.
public struct MunicipalitySeed: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
    /// 32 bytes, base64, for a demonstration whose cards are known beforehand; else a secret one is made.
    public var cardKey: Data?
    public var centres: [CentreSeed]
}

/// A centre.
public struct CentreSeed: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
    public var address: String?
    public var gridX: Int?
    public var gridY: Int?
    public var busStop: String?
}

/// A synthetic person with their card.
public struct PersonSeed: Codable, Equatable, Sendable {
    public var personID: UUID
    public var name: String
    public var birthYear: Int
    public var birthMonth: Int
    public var sex: SeniorEnrolled.Sex
    public var phoneLastDigits: String?
    public var centreID: String
    public var consentsToHealthData: Bool
    /// 27 digits, made with the municipality's demonstration key.
    public var cardNumber: String
}

/// A programme that every municipality offers.
public struct ProgrammeSeed: Codable, Equatable, Sendable {
    public var id: String
    public var name: String
}

/// A weekly class that every centre holds.
public struct ClassSeed: Codable, Equatable, Sendable {
    /// ISO: 1 is Monday.
    public var weekday: Int
    public var programme: String
    /// Local time, `10:00`.
    public var starts: String
    public var ends: String
    public var place: String?
    public var instructor: String?
    public var isRemote: Bool
}

/// Why seeds cannot be loaded.
public enum SeedError: Error, Equatable {
    case missing(String)
    case unreadable(String, String)
    /// A card that its municipality did not make.
    case foreignCard(person: String)
    case unknownCentre(String)
    case badTime(String)
    /// An item that no wall could show.
    case badContent(String)
}
