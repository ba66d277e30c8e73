/// The parts of a JPEG file in their order, up to its end. Reading follows the decoder's rules, so that nothing can be
/// hidden from it between two of them.
nonisolated struct JPEGSegments: Sequence, IteratorProtocol {
    static let endOfImage: UInt8 = 0xD9
    private static let startOfScan: UInt8 = 0xDA

    struct Segment {
        let marker: UInt8
        /// Without its length.
        let body: ArraySlice<UInt8>

        /// A start-of-frame segment, which has the size.
        var isFrame: Bool { (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) }
    }

    private let bytes: [UInt8]
    private var position = 2
    private var isOver: Bool

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isOver = !bytes.starts(with: [0xFF, 0xD8])
    }

    /// Nil after the last one, or where the file is not what it should be.
    mutating func next() -> Segment? {
        guard !isOver, let marker = marker() else {
            isOver = true
            return nil
        }
        isOver = marker == Self.endOfImage
        guard !isOver, !Self.standsAlone(marker) else { return Segment(marker: marker, body: []) }
        guard position + 2 <= bytes.count else { return end() }
        let length = bytes[position..<(position + 2)].bigEndian
        guard length >= 2 else { return end() }
        // The size stands at a segment's head, which may be all that there is.
        let body = bytes[(position + 2)..<Swift.max(position + 2, Swift.min(position + length, bytes.count))]
        position += length
        if marker == Self.startOfScan { skipScan() }
        return Segment(marker: marker, body: body)
    }

    private mutating func end() -> Segment? {
        isOver = true
        return nil
    }

    /// The next marker, after any number of fill bytes.
    private mutating func marker() -> UInt8? {
        guard position < bytes.count, bytes[position] == 0xFF else { return nil }
        while position < bytes.count, bytes[position] == 0xFF { position += 1 }
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// Pixels go on until a marker that is neither a stuffed byte nor a restart.
    private mutating func skipScan() {
        bytes.withUnsafeBufferPointer { bytes in
            while position + 1 < bytes.count {
                let following = bytes[position + 1]
                if bytes[position] == 0xFF, following != 0, following != 0xFF, !(0xD0...0xD7).contains(following) {
                    return
                }
                position += 1
            }
            position = bytes.count
        }
    }

    /// Restarts and TEM have no length.
    private static func standsAlone(_ marker: UInt8) -> Bool { (0xD0...0xD8).contains(marker) || marker == 0x01 }
}
