import Foundation

/// One value on disk. A power cut at any moment leaves a whole one behind, and damage is noticed.
///
/// A file is one line `sarangbang-<name> 1 <FNV-1a 64 of the rest, 16 hex digits>` and the value's JSON. The one before
/// stays beside it as `<name>.previous`.
public struct DurableValue<Value: Codable & Sendable>: Sendable {
    /// What was found on disk.
    public enum Found: Sendable {
        case current(Value)
        /// The newest file is damaged or missing; the one before it is whole.
        case previous(Value, because: DurableDamage)
        /// There has never been one.
        case none
        case unreadable(DurableDamage)

        /// The value, old or new.
        public var value: Value? {
            switch self {
            case .current(let value), .previous(let value, _): value
            case .none, .unreadable: nil
            }
        }
    }

    private let folder: String
    private let name: String
    private let suffix: String
    private let limit: Int
    private let files: any FileOperations

    /// A value of that name in an existing folder. `limit` is the greatest file in bytes.
    public init(
        _ name: String, in folder: String, suffix: String = "state", limit: Int = 4_000_000,
        files: any FileOperations = DiskFiles()
    ) {
        (self.folder, self.name, self.suffix) = (folder, name, suffix)
        (self.limit, self.files) = (limit, files)
    }

    private var current: String { "\(folder)/\(name).\(suffix)" }
    private var previous: String { "\(folder)/\(name).previous" }
    private var draft: String { "\(folder)/\(name).new" }
    private var header: String { "sarangbang-\(name) 1 " }

    /// The newest whole value, and which file it came from.
    public func read() -> Found {
        do throws(DurableDamage) {
            return .current(try load(current))
        } catch {
            do throws(DurableDamage) {
                return .previous(try load(previous), because: error)
            } catch let second {
                return error == .missing && second == .missing ? .none : .unreadable(error)
            }
        }
    }

    /// Puts a value in the place of the current one, which becomes the previous; all of it, or nothing.
    public func write(_ value: Value) throws(DurableWriteError) {
        let bytes = try encode(value)
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
        do throws(FileFault) {
            try files.write(bytes, to: draft)
            // A damaged current file must not push a whole previous one out.
            if case .current = read() { try files.move(current, to: previous) }
            try files.move(draft, to: current)
            try files.settle(folder)
        } catch {
            throw .disk(error)
        }
    }

    private func encode(_ value: Value) throws(DurableWriteError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let body = Array(try encoder.encode(value))
            return Array((header + FNVHash(body[...]).description + "\n").utf8) + body
        } catch {
            throw .notEncodable
        }
    }

    private func load(_ path: String) throws(DurableDamage) -> Value {
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try files.read(path, limit: limit) } catch { throw DurableDamage(error) }
        guard bytes.starts(with: header.utf8), let lineEnd = bytes.firstIndex(of: 0x0A) else { throw .notOurs }
        let stated = String(decoding: bytes[header.utf8.count..<lineEnd], as: UTF8.self)
        let body = bytes[(lineEnd + 1)...]
        guard stated == FNVHash(body).description else { throw .badChecksum }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(body))
        } catch {
            throw .notOurs
        }
    }
}

extension DurableValue.Found: Equatable where Value: Equatable {}

/// Why a file could not be used.
public enum DurableDamage: Error, Equatable, Sendable {
    case missing
    case tooLarge
    case badChecksum
    case notOurs
    case io(errno: Int32)

    init(_ fault: FileFault) {
        switch fault {
        case .missing: self = .missing
        case .tooLarge: self = .tooLarge
        case .io(let code): self = .io(errno: code)
        }
    }
}

/// Why a value could not be kept.
public enum DurableWriteError: Error, Equatable, Sendable {
    case tooLarge(bytes: Int)
    case notEncodable
    case disk(FileFault)
}
