/// What is drawn again and again, by what it shows, bounded by bytes; what was not used for longest goes first.
struct PixelCache<Key: Hashable, Pixels: ByteCounted> {
    private struct Entry {
        var pixels: Pixels
        var lastUse: Int
    }
    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private(set) var byteCount = 0
    let mostBytes: Int

    init(mostBytes: Int) { self.mostBytes = mostBytes }

    mutating func pixels(_ key: Key) -> Pixels? {
        guard let index = entries.index(forKey: key) else { return nil }
        uses += 1
        entries.values[index].lastUse = uses
        return entries.values[index].pixels
    }

    mutating func store(_ pixels: Pixels, for key: Key) {
        remove(key)
        guard pixels.byteCount <= mostBytes / 2 else { return }
        uses += 1
        entries[key] = Entry(pixels: pixels, lastUse: uses)
        byteCount += pixels.byteCount
        guard byteCount > mostBytes else { return }
        for (old, _) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard byteCount > mostBytes * 3 / 4 else { return }
            remove(old)
        }
    }

    private mutating func remove(_ key: Key) {
        guard let old = entries.removeValue(forKey: key) else { return }
        byteCount -= old.pixels.byteCount
    }
}

/// Something that says how much memory it takes.
nonisolated protocol ByteCounted {
    var byteCount: Int { get }
}
