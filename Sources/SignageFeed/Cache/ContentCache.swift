/// Files by their hash. A power cut at any moment leaves whole files behind, damage is noticed, and what the playlist
/// needs is never thrown away for something else.
///
/// Files lie under their hash in `files/`. A file arrives as a draft beside them; a broken one is moved to `broken/`, of
/// which the newest few are kept for whoever looks for the cause.
public struct ContentCache: Sendable {
    private let folder: String
    private let quota: Int
    private let fileLimit: Int
    private let files: any FileOperations
    private let digest: @Sendable ([UInt8]) -> String
    private static let brokenLimit = 8

    /// A cache of at most `quota` bytes in an existing folder, with files of at most `fileLimit` bytes. `digest` gives
    /// SHA-256 in hexadecimal digits.
    public init(
        folder: String, quota: Int, fileLimit: Int = 64 << 20, files: any FileOperations = DiskFiles(),
        digest: @escaping @Sendable ([UInt8]) -> String
    ) {
        (self.folder, self.quota, self.fileLimit) = (folder, quota, fileLimit)
        (self.files, self.digest) = (files, digest)
    }

    /// Why a file is not in the cache.
    public enum Refusal: Error, Equatable, Sendable {
        /// The bytes are not those that the name promises.
        case otherContent
        case tooLarge(limit: Int)
        /// Everything in the cache is needed, and there is no room left.
        case noRoom(needed: Int)
        case missing
        /// It was whole once and is not any more; it is in `broken/` now, and can be fetched again.
        case damaged
        case disk(FileFault)
    }

    private var store: String { folder + "/files" }
    private var broken: String { folder + "/broken" }
    private func path(_ hash: ContentHash) -> String { store + "/" + hash.description }

    /// Clears what a power cut left half done. Answers what is there.
    public func open() throws(Refusal) -> Set<ContentHash> {
        try disk { () throws(FileFault) in
            _ = try files.list(broken)
            var found: Set<ContentHash> = []
            for entry in try files.list(store) {
                if let hash = ContentHash(entry.name) { found.insert(hash) } else { try discard(store, entry.name) }
            }
            return found
        }
    }

    /// Keeps bytes under their hash. `needed` are the files of the current playlist, which stay.
    public func keep(_ bytes: [UInt8], as hash: ContentHash, needed: Set<ContentHash>) throws(Refusal) {
        guard bytes.count <= fileLimit else { throw .tooLarge(limit: fileLimit) }
        guard digest(bytes) == hash.description else { throw .otherContent }
        try makeRoom(for: bytes.count, keeping: needed.union([hash]))
        try disk { () throws(FileFault) in
            let draft = path(hash) + ".part"
            try files.write(bytes, to: draft)
            try files.move(draft, to: path(hash))
            try files.settle(store)
        }
    }

    /// The bytes of a file, if they still are what they were.
    public func bytes(of hash: ContentHash) throws(Refusal) -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileFault) { bytes = try files.read(path(hash), limit: fileLimit) } catch {
            switch error {
            case .missing: throw .missing
            case .tooLarge: return try isolate(hash)
            case .io: throw .disk(error)
            }
        }
        guard digest(bytes) == hash.description else { return try isolate(hash) }
        try disk { () throws(FileFault) in try files.touch(path(hash)) }
        return bytes
    }

    /// Throws what nobody needs away until there is room, the longest unused first.
    private func makeRoom(for size: Int, keeping needed: Set<ContentHash>) throws(Refusal) {
        let entries = try disk { () throws(FileFault) in try files.list(store) }
        var used = entries.reduce(0) { $0 + $1.size }
        let free = entries.filter { entry in ContentHash(entry.name).map { !needed.contains($0) } ?? true }
        guard used - free.reduce(0, { $0 + $1.size }) + size <= quota else { throw .noRoom(needed: size) }
        for entry in free where used + size > quota {
            try disk { () throws(FileFault) in try discard(store, entry.name) }
            used -= entry.size
        }
    }

    private func isolate(_ hash: ContentHash) throws(Refusal) -> [UInt8] {
        try disk { () throws(FileFault) in
            try files.move(path(hash), to: broken + "/" + hash.description)
            let entries = try files.list(broken)
            for entry in entries.dropLast(Self.brokenLimit) { try discard(broken, entry.name) }
        }
        throw .damaged
    }

    private func discard(_ folder: String, _ name: String) throws(FileFault) {
        do throws(FileFault) { try files.remove(folder + "/" + name) } catch {
            // Gone already is what was wanted.
            if error != .missing { throw error }
        }
    }

    private func disk<Value>(_ work: () throws(FileFault) -> Value) throws(Refusal) -> Value {
        do throws(FileFault) { return try work() } catch { throw .disk(error) }
    }
}
