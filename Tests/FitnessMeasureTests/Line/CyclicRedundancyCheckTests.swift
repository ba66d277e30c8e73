import FitnessMeasure
import Testing

/// Check values of the "Catalogue of parametrised CRC algorithms", each over the nine digits.
@Suite struct CyclicRedundancyCheckTests {
    @Test(
        arguments: [
            ("crc8-smbus", 0xF4), ("crc8-maxim", 0xA1), ("crc16-arc", 0xBB3D), ("crc16-modbus", 0x4B37),
            ("crc16-xmodem", 0x31C3), ("crc16-ccitt-false", 0x29B1), ("crc16-kermit", 0x2189), ("crc32", 0xCBF4_3926),
        ] as [(String, UInt32)])
    func `the published check value comes out`(name: String, check: UInt32) throws {
        let algorithm = try #require(CyclicRedundancyCheck(named: name))
        #expect(algorithm.value(of: Array("123456789".utf8)) == check)
    }

    @Test func `every name that a profile may use is among them`() {
        #expect(CyclicRedundancyCheck.names.count == 8)
        #expect(CyclicRedundancyCheck(named: "crc17") == nil)
    }
}
