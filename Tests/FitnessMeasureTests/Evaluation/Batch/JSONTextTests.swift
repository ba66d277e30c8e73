import Testing

@testable import FitnessMeasure

@Suite struct JSONTextTests {
    @Test(
        arguments: [
            ("0", DecimalValue(mantissa: 0)), ("-0", DecimalValue(mantissa: 0)), ("24.30", "24.30"), ("-7.3", "-7.3"),
            ("1e2", DecimalValue(mantissa: 1, exponent: 2)), ("2.45E+1", DecimalValue(mantissa: 245, exponent: -1)),
            ("5e-3", "0.005"), ("0.1", "0.1"), ("999999999999999999", "999999999999999999"),
            ("0.000000000000000001", DecimalValue(mantissa: 1, exponent: -18)),
        ] as [(String, DecimalValue)])
    func `a number keeps its digits`(text: String, expected: DecimalValue) throws {
        #expect(try JSONText(text.utf8) == .number(expected))
    }

    @Test(arguments: [
        "", " ", "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x10", "NaN", "Infinity", "tru", "nulll", "\"", "\"\\q\"",
        "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\u{1}\"", "[1,]", "[1 2]", "[", "{", "{}x",
        "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}", "1 2", "// c\n1",
    ])
    func `what is not JSON is refused`(text: String) {
        let error = #expect(throws: JSONTextError.self) { try JSONText(text.utf8) }
        guard case .malformed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        ("1234567890123456789", JSONTextError.tooManyDigits), ("1e1000", .tooManyDigits),
        ("1e99999999999999999999", .tooManyDigits),
        ("{\"a\":1,\"a\":2}", .duplicateKey), ("{\"a\":1,\"\\u0061\":2}", .duplicateKey),
        ("[[[[[[[[[1]]]]]]]]]", .tooDeep),
    ])
    func `what cannot be kept exactly is refused`(text: String, error: JSONTextError) {
        #expect(throws: error) { try JSONText(text.utf8) }
    }

    @Test func `bytes that are no text are refused`() {
        #expect(throws: JSONTextError.notUTF8) { try JSONText([0x22, 0xff, 0x22]) }
    }

    @Test func `every kind of value is read`() throws {
        let text = " { \"a\" : [ true , false , null , [ ] , { } ] , \"\\u00e9\\n\\ud83d\\ude00\\/\" : \"김\" } "
        guard case .object(let object) = try JSONText(text.utf8) else {
            Issue.record("no object")
            return
        }
        #expect(object["a"] == .array([.bool(true), .bool(false), .null, .array([]), .object(JSONObject())]))
        #expect(object["é\n😀/"] == .string("김"))
        #expect(object["b"] == nil)
    }

    @Test func `every strict prefix of a line is refused`() throws {
        let line = Array("{\"id\":\"a\",\"sex\":\"F\",\"age\":73,\"readings\":{\"weight\":54.0}}".utf8)
        #expect(throws: Never.self) { try JSONText(line) }
        for length in 0..<line.count { #expect(throws: JSONTextError.self) { try JSONText(line.prefix(length)) } }
    }
}
