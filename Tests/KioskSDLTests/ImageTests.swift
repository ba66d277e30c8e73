import CSDL2
import Foundation
import KioskSDL
import KioskUI
import Testing

@Suite @MainActor struct ImageTests {
    /// A PNG of one colour, made by the canvas itself.
    private func png(_ width: Int, _ height: Int, _ color: Color) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png").path
        defer { unlink(path) }
        let canvas = try drawn(
            [.fill(Rect(x: 0, y: 0, width: width, height: height), color)], width: width, height: height)
        try canvas.writePNG(to: path)
        return try Array(Data(contentsOf: URL(filePath: path)))
    }

    @Test(
        arguments: [
            (200, 100, Rect(x: 0, y: 25, width: 100, height: 50)),
            (100, 200, Rect(x: 25, y: 0, width: 50, height: 100)),
            (10, 10, Rect(x: 0, y: 0, width: 100, height: 100)),
            (1600, 1600, Rect(x: 0, y: 0, width: 100, height: 100)),
        ])
    func `an image keeps its shape in the middle of its place`(width: Int, height: Int, place: Rect) throws {
        let bytes = try png(width, height, Color(0x204060))
        let images = ImageBook { _ in bytes }
        let canvas = try drawn([.image(ImageID("a"), in: Rect(x: 0, y: 0, width: 100, height: 100))], images: images)
        #expect(try canvas.ink() == place)
        #expect(try canvas.color(50, 50) == [0x20, 0x40, 0x60])
        #expect(images.failures.isEmpty)
    }

    @Test func `an image is read once and kept`() throws {
        let bytes = try png(20, 20, Color(0x204060))
        var reads = 0
        let images = ImageBook { _ in
            reads += 1
            return bytes
        }
        let command = DrawCommand.image(ImageID("a"), in: Rect(x: 0, y: 0, width: 50, height: 50))
        let canvas = try drawn([command], images: images)
        try canvas.draw([command])
        #expect(reads == 1)
    }

    @Test(
        arguments: [
            ([1, 2, 3], .unknownFormat),
            (
                [
                    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 0, 0, 0,
                    1, 0, 0,
                ],
                .tooLarge(width: 65536, height: 65536)
            ),
        ] as [([UInt8], ImageError)])
    func `a bad image is left out with its reason`(bytes: [UInt8], error: ImageError) throws {
        let images = ImageBook { _ in bytes }
        let canvas = try drawn([.image(ImageID("a"), in: Rect(x: 0, y: 0, width: 50, height: 50))], images: images)
        #expect(try canvas.ink() == nil)
        #expect(images.failures == [ImageID("a"): error])
    }

    @Test func `a cut image is damaged, and is tried again when told`() throws {
        let whole = try png(300, 300, Color(0x204060))
        var bytes = Array(whole[..<60])
        let images = ImageBook { _ in bytes }
        let command = DrawCommand.image(ImageID("a"), in: Rect(x: 0, y: 0, width: 50, height: 50))
        let canvas = try drawn([command], images: images)
        guard case .damaged? = images.failures[ImageID("a")] else {
            Issue.record("not found damaged: \(images.failures)")
            return
        }
        bytes = whole
        images.forgetFailures()
        try canvas.draw([command])
        #expect(try canvas.ink() != nil)
    }

    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, 0x04, 0x38, 0x07, 0x80], 1920, 1080),
            ([0xFF, 0xD8, 0xFF, 0xFF, 0xC0, 0, 17, 8, 0, 10, 0, 20, 3, 0, 0, 0], 20, 10),
            (Array("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0".utf8) + [0x7F, 0x07, 0, 0x37, 0x04, 0], 1920, 1080),
            (Array("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\0\0\0".utf8) + [0x80, 0x07, 0x38, 0x04], 1920, 1080),
            (Array("RIFF\0\0\0\0WEBPVP8L\0\0\0\0/".utf8) + [0x7F, 0xC7, 0x0D, 0x01] + [0, 0, 0, 0, 0], 1920, 1080),
        ] as [([UInt8], Int, Int)])
    func `an image's size is read from its head`(bytes: [UInt8], width: Int, height: Int) throws {
        let header = try #require(ImageHeader(bytes: bytes))
        #expect(header.width == width && header.height == height)
    }

    @Test func `no head makes the reader trap`() throws {
        let heads: [[UInt8]] = [
            [0xFF, 0xD8, 0xFF], Array("RIFF\0\0\0\0WEBPVP8X".utf8), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0],
            [],
        ]
        for head in heads { for end in 0...head.count { #expect(ImageHeader(bytes: Array(head[..<end])) == nil) } }
    }
}
