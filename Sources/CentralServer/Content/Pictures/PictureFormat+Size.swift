extension PictureFile.Format {
    /// By the first bytes.
    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) {
            self = .gif
        } else if bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8) {
            self = .webp
        } else {
            return nil
        }
    }

    /// Width and height by the format's own header, nil for a file that is cut off or contradicts itself.
    func size(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
        let reader = PictureBytes(bytes)
        return switch self {
        case .png: reader.png
        case .jpeg: reader.jpeg
        case .gif: reader.gif
        case .webp: reader.webp
        }
    }
}

/// Reads the headers of pictures.
private struct PictureBytes {
    typealias Size = (width: Int, height: Int)

    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func big(_ at: Int, _ count: Int) -> Int? {
        guard at >= 0, at + count <= bytes.count else { return nil }
        return bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private func little(_ at: Int, _ count: Int) -> Int? {
        guard at >= 0, at + count <= bytes.count else { return nil }
        return bytes[at..<at + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    private func has(_ word: String, at: Int) -> Bool {
        at >= 0 && at + word.utf8.count <= bytes.count && bytes[at..<at + word.utf8.count].elementsEqual(word.utf8)
    }

    /// IHDR comes first and IEND last.
    var png: Size? {
        guard big(8, 4) == 13, has("IHDR", at: 12), let width = big(16, 4), let height = big(20, 4),
            has("IEND", at: bytes.count - 8)
        else { return nil }
        return (width, height)
    }

    /// The logical screen; a trailer ends the file.
    var gif: Size? {
        guard let width = little(6, 2), let height = little(8, 2), bytes.last == 0x3B else { return nil }
        return (width, height)
    }

    /// Segment after segment up to the frame header. Some cameras write after the end of the image, so that its marker
    /// may stand anywhere in the last part.
    var jpeg: Size? {
        var at = 2
        while let marker = nextMarker(&at), let length = big(at, 2), length >= 2 {
            // Frame headers, without the tables whose numbers lie between them.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                guard length >= 8, let height = big(at + 3, 2), let width = big(at + 5, 2), endsAsJPEG else {
                    return nil
                }
                return (width, height)
            }
            if marker == 0xDA { return nil }
            at += length
        }
        return nil
    }

    private func nextMarker(_ at: inout Int) -> Int? {
        guard at + 1 < bytes.count, bytes[at] == 0xFF else { return nil }
        while at < bytes.count, bytes[at] == 0xFF { at += 1 }
        guard at < bytes.count, bytes[at] != 0 else { return nil }
        at += 1
        return Int(bytes[at - 1])
    }

    private var endsAsJPEG: Bool {
        let tail = bytes.suffix(64 * 1024)
        return zip(tail, tail.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
    }

    /// The lossy, the lossless and the extended kind.
    var webp: Size? {
        guard let length = little(4, 4), length + 8 <= bytes.count, length >= 22 else { return nil }
        if has("VP8X", at: 12), let width = little(24, 3), let height = little(27, 3) { return (width + 1, height + 1) }
        if has("VP8L", at: 12), little(20, 1) == 0x2F, let bits = little(21, 4) {
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        }
        guard has("VP8 ", at: 12), big(23, 3) == 0x9D_012A, let width = little(26, 2), let height = little(28, 2)
        else { return nil }
        return (width & 0x3FFF, height & 0x3FFF)
    }
}
