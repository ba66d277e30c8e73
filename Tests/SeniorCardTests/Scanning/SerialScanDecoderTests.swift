import SeniorCard
import Testing

struct SerialScanDecoderTests {
    private var decoder = SerialScanDecoder(limit: 40, idleGap: .milliseconds(100))

    @Test(arguments: [
        ("123\r", ["123"]), ("123\n", ["123"]), ("123\r\n456\r\n", ["123", "456"]), ("\u{2}123\u{3}", ["123"]),
        ("\u{2}123\u{3}\r\n\u{2}45\r\u{3}", ["123", "45"]), ("\u{2}1\u{2}2\r", ["1", "2"]), ("\r\n\r\n", []), ("", []),
        ("12\u{0}3\u{1D}4\r", ["1234"]), ("안녕\r", ["안녕"]), ("a b\t\r", ["a b"]),
    ])
    mutating func `lines end in many ways`(sent: String, scans: [String]) {
        #expect(decoder.consume(Array(sent.utf8), at: .zero) == scans)
    }

    @Test(arguments: 1...20) mutating func `chunks may be cut anywhere`(size: Int) throws {
        let number = try CardNumber.example().digits
        let bytes = Array("\u{2}\(number)\u{3}\r\n한글\r\n".utf8)
        let scans = stride(from: 0, to: bytes.count, by: size).flatMap {
            decoder.consume(Array(bytes[$0..<min($0 + size, bytes.count)]), at: .zero)
        }
        #expect(scans == [number, "한글"])
    }

    @Test mutating func `silence ends a scan`() {
        #expect(decoder.consume(Array("12".utf8), at: .zero) == [])
        #expect(decoder.consume(Array("3".utf8), at: .milliseconds(99)) == [])
        #expect(decoder.deadline == .milliseconds(199))
        #expect(decoder.flush(at: .milliseconds(198)) == nil)
        #expect(decoder.flush(at: .milliseconds(199)) == "123")
        #expect(decoder.deadline == nil)
        #expect(decoder.consume(Array("4".utf8), at: .seconds(1)) == [])
        #expect(decoder.consume(Array("5\r".utf8), at: .seconds(2)) == ["4", "5"])
    }

    @Test mutating func `a line that is too long is thrown away whole`() {
        let flood = [UInt8](repeating: UInt8(ascii: "9"), count: 1_000_000)
        #expect(decoder.consume(flood, at: .zero) == [])
        #expect(decoder.consume(Array("9\r12\r".utf8), at: .zero) == ["12"])
        #expect(decoder.consume(Array(flood.prefix(40)) + [0x0D], at: .zero).first?.count == 40)
    }

    @Test mutating func `bytes that are no text do no harm`() {
        #expect(decoder.consume([0xFF, 0x31, 0x0D], at: .zero) == ["\u{FFFD}1"])
    }
}
