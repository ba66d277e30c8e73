/// How a camera was held: what must be done to the stored pixels so that the picture stands upright (Exif 2.32, tag 0x0112).
public nonisolated enum ImageOrientation: Int, Hashable, Sendable, CaseIterable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case mirroredUpsideDown = 4
    /// Mirrored along the falling diagonal.
    case transposed = 5
    /// To be turned clockwise by a quarter.
    case turnedLeft = 6
    /// Mirrored along the rising diagonal.
    case transversed = 7
    /// To be turned anticlockwise by a quarter.
    case turnedRight = 8

    /// Width and height change places.
    public var isSideways: Bool { rawValue >= 5 }

    /// What a JPEG's Exif part says; upright when it says nothing that can be read.
    init(jpeg bytes: [UInt8]) {
        for segment in JPEGSegments(bytes) {
            // The parts that follow the frame's size are pixels.
            if segment.isFrame { break }
            guard segment.marker == 0xE1, segment.body.starts(with: Array("Exif\0\0".utf8)) else { continue }
            if let value = Self.tag(Array(segment.body.dropFirst(6))), let known = ImageOrientation(rawValue: value) {
                self = known
                return
            }
        }
        self = .upright
    }

    /// The orientation in a TIFF's first directory.
    private static func tag(_ tiff: [UInt8]) -> Int? {
        guard tiff.count >= 8 else { return nil }
        let isBig: Bool
        switch tiff[..<4] {
        case [0x4D, 0x4D, 0, 42]: isBig = true
        case [0x49, 0x49, 42, 0]: isBig = false
        default: return nil
        }
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start >= 0, start + count <= tiff.count else { return nil }
            let slice = tiff[start..<(start + count)]
            return isBig ? slice.bigEndian : slice.littleEndian
        }
        guard let directory = number(4, 4), let entries = number(directory, 2) else { return nil }
        for entry in 0..<entries {
            let start = directory + 2 + 12 * entry
            guard let name = number(start, 2) else { return nil }
            // One short, in the first bytes of the value's place.
            if name == 0x0112, number(start + 2, 2) == 3, number(start + 4, 4) == 1 { return number(start + 8, 2) }
        }
        return nil
    }

    /// Where a pixel of the upright picture comes from, in stored pixels of `width` × `height`.
    func source(x: Int, y: Int, width: Int, height: Int) -> (x: Int, y: Int) {
        switch self {
        case .upright: (x, y)
        case .mirrored: (width - 1 - x, y)
        case .upsideDown: (width - 1 - x, height - 1 - y)
        case .mirroredUpsideDown: (x, height - 1 - y)
        case .transposed: (y, x)
        case .turnedLeft: (y, height - 1 - x)
        case .transversed: (width - 1 - y, height - 1 - x)
        case .turnedRight: (width - 1 - y, x)
        }
    }
}
