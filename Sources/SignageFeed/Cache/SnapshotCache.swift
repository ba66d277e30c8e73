import Foundation

/// The wall's snapshot on disk, as `wall.snapshot`; see ``DurableValue``.
public struct SnapshotCache: Sendable {
    public typealias Found = DurableValue<WallSnapshot>.Found

    private let value: DurableValue<WallSnapshot>

    /// A cache in an existing directory. `limit` is the greatest file in bytes.
    public init(directory: URL, limit: Int = 4_000_000) {
        value = DurableValue("wall", in: directory.path, suffix: "snapshot", limit: limit)
    }

    /// The newest whole snapshot, and which file it came from.
    public func read() -> Found { value.read() }

    /// Puts a snapshot in the place of the current one, which becomes the previous; all of it, or nothing.
    public func write(_ snapshot: WallSnapshot) throws(DurableWriteError) { try value.write(snapshot) }
}
