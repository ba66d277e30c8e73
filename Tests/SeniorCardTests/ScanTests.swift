import SeniorCard
import Testing

struct ScanTests {
    @Test func `a card is a card, however the scanner wraps it`() throws {
        let number = try CardNumber.example()
        for text in [number.digits, "\(number.digits)\r\n", "]Q1\(number.digits)", "  \(number.grouped)\t"] {
            #expect(Scan(text) == .card(number))
        }
    }

    @Test func `a card with a digit misread or lost is a damaged card`() throws {
        let digits = try CardNumber.example().digits
        for place in 0..<27 {
            var wrong = Array(digits)
            wrong[place] = wrong[place] == "9" ? "3" : "9"
            #expect(Scan(String(wrong)) == .damagedCard, "place \(place)")
        }
        #expect(Scan(String(digits.dropLast())) == .damagedCard)
        #expect(Scan(String(digits.prefix(20))) == .damagedCard)
        #expect(Scan(digits + "12") == .damagedCard)
    }

    @Test(arguments: [
        ("8801234567893", Scan.barcode), ("4006381333931", .barcode), ("73513537", .barcode),
        ("036000291452", .barcode),
        ("01234565", .barcode), ("10012345678902", .barcode), ("]E04006381333931", .barcode),
        ("4006381333932", .foreign), ("73513538", .foreign), ("1234567", .foreign), ("12345678901234567", .foreign),
        ("https://example.com/p?x=1", .link), ("HTTP://EXAMPLE.COM", .link), ("www.example.com", .link),
        ("tel:0212345678", .link), ("mailto:a@example.com", .link), ("market://details", .link),
        ("WIFI:S:net;;", .foreign), ("BEGIN:VCARD", .foreign), ("안녕하세요", .foreign), ("://x", .foreign),
        ("1a://x", .foreign),
        ("12:30", .foreign), ("2" + "34567890123456789012345678", .damagedCard), ("\u{0}\u{1}", .foreign),
        ("]", .foreign),
        ("1234567890123456789", .foreign), ("3456789012345678901234", .foreign),
        ("", .empty), (" \t\r\n", .empty), ("]Q1", .empty),
    ])
    func `other scans are sorted`(text: String, scan: Scan) {
        #expect(Scan(text) == scan)
    }

    @Test func `very long texts are foreign`() {
        #expect(Scan(String(repeating: "1", count: 1_000_000)) == .foreign)
        #expect(Scan("https://" + String(repeating: "a", count: 1_000_000)) == .foreign)
    }
}
