import FitnessMeasure
import Testing

@Suite struct LinePatternTests {
    @Test(arguments: [
        ("{force:number} {unit}", "24.6 kgf", ["force": "24.6", "unit": "kgf"]),
        ("{a:number}", "  + 024.30", ["a": "+ 024.30"]),
        ("{a:number},{b:number}", "-5, 7", ["a": "-5", "b": "7"]),
        ("{a},{b}", "x y ,", ["a": "x y", "b": ""]),
        ("{*},{b:word}{*}", "zz,KG12", ["b": "KG"]),
        ("{d:digits(4)}{m:digits(2)}", "202611", ["d": "2026", "m": "11"]),
        ("A{ }B{ }", "A   B", [:]),
        ("\\x1e\\{{a}\\}\\\\\\r\\n\\t\\e", "\u{1e}{q}\\\r\n\t\u{1b}", ["a": "q"]),
    ])
    func `a line that follows its pattern gives its fields`(pattern: String, line: String, fields: [String: String])
        throws
    {
        #expect(try LinePattern(pattern).match([UInt8](line)) == fields)
    }

    @Test(arguments: [
        ("{a:number},{b:number}", "5", LineFault.truncated),
        ("{a:number},{b:number}", "5,", .truncated),
        ("{a:number},{b:number}", "5,ERR", .badNumber(field: "b")),
        ("{a:number}", "5.", .truncated),
        ("{a:number},", "5.,", .badNumber(field: "a")),
        ("{a:number}", "5x", .mismatch(at: 1)),
        ("{a:number}", "٣", .badNumber(field: "a")),
        ("G,{a}", "H,1", .mismatch(at: 0)),
        ("{a},{b},{*}", "1,2", .truncated),
        ("{a:digits(4)}", "202", .truncated),
        ("{a:digits(4)}", "20267", .mismatch(at: 4)),
        ("{a:digits(4)},", "202,", .mismatch(at: 3)),
        ("{a:word}", "1", .mismatch(at: 0)),
    ])
    func `a line that departs says where`(pattern: String, line: String, fault: LineFault) throws {
        let parsed = try LinePattern(pattern)
        #expect(throws: fault) { try parsed.match([UInt8](line)) }
    }

    @Test(arguments: [
        ("", LinePatternError.empty), ("{a", .unclosedField), ("a}", .strayBrace), ("{A}", .badName("A")),
        ("{}", .badName("")), ("{a:float}", .unknownKind("float")), ("{a:digits(0)}", .unknownKind("digits(0)")),
        ("\\q", .badEscape), ("\\x1", .badEscape), ("{a}{b:number}", .textNeedsLiteral),
        ("{a:number},{a:number}", .nameTwice("a")),
    ])
    func `a text that is no pattern says why`(source: String, error: LinePatternError) {
        #expect(throws: error) { try LinePattern(source) }
    }

    @Test func `a long hostile line ends at once`() throws {
        let pattern = try LinePattern("{a},{b},{c},{d}!")
        let hostile = [UInt8](String(repeating: ",", count: 4096))
        #expect(throws: LineFault.truncated) { try pattern.match(hostile) }
    }
}
