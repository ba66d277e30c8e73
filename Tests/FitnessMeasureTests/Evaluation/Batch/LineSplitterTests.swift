import FitnessMeasure
import Testing

@Suite struct LineSplitterTests {
    private func lines(_ pieces: [String], limit: Int = 8) -> [String] {
        var splitter = LineSplitter(limit: limit)
        let found = pieces.flatMap { splitter.take($0.utf8) } + [splitter.finish()].compactMap(\.self)
        return found.map { line in
            switch line {
            case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
            case .tooLong: "too long"
            }
        }
    }

    @Test(arguments: [
        (["a\nb\n"], ["a", "b"]), (["a\nb"], ["a", "b"]), (["a", "b\nc", "\n"], ["ab", "c"]), ([], []),
        (["\n\na"], ["", "", "a"]), (["12345678\n"], ["12345678"]), (["123456789\nb\n"], ["too long", "b"]),
        (["1234", "56789", "0\nb"], ["too long", "b"]), (["123456789"], ["too long"]),
        (["12345678", "\n9\n"], ["12345678", "9"]),
    ])
    func `lines end where they end, whatever the pieces`(pieces: [String], expected: [String]) {
        #expect(lines(pieces) == expected)
    }
}
