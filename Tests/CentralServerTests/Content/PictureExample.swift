/// The heads and ends of pictures; nothing between them.
enum PictureExample {
    private static func big(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] { big(number, count).reversed() }

    static func png(_ width: Int = 800, _ height: Int = 600, filler: Int = 0) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13, 4) + Array("IHDR".utf8) + big(width, 4)
            + big(height, 4) + [8, 2, 0, 0, 0] + big(0, 4) + [UInt8](repeating: 7, count: filler) + big(0, 4)
            + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
    }

    /// With a thumbnail of another size in an APP1 segment before its frame.
    static func jpeg(_ width: Int = 800, _ height: Int = 600) -> [UInt8] {
        let frame: [UInt8] = [0xFF, 0xC2] + big(17, 2) + [8] + big(height, 2) + big(width, 2) + [3]
        let thumbnail: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0] + big(17, 2) + [8] + big(90, 2) + big(160, 2) + [3]
        return [0xFF, 0xD8, 0xFF, 0xE1] + big(2 + thumbnail.count, 2) + thumbnail + [0xFF] + frame
            + [UInt8](repeating: 1, count: 9) + [0xFF, 0xDA] + big(8, 2) + [1, 2, 3, 4, 5, 6, 0xFF, 0xD9]
    }

    static func gif(_ width: Int = 800, _ height: Int = 600) -> [UInt8] {
        Array("GIF89a".utf8) + little(width, 2) + little(height, 2) + [0, 0, 0, 0x3B]
    }

    enum WebP: CaseIterable { case lossy, lossless, extended }

    static func webp(_ kind: WebP = .extended, _ width: Int = 800, _ height: Int = 600) -> [UInt8] {
        let chunk: [UInt8] =
            switch kind {
            case .lossy:
                Array("VP8 ".utf8) + little(10, 4) + [0, 0, 0, 0x9D, 0x01, 0x2A] + little(width, 2) + little(height, 2)
            case .lossless:
                Array("VP8L".utf8) + little(10, 4) + [0x2F] + little((width - 1) | (height - 1) << 14, 4)
                    + [0, 0, 0, 0, 0]
            case .extended:
                Array("VP8X".utf8) + little(10, 4) + [0, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3)
            }
        return Array("RIFF".utf8) + little(4 + chunk.count, 4) + Array("WEBP".utf8) + chunk
    }
}
