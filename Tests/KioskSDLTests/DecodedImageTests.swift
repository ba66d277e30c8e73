import CSDL2
import Foundation
import KioskSDL
import KioskUI
import Testing

/// Four by two pixels of one blue, the last one red; written by ImageMagick 6.9.
private enum Sample {
    static let gif = bytes(
        "47494638396104000200f00000204060ff000021f90400000000002c0000000004000200000203840f51003b")
    static let webP = bytes(
        "5249464622000000574542505650384c150000002f034000000f30400ff91fb0f90f2dfce021a2ff1100")

    private static func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.count, by: 2).compactMap { offset in
            UInt8(hex.dropFirst(offset).prefix(2), radix: 16)
        }
    }

    /// 64 × 32, white, its top left quarter black.
    static func jpeg() throws -> [UInt8] {
        let surface = try SDLError.check(
            SDL_CreateRGBSurfaceWithFormat(0, 64, 32, 32, SDL_PIXELFORMAT_ARGB8888.rawValue))
        defer { SDL_FreeSurface(surface) }
        try SDLError.check(SDL_FillRect(surface, nil, 0xFFFF_FFFF))
        var corner = SDL_Rect(x: 0, y: 0, w: 32, h: 16)
        try SDLError.check(SDL_FillRect(surface, &corner, 0xFF00_0000))
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).jpg").path
        defer { unlink(path) }
        try SDLError.check(IMG_SaveJPG(surface, path, 95))
        return try Array(Data(contentsOf: URL(filePath: path)))
    }

    /// The same with an Exif part that says how the camera was held.
    static func jpeg(orientation: UInt8, isBigEndian: Bool) throws -> [UInt8] {
        let tiff: [UInt8] =
            isBigEndian
            ? [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
            : [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
        let part = Array("Exif\0\0".utf8) + tiff
        let plain = try jpeg()
        return plain[..<2] + [0xFF, 0xE1, 0, UInt8(part.count + 2)] + part + plain[2...]
    }
}

@Suite struct DecodedImageTests {
    @Test(arguments: [Sample.gif, Sample.webP])
    func `a file's pixels are what was drawn`(bytes: [UInt8]) throws {
        let image = try DecodedImage(bytes: bytes, fitting: 4, 2)
        #expect((image.width, image.height) == (4, 2))
        #expect(image.pixels == [UInt32](repeating: 0xFF20_4060, count: 7) + [0xFFFF_0000])
    }

    @Test func `a picture is never larger than its place, and keeps its shape`() throws {
        let bytes = try Sample.jpeg()
        for (width, height, across, down) in [(32, 32, 32, 16), (10, 100, 10, 5), (1, 1, 1, 1), (200, 64, 128, 64)] {
            let image = try DecodedImage(bytes: bytes, fitting: width, height)
            #expect((image.width, image.height) == (across, down))
        }
    }

    /// Where the black quarter stands once the picture is upright: TIFF 6.0, Orientation.
    @Test(
        arguments: [
            (1, 0, 0), (2, 1, 0), (3, 1, 1), (4, 0, 1), (5, 0, 0), (6, 1, 0), (7, 1, 1), (8, 0, 1),
        ] as [(UInt8, Int, Int)], [true, false])
    func `a photograph stands upright however the camera was held`(
        expected: (orientation: UInt8, column: Int, row: Int), isBigEndian: Bool
    ) throws {
        let bytes = try Sample.jpeg(orientation: expected.orientation, isBigEndian: isBigEndian)
        let image = try DecodedImage(bytes: bytes, fitting: 64, 64)
        #expect((image.width, image.height) == (expected.orientation >= 5 ? (32, 64) : (64, 32)))
        for (column, row) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let (x, y) = (image.width / 4 + column * image.width / 2, image.height / 4 + row * image.height / 2)
            let isBlack = image.pixels[y * image.width + x] & 0xFF < 128
            #expect(isBlack == (column == expected.column && row == expected.row), "\(column), \(row)")
        }
    }

    @Test(arguments: [0, 9, 255] as [UInt8])
    func `an orientation that does not exist is none`(value: UInt8) throws {
        let header = try #require(ImageHeader(bytes: Sample.jpeg(orientation: value, isBigEndian: true)))
        #expect(header.orientation == .upright)
    }

    @Test func `half a file is no picture`() throws {
        for bytes in [try Sample.jpeg(), Sample.gif, Sample.webP] {
            // GIF's last byte and JPEG's last two end the file; a picture that lacks only those is there in full.
            for end in stride(from: 0, to: bytes.count - 6, by: 1) {
                #expect(throws: ImageError.self, "\(end) of \(bytes.count)") {
                    try DecodedImage(bytes: Array(bytes[..<end]), fitting: 64, 64)
                }
            }
        }
    }

    @Test func `a huge picture is refused before memory is spent on it`() throws {
        let png: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 255, 255, 255, 255,
            255,
            255, 255, 255, 8, 6, 0, 0, 0,
        ]
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 255, 255, 255, 255, 3, 0, 0, 0]
        // A restart has no length: who reads one jumps over the true size to a small one.
        let hidden: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xD0, 0xFF, 0xC0, 0, 11, 8, 255, 255, 255, 255, 1, 0, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0,
            1,
            1, 0, 0, 0,
        ]
        var gif = Sample.gif
        // The screen stays 4 × 2; the picture says 65535 × 65535.
        let descriptor = try #require(gif.firstIndex(of: 0x2C))
        for offset in 5..<9 { gif[descriptor + offset] = 255 }
        for bytes in [png, jpeg, hidden, gif] {
            guard case .failure(.tooLarge) = decode(bytes) else {
                Issue.record("not refused: \(decode(bytes))")
                continue
            }
        }
    }

    @Test func `no bytes make the decoder trap, whatever is changed in them`() throws {
        var random = SplitMix(seed: 20_261_121)
        for whole in [try Sample.jpeg(orientation: 6, isBigEndian: false), Sample.gif, Sample.webP] {
            for _ in 0..<300 {
                var bytes = whole
                for _ in 0..<3 {
                    bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
                }
                if case .success(let image) = decode(bytes) { #expect(image.width <= 64 && image.height <= 64) }
            }
        }
    }

    private func decode(_ bytes: [UInt8]) -> Result<DecodedImage, ImageError> {
        do throws(ImageError) { return .success(try DecodedImage(bytes: bytes, fitting: 64, 64)) } catch {
            return .failure(error)
        }
    }
}

/// Random numbers that are the same each time.
private struct SplitMix {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
