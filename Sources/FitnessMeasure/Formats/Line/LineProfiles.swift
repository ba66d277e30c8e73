import Foundation
import Yams

/// Why a file is not a profile: the file, the key in it, and what is wrong there.
public struct LineProfileError: Error, Equatable, Sendable, CustomStringConvertible {
    public let file: String
    /// The way to the key, `values[0].unit`; empty if the file as a whole is wrong.
    public let key: String
    public let what: String

    public var description: String { "\(file): \(key.isEmpty ? "" : key + ": ")\(what)" }
}

extension LineProfile {
    /// A profile file is a page of text; anything longer is something else.
    static let maximumFileSize = 64 * 1024

    /// Reads the text of a profile file. `file` is its name, for the error.
    public init(yaml: String, file: String) throws(LineProfileError) {
        guard yaml.utf8.count <= Self.maximumFileSize else {
            throw LineProfileError(file: file, key: "", what: "longer than \(Self.maximumFileSize) bytes")
        }
        do {
            self = try YAMLDecoder().decode(LineProfile.self, from: yaml)
        } catch let error as DecodingError {
            throw LineProfileError(file: file, error)
        } catch {
            throw LineProfileError(file: file, key: "", what: "\(error)")
        }
    }
}

/// All profiles of a folder. One broken file does not take the others away; it is reported.
public struct LineProfiles: Sendable {
    /// In the order of their ids.
    public private(set) var profiles: [LineProfile] = []
    public private(set) var problems: [LineProfileError] = []

    /// Reads every `.yaml` file of the folder; throws only if the folder itself cannot be listed.
    public init(folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "yaml" { add(file) }
        profiles.sort { $0.id < $1.id }
    }

    /// The profile with that id.
    public subscript(id: String) -> LineProfile? { profiles.first { $0.id == id } }

    private mutating func add(_ file: URL) {
        let name = file.lastPathComponent
        do {
            let profile = try LineProfile(yaml: String(contentsOf: file, encoding: .utf8), file: name)
            guard self[profile.id] == nil else {
                throw LineProfileError(file: name, key: "profile", what: "another file has the id \(profile.id)")
            }
            profiles.append(profile)
        } catch let problem as LineProfileError {
            problems.append(problem)
        } catch {
            problems.append(LineProfileError(file: name, key: "", what: error.localizedDescription))
        }
    }
}

extension LineProfileError {
    fileprivate init(file: String, _ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(file: file, path: context.codingPath + [key], what: "is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            let cause = context.underlyingError.map { ": \($0)" } ?? ""
            self.init(file: file, path: context.codingPath, what: context.debugDescription + cause)
        @unknown default:
            self.init(file: file, key: "", what: "\(error)")
        }
    }

    private init(file: String, path: [any CodingKey], what: String) {
        let key = path.reduce("") { text, key in
            key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)")
        }
        self.init(file: file, key: key, what: what)
    }
}
