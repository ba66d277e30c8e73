import Foundation

/// Records on disk, one a line, each with a check of its own. A power cut costs at most the line that was being written.
public struct PlayJournal: Sendable {
    private let folder: String
    private let files: any FileOperations
    /// Two weeks of eight-second items with long names stay below it.
    private let limit: Int

    /// A journal in an existing folder, of at most `limit` bytes.
    public init(folder: String, limit: Int = 64 << 20, files: any FileOperations = DiskFiles()) {
        (self.folder, self.limit, self.files) = (folder, limit, files)
    }

    /// What was read, and how many lines were not whole.
    public struct Reading: Equatable, Sendable {
        public var records: [PlayRecord]
        public var damaged: Int
    }

    private var path: String { folder + "/plays.journal" }

    /// Adds records at the end, and waits until they are on the disk.
    public func add(_ records: [PlayRecord]) throws(DurableWriteError) {
        guard !records.isEmpty else { return }
        let isNew = size == nil
        let lines = try Self.lines(records)
        guard (size ?? 0) + lines.count <= limit else { throw .tooLarge(bytes: (size ?? 0) + lines.count) }
        do throws(FileFault) {
            // The line that a cut left half must not swallow the next one.
            try files.append((isNew ? [] : [0x0A]) + lines, to: path)
            if isNew { try files.settle(folder) }
        } catch {
            throw .disk(error)
        }
    }

    /// All whole records in their order.
    public func read() throws(DurableWriteError) -> Reading {
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try files.read(path, limit: limit + limit / 4) } catch {
            if error == .missing { return Reading(records: [], damaged: 0) }
            throw .disk(error)
        }
        var reading = Reading(records: [], damaged: 0)
        for line in bytes.split(separator: 0x0A) {
            if let record = Self.record(line) { reading.records.append(record) } else { reading.damaged += 1 }
        }
        return reading
    }

    /// Drops what began before `date`; after the totals of those days are with the office.
    public func forget(before date: Date) throws(DurableWriteError) {
        let lines = try Self.lines(try read().records.filter { $0.start >= date })
        do throws(FileFault) {
            try files.write(lines, to: path + ".new")
            try files.move(path + ".new", to: path)
            try files.settle(folder)
        } catch {
            throw .disk(error)
        }
    }

    private var size: Int? {
        do throws(FileFault) { return try files.list(folder).first { $0.name == "plays.journal" }?.size } catch {
            // Unreadable is as good as absent here: adding to it will say what is wrong.
            return nil
        }
    }

    private static func lines(_ records: [PlayRecord]) throws(DurableWriteError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return try records.flatMap { record in
                let body = Array(try encoder.encode(record))
                return Array((FNVHash(body).description + " ").utf8) + body + [0x0A]
            }
        } catch {
            throw .notEncodable
        }
    }

    private static func record(_ line: ArraySlice<UInt8>) -> PlayRecord? {
        guard line.count > 17, line[line.startIndex + 16] == 0x20 else { return nil }
        let body = line.dropFirst(17)
        guard String(decoding: line.prefix(16), as: UTF8.self) == FNVHash(body).description else { return nil }
        do { return try JSONDecoder().decode(PlayRecord.self, from: Data(body)) } catch {
            // A whole line of another version is not ours to count.
            return nil
        }
    }
}
