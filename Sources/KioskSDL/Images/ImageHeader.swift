/// An image's size as its first bytes tell, so that a huge one is refused before memory is spent on it.
public nonisolated struct ImageHeader: Hashable, Sendable {
    public enum Format: Hashable, Sendable { case png, jpeg, webP, gif }
    public let format: Format
    /// Of the stored pixels, before they are turned upright.
    public let width: Int
    public let height: Int
    public let orientation: ImageOrientation

    /// Nil if the bytes are no PNG, JPEG, WebP or GIF, or end too early.
    public init?(bytes: [UInt8]) {
        let found =
            Self.png(bytes).map { (Format.png, $0) } ?? Self.jpeg(bytes).map { (.jpeg, $0) }
            ?? Self.webP(bytes).map { (.webP, $0) } ?? Self.gif(bytes).map { (.gif, $0) }
        guard let (format, size) = found, size.width > 0, size.height > 0 else { return nil }
        (self.format, width, height) = (format, size.width, size.height)
        orientation = format == .jpeg ? ImageOrientation(jpeg: bytes) : .upright
    }

    /// False for a file that was cut: decoders fill what is missing with grey.
    public func isWhole(in bytes: [UInt8]) -> Bool {
        switch format {
        case .jpeg: JPEGSegments(bytes).contains { $0.marker == JPEGSegments.endOfImage }
        case .gif: GIFBlocks.isFirstImageWhole(bytes)
        // Their decoders say so themselves.
        case .png, .webP: true
        }
    }

    typealias Size = (width: Int, height: Int)

    /// IHDR is the first chunk.
    private static func png(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            return nil
        }
        return (bytes[16..<20].bigEndian, bytes[20..<24].bigEndian)
    }

    /// The first start-of-frame segment has the size.
    private static func jpeg(_ bytes: [UInt8]) -> Size? {
        for segment in JPEGSegments(bytes) where segment.isFrame {
            guard segment.body.count >= 5 else { return nil }
            let body = segment.body
            let first = body.startIndex
            return (bytes[(first + 3)..<(first + 5)].bigEndian, bytes[(first + 1)..<(first + 3)].bigEndian)
        }
        return nil
    }

    /// Lossy, lossless and extended files keep the size in three ways.
    private static func webP(_ bytes: [UInt8]) -> Size? {
        guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8) else {
            return nil
        }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return (bytes[26..<28].littleEndian & 0x3FFF, bytes[28..<30].littleEndian & 0x3FFF)
        case "VP8L":
            let bits = bytes[21..<25].littleEndian
            return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        case "VP8X": return (bytes[24..<27].littleEndian + 1, bytes[27..<30].littleEndian + 1)
        default: return nil
        }
    }

    /// The first picture may be larger than the screen that the file promises; the larger one counts.
    private static func gif(_ bytes: [UInt8]) -> Size? {
        guard let image = GIFBlocks.firstImage(bytes) else { return nil }
        let screen = (bytes[6..<8].littleEndian, bytes[8..<10].littleEndian)
        return (max(screen.0, image.width), max(screen.1, image.height))
    }
}

nonisolated extension ArraySlice<UInt8> {
    /// The highest byte first; at most eight of them.
    var bigEndian: Int { reduce(0) { $0 << 8 | Int($1) } }
    var littleEndian: Int { reversed().reduce(0) { $0 << 8 | Int($1) } }
}
