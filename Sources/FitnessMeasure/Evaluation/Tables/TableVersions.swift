import Foundation

/// The sets of reference tables that a folder holds, the oldest first: `versions.csv` and a folder for each.
///
/// A published set is never edited, because old evaluations name it: a set whose text differs from its fingerprint is
/// refused. A correction is a new set.
public struct TableVersions: Sendable {
    static let table = "versions.csv"

    private let folder: URL
    private let versions: [(name: String, fingerprint: UInt64)]

    public init(folder: URL) throws {
        let text = try String(contentsOf: folder.appending(path: Self.table), encoding: .utf8)
        var versions: [(name: String, fingerprint: UInt64)] = []
        for row in try CSVTable(name: Self.table, text: text).rows {
            let name = try row.text("version")
            guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }), !name.isEmpty,
                !versions.contains(where: { $0.name == name })
            else { throw row.fault(.badWord(column: "version")) }
            guard let fingerprint = UInt64(try row.text("fingerprint"), radix: 16) else {
                throw row.fault(.badNumber(column: "fingerprint"))
            }
            versions.append((name, fingerprint))
        }
        (self.folder, self.versions) = (folder, versions)
    }

    /// The versions' names, the oldest first.
    public var names: [String] { versions.map(\.name) }

    public func newest() throws -> FitnessTables { try tables(newestName) }

    /// Where the newest set's files are, for those who need one table of it.
    public var newestFolder: URL { folder.appending(path: newestName) }

    private var newestName: String { versions.last?.name ?? "" }

    /// A set by name, to make an old evaluation again.
    public func tables(_ name: String) throws -> FitnessTables {
        guard let version = versions.first(where: { $0.name == name }) else { throw TableVersionError.unknown(name) }
        let tables = try FitnessTables(version: name) { table in
            try String(contentsOf: folder.appending(path: "\(name)/\(table)"), encoding: .utf8)
        }
        guard tables.fingerprint == version.fingerprint else {
            throw TableVersionError.edited(name, expected: version.fingerprint, found: tables.fingerprint)
        }
        return tables
    }
}

/// Why a set of tables cannot be used.
public enum TableVersionError: Error, Equatable, Sendable {
    case unknown(String)
    /// The texts are not those that were published under the name.
    case edited(String, expected: UInt64, found: UInt64)
}

extension TableVersionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknown(let name): "no tables of the version \(name)"
        case .edited(let name, let expected, let found):
            "the tables \(name) were edited: fingerprint \(String(found, radix: 16)), not \(String(expected, radix: 16))"
        }
    }
}
