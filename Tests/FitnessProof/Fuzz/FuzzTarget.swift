import FitnessMeasure
import Foundation

/// A way into the library for bytes of others.
struct FuzzTarget: Sendable {
    let name: String
    /// Of all inputs, so many in a thousand.
    let share: Int
    /// True messages, to be bent.
    let seeds: [[UInt8]]
    let longest: Int
    /// Takes the bytes. To throw is an answer; to crash, to hang or to eat memory is not.
    let take: @Sendable ([UInt8]) -> Void
}

/// Where the shipped tables and the published messages lie.
public struct ProofFolders: Sendable {
    public let repository: URL
    public init(repository: URL) { self.repository = repository }

    var profiles: URL { repository.appending(path: "assets/devices") }
    var resources: URL { repository.appending(path: "Tests/FitnessMeasureTests/Resources") }

    /// All files of a kind below the folder, by path.
    func files(_ kind: String, in folder: String) throws -> [URL] {
        let root = repository.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return paths.filter { $0.hasSuffix("." + kind) }.sorted().map { root.appending(path: $0) }
    }

    public func table(named name: String) throws -> String {
        guard let file = try files("csv", in: "assets/fitness").last(where: { $0.lastPathComponent == name }) else {
            throw MissingTable(name: name)
        }
        return try String(contentsOf: file, encoding: .utf8)
    }
}

struct MissingTable: Error { let name: String }
