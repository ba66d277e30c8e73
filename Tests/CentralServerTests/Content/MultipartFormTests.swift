import Foundation
import Testing

@testable import CentralServer

@Suite struct MultipartFormTests {
    private static let type = "multipart/form-data; boundary=----Line"

    private static func body(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

    @Test func `fields and files are read, also those with line ends and boundaries' beginnings within`() throws {
        let picture: [UInt8] = [0x0D, 0x0A, 0x2D, 0x2D, 0x2D, 0x2D, 0x2D, 0x2D, 0x4C, 0x69, 0x6E, 0, 255, 0x0D]
        let bytes =
            Self.body("------Line\nContent-Disposition: form-data; name=\"title\"\n\n팥죽\n나눔\n")
            + Self.body("------Line\nContent-Disposition: form-data; name=\"file\"; filename=\"../../가.png\"\n")
            + Self.body("Content-Type: text/html\n\n") + picture + Self.body("\n------Line--\n")
        let form = try MultipartForm(bytes, contentType: Self.type)
        #expect(form.fields == ["title": "팥죽\r\n나눔"])
        #expect(form.files == [.init(name: "file", bytes: picture)])
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=\"a b\"", nil), ("multipart/form-data; boundary=ab", "ab"),
        ("Multipart/Form-Data;charset=utf-8; Boundary=\"ab\"", "ab"), ("text/plain; boundary=ab", nil),
        ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
        ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil), ("", nil),
    ])
    func `the boundary is what the standard allows`(type: String, boundary: String?) {
        #expect(MultipartForm.boundary(of: type) == boundary)
    }

    static let refused: [(String, String, MultipartError)] = [
        ("nothing", "", .malformed), ("a preamble", "hello\n------Line--\n", .malformed),
        ("no end", "------Line\nContent-Disposition: form-data; name=\"a\"\n\nb", .malformed),
        ("no empty line", "------Line\nContent-Disposition: form-data; name=\"a\"", .malformed),
        ("an epilogue", "------Line--\nmore", .malformed),
        ("no name", "------Line\nContent-Disposition: form-data\n\nb\n------Line--\n", .badHead),
        ("an empty name", "------Line\nContent-Disposition: form-data; name=\"\"\n\nb\n------Line--\n", .badHead),
        ("no disposition", "------Line\nContent-Type: text/plain\n\nb\n------Line--\n", .badHead),
        (
            "two names", "------Line\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\n\nb\n------Line--\n",
            .badHead
        ),
        ("no quotation marks", "------Line\nContent-Disposition: form-data; name=a\n\nb\n------Line--\n", .badHead),
        (
            "another disposition", "------Line\nContent-Disposition: attachment; name=\"a\"\n\nb\n------Line--\n",
            .badHead
        ),
        (
            "a name twice",
            "------Line\nContent-Disposition: form-data; name=\"a\"\n\nb\n------Line\nContent-Disposition: form-data; name=\"a\"\n\nc\n------Line--\n",
            .repeatedName
        ),
        (
            "a long field",
            "------Line\nContent-Disposition: form-data; name=\"a\"\n\n\(String(repeating: "x", count: 16_385))\n------Line--\n",
            .longField
        ),
        (
            "a long head",
            "------Line\nContent-Disposition: form-data; name=\"a\"\nX: \(String(repeating: "x", count: 5_000))\n\nb\n------Line--\n",
            .longHead
        ),
    ]

    @Test(arguments: refused)
    func `a form that is none is refused`(name: String, text: String, problem: MultipartError) {
        #expect(throws: problem, "\(name)") { try MultipartForm(Self.body(text), contentType: Self.type) }
    }

    @Test func `a field that is no text, and too many fields, are refused`() {
        let head = Self.body("------Line\nContent-Disposition: form-data; name=\"a\"\n\n")
        #expect(throws: MultipartError.notText) {
            try MultipartForm(head + [0xFF, 0xFE] + Self.body("\n------Line--\n"), contentType: Self.type)
        }
        let many = (0..<65).map { "------Line\nContent-Disposition: form-data; name=\"f\($0)\"\n\nb\n" }.joined()
        #expect(throws: MultipartError.tooManyParts) {
            try MultipartForm(Self.body(many + "------Line--\n"), contentType: Self.type)
        }
        #expect(throws: MultipartError.noBoundary) { try MultipartForm(Self.body(many), contentType: "text/html") }
    }

    @Test func `no cut of a form is taken for a form, and no cut crashes`() {
        let whole = Self.body(
            "------Line\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\n\nabc\n------Line--\n")
        for length in 0..<whole.count - 2 {
            #expect(throws: MultipartError.self) {
                try MultipartForm(Array(whole.prefix(length)), contentType: Self.type)
            }
        }
    }
}
