import FitnessMeasure
import Testing

@Suite struct GattNumberTests {
    /// The value is the mantissa's digits with the point moved, by arithmetic of its own.
    @Test func `every SFLOAT is its mantissa and exponent, and only exponent 0 has specials`() {
        let specials: [UInt16: GattNumber] = [
            0x07FF: .notANumber, 0x0800: .notAtThisResolution, 0x07FE: .positiveInfinity, 0x0802: .negativeInfinity,
            0x0801: .reserved,
        ]
        for raw in UInt16.min...UInt16.max {
            let low = Int64(raw % 4096)
            let high = Int(raw / 4096)
            let decimal = DecimalValue(mantissa: low < 2048 ? low : low - 4096, exponent: high < 8 ? high : high - 16)
            #expect(GattNumber(sfloat: raw) == specials[raw] ?? .finite(decimal))
        }
    }

    @Test(arguments: [(0xF7FF, "204.7", true), (0x07FF, "NaN", false), (0x0802, "-INF", false), (0xF014, "2.0", false)])
    func `a mantissa that would be special at exponent 0 is kept and doubted`(
        raw: UInt16, text: String, isAmbiguous: Bool
    ) {
        #expect(GattNumber(sfloat: raw).description == text)
        #expect(GattNumber.isAmbiguous(sfloat: raw) == isAmbiguous)
    }

    @Test(arguments: [
        (0xFF00_016E, "36.6"), (0x0080_0002, "-INF"), (0x007F_FFFE, "+INF"), (0x0180_0000, "-83886080"),
        (0xFFFF_FFFF, "-0.1"), (0x7F00_0001, "1" + String(repeating: "0", count: 127)),
    ])
    func `a FLOAT keeps its precision`(raw: UInt32, text: String) {
        #expect(GattNumber(float: raw).description == text)
    }
}
