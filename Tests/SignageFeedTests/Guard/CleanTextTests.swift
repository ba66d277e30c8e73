import Testing

@testable import SignageFeed

@Suite struct CleanTextTests {
    @Test(arguments: [
        ("  경로당   안내\n", "경로당 안내"), ("가\u{202E}나\u{200B}다\u{0}", "가나다"), ("a\u{A0}b", "a b"), ("\u{FEFF}\u{2066}", ""),
        ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
    ])
    func `a line has no tricks in it`(text: String, expected: String) {
        #expect(CleanText.line(text) == expected)
    }

    @Test func `long text is cut with a sign`() {
        #expect(CleanText.line(String(repeating: "가", count: 201)) == String(repeating: "가", count: 199) + "…")
        #expect(CleanText.lines("첫째\n\n \n둘째  줄\r\n") == "첫째\n둘째 줄")
    }

    @Test func `marks cannot pile up`() {
        let piled = "a" + String(repeating: "\u{301}", count: 100_000)
        #expect(CleanText.line(piled).unicodeScalars.count == 4)
    }
}
