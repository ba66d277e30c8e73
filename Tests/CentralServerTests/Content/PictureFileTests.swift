import Testing

@testable import CentralServer

@Suite struct PictureFileTests {
    @Test func `a picture is known by its bytes, with its true size`() throws {
        let examples: [(PictureFile.Format, [UInt8])] =
            [
                (.png, PictureExample.png()), (.jpeg, PictureExample.jpeg()), (.gif, PictureExample.gif()),
            ] + PictureExample.WebP.allCases.map { (.webp, PictureExample.webp($0)) }
        for (format, bytes) in examples {
            let picture = try PictureFile(bytes)
            #expect(picture.format == format && picture.width == 800 && picture.height == 600, "\(format)")
        }
    }

    static let refused: [(String, [UInt8], PictureProblem)] = [
        ("nothing", [], .empty), ("a page", Array("<!doctype html><script>".utf8), .unknownFormat),
        ("a drawing with scripts", Array("<svg xmlns=\"http://www.w3.org/2000/svg\">".utf8), .unknownFormat),
        ("a document", Array("%PDF-1.4".utf8), .unknownFormat),
        ("too many bytes", PictureExample.png(filler: PictureFile.byteLimit), .tooManyBytes),
        ("a bomb", PictureExample.png(60_000, 60_000), .tooManyPixels),
        ("a strip", PictureExample.png(8_001, 1), .tooManyPixels),
        ("too many pixels", PictureExample.jpeg(6_000, 4_001), .tooManyPixels),
        ("no width", PictureExample.png(0, 4), .broken),
        ("a PNG that is cut off", PictureExample.png().dropLast(5), .broken),
        ("a PNG with more behind it", PictureExample.png() + Array("<script>".utf8), .broken),
        ("a JPEG that is cut off", PictureExample.jpeg().dropLast(), .broken),
        ("a JPEG without a frame", [0xFF, 0xD8, 0xFF, 0xD9], .broken),
        ("a JPEG with a mad length", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xD9], .broken),
        ("a GIF that is cut off", PictureExample.gif().dropLast(), .broken),
        ("a WebP that is cut off", PictureExample.webp().dropLast(), .broken),
        ("a WebP of no known kind", Array("RIFF\u{1E}\0\0\0WEBPALPH".utf8) + [UInt8](repeating: 0, count: 30), .broken),
    ]

    @Test(arguments: refused)
    func `what is no whole picture of bearable size is refused`(name: String, bytes: [UInt8], problem: PictureProblem) {
        #expect(throws: problem, "\(name)") { try PictureFile(Array(bytes)) }
        #expect(!problem.sentence.isEmpty)
    }

    @Test func `no cut of a picture is taken for a picture`() {
        for whole in [
            PictureExample.png(), PictureExample.jpeg(), PictureExample.gif(), PictureExample.webp(.lossless),
        ] {
            for length in 0..<whole.count {
                #expect(throws: PictureProblem.self) { try PictureFile(Array(whole.prefix(length))) }
            }
        }
    }
}
