/// An image's size as its first bytes tell, so that a huge one is refused before memory is spent on it.
public nonisolated struct ImageHeader: Hashable, Sendable {
    public enum Format: Hashable, Sendable { case png, jpeg, webP }
    public let format: Format
    public let width: Int
    public let height: Int

    /// Nil if the bytes are no PNG, JPEG or WebP, or end too early.
    public init?(bytes: [UInt8]) {
        let found =
            Self.png(bytes).map { (Format.png, $0) } ?? Self.jpeg(bytes).map { (.jpeg, $0) }
            ?? Self.webP(bytes).map { (.webP, $0) }
        guard let (format, size) = found, size.width > 0, size.height > 0 else { return nil }
        (self.format, width, height) = (format, size.width, size.height)
    }

    private typealias Size = (width: Int, height: Int)

    /// IHDR is the first chunk.
    private static func png(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return nil
        }
        return (big(bytes[16..<20]), big(bytes[20..<24]))
    }

    /// The first start-of-frame segment has the size.
    private static func jpeg(_ bytes: [UInt8]) -> Size? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var position = 2
        while position + 9 <= bytes.count {
            guard bytes[position] == 0xFF else { return nil }
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                return (big(bytes[(position + 7)..<(position + 9)]), big(bytes[(position + 5)..<(position + 7)]))
            }
            position += 2 + max(2, big(bytes[(position + 2)..<(position + 4)]))
        }
        return nil
    }

    /// Lossy, lossless and extended files keep the size in three ways.
    private static func webP(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8) else {
            return nil
        }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return (little(bytes[26..<28]) & 0x3FFF, little(bytes[28..<30]) & 0x3FFF)
        case "VP8L":
            let bits = little(bytes[21..<25])
            return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        case "VP8X": return (little(bytes[24..<27]) + 1, little(bytes[27..<30]) + 1)
        default: return nil
        }
    }

    private static func big(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
    private static func little(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
}
