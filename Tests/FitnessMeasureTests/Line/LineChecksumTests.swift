import FitnessMeasure
import Testing

@Suite struct LineChecksumTests {
    @Test(
        arguments: [
            (LineChecksum.Encoding.byte, [0x4b, 0x37]), (.lowFirst, [0x37, 0x4b]), (.hex, Array("4B37".utf8)),
            (.decimal, Array("19255".utf8)),
        ] as [(LineChecksum.Encoding, [UInt8])])
    func `a check of two bytes is written`(encoding: LineChecksum.Encoding, bytes: [UInt8]) throws {
        let kind = LineChecksum.Kind.crc(try #require(CyclicRedundancyCheck(named: "crc16-modbus")))
        let checksum = LineChecksum(kind: kind, range: .body, encoding: encoding)
        #expect(checksum.bytes(for: Array("123456789".utf8)) == bytes && checksum.length == bytes.count)
    }

    /// STX, body, check in the body's last bytes, ETX.
    @Test func `a check before the end mark is taken off the body`() throws {
        let yaml = """
            profile: x
            title: x
            verified: true
            source: x
            port: /dev/x
            serial: { baud: 9600 }
            frame: { start: "\\x02", end: "\\x03" }
            checksum: { kind: crc16-modbus, encoding: hex, before_end: true }
            line: { whole: ["{a:digits}"] }
            values: [{ quantity: grip, field: a, unit: kg }]
            """
        let profile = try LineProfile(yaml: yaml, file: "x.yaml")
        let value = try #require(try profile.messages([UInt8]("\u{2}1234567894B37\u{3}")).first?.get().value)
        #expect(value.values.map(\.value) == ["123456789"])
        #expect(
            profile.messages([UInt8]("\u{2}1234567894b38\u{3}")) == [
                .failure(.badChecksum(expected: [UInt8]("4B37"), found: [UInt8]("4b38")))
            ])
        #expect(profile.messages([UInt8]("\u{2}4B3\u{3}")) == [.failure(.truncated)])
    }
}
