/// Surfaces by what they show, bounded by bytes; what was not used for longest goes first.
struct SurfaceCache<Key: Hashable> {
    private struct Entry {
        var surface: Surface
        var lastUse: Int
    }
    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private(set) var byteCount = 0
    let mostBytes: Int

    init(mostBytes: Int) { self.mostBytes = mostBytes }

    mutating func surface(_ key: Key) -> Surface? {
        guard let index = entries.index(forKey: key) else { return nil }
        uses += 1
        entries.values[index].lastUse = uses
        return entries.values[index].surface
    }

    mutating func store(_ surface: Surface, for key: Key) {
        remove(key)
        guard surface.byteCount <= mostBytes / 2 else { return }
        uses += 1
        entries[key] = Entry(surface: surface, lastUse: uses)
        byteCount += surface.byteCount
        guard byteCount > mostBytes else { return }
        for (old, _) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard byteCount > mostBytes * 3 / 4 else { return }
            remove(old)
        }
    }

    mutating func removeAll() {
        entries = [:]
        byteCount = 0
    }

    private mutating func remove(_ key: Key) {
        guard let old = entries.removeValue(forKey: key) else { return }
        byteCount -= old.surface.byteCount
    }
}
