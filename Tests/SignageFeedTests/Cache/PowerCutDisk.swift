import Synchronization

@testable import SignageFeed

/// A disk in memory whose power fails in the middle of things.
///
/// Bytes that were written are there; a name is there for certain only after its folder was settled. After a cut any
/// first part of the unsettled changes may have reached the disk, and the last write may be torn.
final class PowerCutDisk: FileOperations {
    private struct State {
        var settled: [String: [UInt8]] = [:]
        var pending: [Change] = []
        /// Operations until the power fails.
        var budget = Int.max
        var operations = 0
        var used: [String: Int] = [:]

        var live: [String: [UInt8]] { pending.reduce(into: settled) { $1.apply(to: &$0) } }
    }

    private enum Change {
        case put(String, [UInt8])
        case move(String, String)
        case remove(String)

        func apply(to files: inout [String: [UInt8]]) {
            switch self {
            case .put(let path, let bytes): files[path] = bytes
            case .move(let path, let target):
                if let bytes = files.removeValue(forKey: path) { files[target] = bytes }
            case .remove(let path): files[path] = nil
            }
        }
    }

    private let state = Mutex(State())
    private static let cut = FileFault.io(errno: 5)

    /// Lets the power fail after so many operations from now.
    func fail(after operations: Int) { state.withLock { $0.budget = $0.operations + operations } }

    var operations: Int { state.withLock(\.operations) }
    var unsettled: Int { state.withLock(\.pending.count) }
    var files: [String: [UInt8]] { state.withLock(\.live) }

    /// Starts again after a cut, with the first `survivors` of the unsettled changes.
    func restart(survivors: Int) {
        state.withLock { state in
            for change in state.pending.prefix(survivors) { change.apply(to: &state.settled) }
            (state.pending, state.budget) = ([], .max)
        }
    }

    /// Damages a byte of a file.
    func spoil(_ path: String, at index: Int) {
        state.withLock { state in
            guard var bytes = state.live[path], bytes.indices.contains(index) else { return }
            bytes[index] ^= 0x10
            state.pending.append(.put(path, bytes))
        }
    }

    private func perform<Value>(
        torn: Change? = nil, _ work: (inout State) throws(FileFault) -> Value
    ) throws(FileFault) -> Value {
        try state.withLock { state throws(FileFault) in
            guard state.operations < state.budget else {
                if state.operations == state.budget, let torn { state.pending.append(torn) }
                state.operations += 1
                throw Self.cut
            }
            state.operations += 1
            return try work(&state)
        }
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
        try perform(torn: .put(path, Array(bytes.prefix(bytes.count / 2)))) { $0.pending.append(.put(path, bytes)) }
    }

    func append(_ bytes: [UInt8], to path: String) throws(FileFault) {
        let before = files[path] ?? []
        try perform(torn: .put(path, before + bytes.prefix(bytes.count / 2))) { state in
            state.pending.append(.put(path, before + bytes))
            // The name was on the disk already, so the bytes are, too.
            if state.settled[path] != nil, state.pending.count == 1 {
                state.settled[path] = before + bytes
                state.pending = []
            }
        }
    }

    func move(_ path: String, to target: String) throws(FileFault) {
        try perform { state throws(FileFault) in
            guard state.live[path] != nil else { throw .missing }
            state.pending.append(.move(path, target))
        }
    }

    func settle(_ folder: String) throws(FileFault) {
        try perform { state in (state.settled, state.pending) = (state.live, []) }
    }

    func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
        try perform { state throws(FileFault) in
            guard let bytes = state.live[path] else { throw .missing }
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
            return bytes
        }
    }

    func remove(_ path: String) throws(FileFault) {
        try perform { state throws(FileFault) in
            guard state.live[path] != nil else { throw .missing }
            state.pending.append(.remove(path))
        }
    }

    func touch(_ path: String) throws(FileFault) {
        try perform { $0.used[path] = $0.operations }
    }

    func list(_ folder: String) throws(FileFault) -> [FileEntry] {
        try perform { state in
            let inside = state.live.filter { $0.key.hasPrefix(folder + "/") }
            let ordered = inside.sorted {
                (state.used[$0.key] ?? 0, $0.key) < (state.used[$1.key] ?? 0, $1.key)
            }
            return ordered.map { FileEntry(name: String($0.key.dropFirst(folder.count + 1)), size: $0.value.count) }
        }
    }
}
