/// Where a GIF's first picture lies.
nonisolated enum GIFBlocks {
    struct Image {
        var width, height: Int
        /// Where its compressed pixels begin.
        var data: Int
    }

    /// Nil if the bytes are no GIF or end before the picture's own size is told.
    static func firstImage(_ bytes: [UInt8]) -> Image? {
        guard bytes.count >= 13, bytes.starts(with: Array("GIF8".utf8)), bytes[5] == UInt8(ascii: "a") else {
            return nil
        }
        var position = 13 + colours(bytes[10])
        while position < bytes.count {
            switch bytes[position] {
            case 0x21:
                guard let end = skipSubBlocks(bytes, from: position + 2) else { return nil }
                position = end
            case 0x2C:
                guard position + 10 <= bytes.count else { return nil }
                return Image(
                    width: bytes[(position + 1)..<(position + 3)].littleEndian
                        + bytes[(position + 5)..<(position + 7)].littleEndian,
                    height: bytes[(position + 3)..<(position + 5)].littleEndian
                        + bytes[(position + 7)..<(position + 9)].littleEndian,
                    data: position + 10 + colours(bytes[position + 9]))
            default: return nil
            }
        }
        return nil
    }

    /// True if the first picture's pixels have an end.
    static func isFirstImageWhole(_ bytes: [UInt8]) -> Bool {
        guard let image = firstImage(bytes), image.data < bytes.count else { return false }
        return skipSubBlocks(bytes, from: image.data + 1) != nil
    }

    /// Bytes of the colour table that these flags announce.
    private static func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

    private static func skipSubBlocks(_ bytes: [UInt8], from start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            if bytes[position] == 0 { return position + 1 }
            position += 1 + Int(bytes[position])
        }
        return nil
    }
}
