import Foundation
import Glibc

/// The wall's snapshot on disk. A power cut at any moment leaves a whole one behind, and damage is noticed.
///
/// A file is one line `sarangbang-wall 1 <FNV-1a 64 of the rest, 16 hex digits>` and the snapshot's JSON. The one before
/// stays beside it as `wall.previous`.
public struct SnapshotCache: Sendable {
    /// What was found on disk.
    public enum Found: Equatable, Sendable {
        case current(WallSnapshot)
        /// The newest file is damaged or missing; the one before it is whole.
        case previous(WallSnapshot, because: Damage)
        /// There has never been one.
        case none
        case unreadable(Damage)
    }

    /// Why a file could not be used.
    public enum Damage: Error, Equatable, Sendable {
        case missing
        case tooLarge
        case badChecksum
        case notOurs
        case io(errno: Int32)
    }

    /// Why a snapshot could not be kept.
    public enum WriteError: Error, Equatable, Sendable {
        case tooLarge(bytes: Int)
        case notEncodable
        case io(errno: Int32)
    }

    private let directory: String
    private let limit: Int

    /// A cache in an existing directory. `limit` is the greatest file in bytes.
    public init(directory: URL, limit: Int = 4_000_000) { (self.directory, self.limit) = (directory.path, limit) }

    private var current: String { directory + "/wall.snapshot" }
    private var previous: String { directory + "/wall.previous" }
    private var draft: String { directory + "/wall.new" }

    /// The newest whole snapshot, and which file it came from.
    public func read() -> Found {
        do throws(Damage) {
            return .current(try load(current))
        } catch {
            do throws(Damage) {
                return .previous(try load(previous), because: error)
            } catch let second {
                return error == .missing && second == .missing ? .none : .unreadable(error)
            }
        }
    }

    /// Puts a snapshot in the place of the current one, which becomes the previous; all of it, or nothing.
    public func write(_ snapshot: WallSnapshot) throws(WriteError) {
        let bytes = try Self.encode(snapshot)
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
        try DurableFile.write(bytes, to: draft)
        // A damaged current file must not push a whole previous one out.
        if case .current = read() { try DurableFile.move(current, to: previous) }
        try DurableFile.move(draft, to: current)
        try DurableFile.settle(directory)
    }

    private static func encode(_ snapshot: WallSnapshot) throws(WriteError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let body = Array(try encoder.encode(snapshot))
            return Array((header + checksum(body[...]) + "\n").utf8) + body
        } catch {
            throw .notEncodable
        }
    }

    private func load(_ path: String) throws(Damage) -> WallSnapshot {
        let bytes = try DurableFile.read(path, limit: limit)
        guard bytes.starts(with: Self.header.utf8), let lineEnd = bytes.firstIndex(of: 0x0A) else { throw .notOurs }
        let stated = String(decoding: bytes[Self.header.utf8.count..<lineEnd], as: UTF8.self)
        let body = bytes[(lineEnd + 1)...]
        guard stated == Self.checksum(body) else { throw .badChecksum }
        do {
            return try JSONDecoder().decode(WallSnapshot.self, from: Data(body))
        } catch {
            throw .notOurs
        }
    }

    private static let header = "sarangbang-wall 1 "

    /// FNV-1a, 64 bits: it finds damage, it does not prove origin.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
