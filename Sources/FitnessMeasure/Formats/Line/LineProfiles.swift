import Foundation
import Yams

/// Why a file is not a profile: the file, the line and the key in it, and what is wrong there.
public struct LineProfileError: Error, Equatable, Sendable, CustomStringConvertible {
    public let file: String
    /// The way to the key, `values[0].unit`; empty if the file as a whole is wrong.
    public let key: String
    /// Counted from 1; nil if the file as a whole is wrong.
    public let line: Int?
    public let what: String

    init(file: String, key: String, line: Int? = nil, what: String) {
        (self.file, self.key, self.line, self.what) = (file, key, line, what)
    }

    public var description: String {
        [line.map { "\(file):\($0)" } ?? file, key, what].filter { !$0.isEmpty }.joined(separator: ": ")
    }
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
            throw LineProfileError(file: file, yaml: yaml, error)
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

extension [LineProfile] {
    /// The profile whose id or other name is the longest that the text holds, in any case: `A&D TM-2657 family`.
    public func named(_ text: String) -> LineProfile? {
        let text = text.lowercased()
        let found = flatMap { profile in
            ([profile.id] + profile.names).filter { text.contains($0.lowercased()) }.map { (profile, $0.utf8.count) }
        }
        return found.max { $0.1 < $1.1 }?.0
    }
}
