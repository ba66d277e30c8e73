import Crypto
import Foundation
import SeniorCard
import Testing

struct CardNumberTests {
    @Test func `a new number has the format, the digits and the check digits`() throws {
        let digits = try CardNumber.example().digits
        #expect(digits.count == 27 && digits.hasPrefix("1") && digits.allSatisfy { ("0"..."9").contains($0) })
        #expect(digits.reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 } == 1)
    }

    @Test func `the municipality's digits are the MAC of format and random part`() throws {
        let digits = try CardNumber.example().digits
        let key = SymmetricKey(data: Data(repeating: 7, count: 32))
        let signed = Data("sarangbang card number 1\0".utf8) + Data(digits.prefix(13).utf8)
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
        // Long division, digit by digit of base 2^8, kept apart from the product's way.
        let remainder = code.reduce(UInt64(0)) { (($0 * 256) + UInt64($1)) % 1_000_000_000_000 }
        let twelve = String(repeating: "0", count: 12 - String(remainder).count) + String(remainder)
        #expect(digits.dropFirst(13).prefix(12) == twelve)
    }

    @Test func `numbers differ and all random digits occur`() throws {
        let numbers = try (0..<300).map { try CardNumber.example(seed: $0) }
        #expect(Set(numbers).count == 300)
        for place in 1...12 {
            #expect(Set(numbers.map { Array($0.digits)[place] }).count == 10)
        }
    }

    @Test func `a number is genuine for its municipality only`() throws {
        let number = try CardNumber.example()
        #expect(number.isGenuine(for: try .example()))
        #expect(!number.isGenuine(for: try .example(8)))
    }

    @Test(arguments: 1..<25) func `a number with one digit invented is not genuine`(place: Int) throws {
        var digits = Array(try CardNumber.example().digits.prefix(25))
        digits[place] = digits[place] == "0" ? "5" : "0"
        let forged = try CardNumber(parsing: String(digits) + checkDigits(of: String(digits)))
        #expect(!forged.isGenuine(for: try .example()))
    }

    @Test func `printed groups read as the same number`() throws {
        let number = try CardNumber.example()
        #expect(number.groups.map(\.count) == [4, 4, 4, 4, 4, 4, 3])
        #expect(number.groups.joined() == number.digits)
        #expect(try CardNumber(parsing: number.grouped) == number)
        #expect(try CardNumber(parsing: " " + number.groups.joined(separator: "-") + " ") == number)
    }

    @Test(arguments: [
        ("", CardNumberError.wrongLength(0)), ("1", .wrongLength(1)), ("1 2-3", .wrongLength(3)),
        (String(repeating: "1", count: 26), .wrongLength(26)), (String(repeating: "1", count: 28), .wrongLength(28)),
        (String(repeating: "1", count: 100_000), .wrongLength(100_000)), ("https://example.com", .notDigits),
        ("１２３４５６７８９", .notDigits), ("12345678901234567890123456\u{0}", .notDigits),
        ("١٢٣", .notDigits), (String(repeating: "2", count: 27), .unknownFormat(2)),
        (String(repeating: "0", count: 27), .unknownFormat(0)),
        ("1" + String(repeating: "0", count: 26), .wrongCheckDigits),
    ])
    func `other texts are exact errors`(text: String, error: CardNumberError) {
        #expect(throws: error) { try CardNumber(parsing: text) }
    }

    @Test func `any one wrong digit is noticed`() throws {
        let digits = Array(try CardNumber.example().digits)
        for place in 1..<27 {
            for digit in "0123456789" where digit != digits[place] {
                var wrong = digits
                wrong[place] = digit
                #expect(throws: CardNumberError.wrongCheckDigits) { try CardNumber(parsing: String(wrong)) }
            }
        }
    }

    @Test func `two neighbours swapped are noticed`() throws {
        let digits = Array(try CardNumber.example().digits)
        for place in 1..<26 where digits[place] != digits[place + 1] {
            var wrong = digits
            wrong.swapAt(place, place + 1)
            #expect(throws: CardNumberError.wrongCheckDigits) { try CardNumber(parsing: String(wrong)) }
        }
    }

    /// 00, 01 and 99 leave the same remainders as 97, 98 and 02, and are never printed.
    @Test func `each number has one pair of check digits only`() throws {
        let body = try CardNumber.example().digits.prefix(25)
        let accepted = (0..<100).filter { check in
            let text = body + (check < 10 ? "0" : "") + String(check)
            return Scan(String(text)) != .damagedCard
        }
        #expect(accepted.count == 1)
    }

    @Test func `a digest is stable, keyed, and apart from the number's own MAC`() throws {
        let number = try CardNumber.example()
        let key = SymmetricKey(data: Data(repeating: 7, count: 32))
        let signed = Data("sarangbang card digest 1\0".utf8) + Data(number.digits.utf8)
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
        #expect(number.digest(try .example()) == code.map { String(format: "%02x", $0) }.joined())
        #expect(number.digest(try .example()) != number.digest(try .example(8)))
    }

    @Test func `neither number nor key shows itself in a log`() throws {
        let number = try CardNumber.example()
        #expect(!"\(number) \(String(reflecting: number))".contains(number.digits.suffix(6)))
        #expect("\(try MunicipalityKey.example())" == "MunicipalityKey(…)")
    }

    @Test(arguments: [0, 31, 33]) func `a key has 32 bytes`(count: Int) {
        #expect(throws: MunicipalityKeyError.wrongLength(count)) {
            try MunicipalityKey(bytes: [UInt8](repeating: 1, count: count))
        }
    }

    /// ISO 7064 mod 97-10, written anew: the only two digits after which the remainder is 1.
    private func checkDigits(of digits: String) -> String {
        let pairs = (2...98).map { ($0 < 10 ? "0" : "") + String($0) }
        return pairs.first { pair in
            (digits + pair).reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 } == 1
        } ?? ""
    }
}
