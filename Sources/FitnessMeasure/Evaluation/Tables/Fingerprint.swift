/// Tells whether the texts of a set are those that were published: the sum of an FNV-1a over each file's name and text,
/// so that the order of reading does not matter. It finds an edit and does not resist an attacker; the files' own
/// protection is that of the package.
struct Fingerprint {
    private(set) var value: UInt64 = 0

    mutating func add(_ text: String, of table: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in table.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value &+= hash
    }
}
