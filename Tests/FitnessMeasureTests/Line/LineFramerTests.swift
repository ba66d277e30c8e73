import FitnessMeasure
import Testing

@Suite struct LineFramerTests {
    private func framing(_ kind: LineFraming.Kind, maximum: Int = 8) -> LineFraming {
        LineFraming(kind: kind, maximum: maximum, timeout: .seconds(1))
    }

    private func bodies(_ kind: LineFraming.Kind, _ chunks: [String], silence: Bool = false) -> [Result<
        String, LineFault
    >] {
        var framer = LineFramer(framing(kind))
        var frames = chunks.flatMap { framer.append([UInt8]($0)) }
        if silence { frames += [framer.silence()].compactMap { $0 } }
        return frames.map { $0.map { String(decoding: $0.body, as: UTF8.self) } }
    }

    private let line = LineFraming.Kind.delimiter([0x0d, 0x0a])
    private let marks = LineFraming.Kind.marks(start: [0x02], end: [0x03], check: 1)

    @Test func `lines are found however they are chopped`() {
        #expect(bodies(line, ["ab\r", "\ncd\r\n\r\ne"]) == [.success("ab"), .success("cd")])
        #expect(bodies(line, ["ab\r\ncd"], silence: true) == [.success("ab"), .failure(.truncated)])
    }

    @Test func `every cut of a good stream gives the same frames`() {
        let stream = "\u{2}G,1\u{3}x\u{2}G,2\u{3}\u{2}"
        for cut in 0...stream.count {
            let chunks = [String(stream.prefix(cut)), String(stream.dropFirst(cut))]
            #expect(bodies(marks, chunks) == [.success("G,1"), .success("G,2")])
        }
    }

    @Test func `a check byte may look like a mark`() {
        #expect(bodies(marks, ["\u{2}a\u{3}\u{2}\u{2}b\u{3}\u{3}"]) == [.success("a"), .success("b")])
    }

    @Test func `a start in the middle begins anew and the half is reported`() {
        #expect(bodies(marks, ["\u{2}G,1\u{2}G,2\u{3}x"]) == [.failure(.truncated), .success("G,2")])
        #expect(bodies(marks, ["\u{2}\u{2}G,2\u{3}x"]) == [.success("G,2")])
    }

    @Test func `bytes between frames are counted and nothing else`() {
        var framer = LineFramer(framing(marks))
        #expect(framer.append([UInt8]("\r\nzz\u{2}a\u{3}x")).count == 1)
        #expect(framer.strayBytes == 4)
        #expect(framer.silence() == nil)
    }

    @Test func `a frame that is too long is refused once and the next one counts`() {
        #expect(bodies(line, ["123456789ABCDEF\r\nok\r\n"]) == [.failure(.tooLong(maximum: 8)), .success("ok")])
        #expect(bodies(line, ["12345678\r\n"]) == [.success("12345678")])
        #expect(
            bodies(marks, ["\u{2}123456789ABC\u{3}x\u{2}ok\u{3}x"]) == [.failure(.tooLong(maximum: 8)), .success("ok")])
        #expect(bodies(marks, ["\u{2}12345678\u{3}x"]) == [.success("12345678")])
    }

    @Test func `endless bytes without a mark stay bounded`() {
        var framer = LineFramer(framing(marks))
        let flood = [UInt8](repeating: 0x41, count: 100_000)
        #expect(framer.append([0x02] + flood) == [.failure(.tooLong(maximum: 8))])
        #expect(framer.append(flood).isEmpty)
    }

    @Test func `counted frames and frames that end in silence`() {
        #expect(bodies(.length(3), ["abcd", "ef"]) == [.success("abc"), .success("def")])
        #expect(bodies(.length(3), ["abcd"], silence: true) == [.success("abc"), .failure(.truncated)])
        #expect(bodies(.silence, ["ab", "cd"], silence: true) == [.success("abcd")])
    }

    @Test func `the raw bytes hold the marks and the check`() throws {
        var framer = LineFramer(framing(marks))
        let frame = try #require(try framer.append([0x02, 0x41, 0x03, 0x99]).first?.get())
        #expect(frame == LineFrame(body: [0x41], check: [0x99], raw: [0x02, 0x41, 0x03, 0x99]))
    }

    @Test(
        arguments: [
            (LineChecksum(kind: .xor, range: .body), [0xa0]), (LineChecksum(kind: .sum, range: .body), [0xa2]),
            (LineChecksum(kind: .twos, range: .body), [0x5e]),
            (LineChecksum(kind: .sum, range: .body, encoding: .hex), [0x41, 0x32]),
        ] as [(LineChecksum, [UInt8])])
    func `a checksum of two bytes`(checksum: LineChecksum, bytes: [UInt8]) {
        #expect(checksum.bytes(for: [0x01, 0xa1] as [UInt8]) == bytes)
    }
}
