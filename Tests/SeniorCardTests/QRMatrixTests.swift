import SeniorCard
import Testing

struct QRMatrixTests {
    @Test func `a card's symbol is version 1 with its finder patterns`() throws {
        let rows = try QRMatrix(.example()).rows
        #expect(rows.count == 21 && rows.allSatisfy { $0.count == 21 })
        let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"].map {
            $0.map { $0 == "1" }
        }
        for (top, left) in [(0, 0), (0, 14), (14, 0)] {
            #expect(rows[top..<(top + 7)].map { Array($0[left..<(left + 7)]) } == finder)
        }
    }

    /// The format bits beside the upper left finder pattern say level Q: 11 under the mask 10… is 01 (ISO/IEC 18004, 7.9).
    @Test(arguments: 0..<10 as Range<UInt64>) func `the level is Q`(seed: UInt64) throws {
        let rows = try QRMatrix(.example(seed: seed)).rows
        #expect(!rows[8][0] && rows[8][1])
    }

    @Test(arguments: [
        ("", QRMatrixError.doesNotFit(digits: 0)), (String(repeating: "1", count: 28), .doesNotFit(digits: 28)),
        ("12a", .notDigits), ("１", .notDigits),
    ])
    func `what is no row of up to 27 digits is an exact error`(text: String, error: QRMatrixError) {
        #expect(throws: error) { try QRMatrix(digits: text) }
    }

    @Test func `fewer digits fit`() throws {
        #expect(try QRMatrix(digits: "0").rows.count == 21)
    }
}
