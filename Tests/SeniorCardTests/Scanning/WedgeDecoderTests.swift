import SeniorCard
import Testing

struct WedgeDecoderTests {
    private var decoder = WedgeDecoder(limit: 40, idleGap: .milliseconds(100))

    /// An event as the kernel writes it, with a time that must not matter.
    private func event(type: UInt16 = 1, _ code: UInt16, _ value: Int32) -> [UInt8] {
        let time: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]
        return time + withUnsafeBytes(of: type, Array.init) + withUnsafeBytes(of: code, Array.init)
            + withUnsafeBytes(of: value, Array.init)
    }

    /// A key pressed and let go, with the events that a real keyboard sends around it.
    private func key(_ code: UInt16) -> [UInt8] {
        event(type: 4, 4, 458_756) + event(code, 1) + event(type: 0, 0, 0) + event(code, 0) + event(type: 0, 0, 0)
    }

    private func digits(_ text: String) -> [UInt8] {
        text.compactMap(\.wholeNumberValue).flatMap { key($0 == 0 ? 11 : UInt16($0 + 1)) }
    }

    @Test(arguments: [28, 96] as [UInt16]) mutating func `digits end at Enter`(enter: UInt16) {
        #expect(decoder.consume(digits("1234567890") + key(enter), at: .zero) == ["1234567890"])
        #expect(decoder.deadline == nil)
    }

    @Test(arguments: 1...49) mutating func `chunks may be cut anywhere`(size: Int) throws {
        let number = try CardNumber.example().digits
        let bytes = digits(number) + key(28) + digits("42") + key(28)
        let scans = stride(from: 0, to: bytes.count, by: size).flatMap {
            decoder.consume(Array(bytes[$0..<min($0 + size, bytes.count)]), at: .zero)
        }
        #expect(scans == [number, "42"])
    }

    @Test(
        arguments: [
            (2...13, "1234567890-=", "!@#$%^&*()_+"), (16...27, "qwertyuiop[]", "QWERTYUIOP{}"),
            (30...41, "asdfghjkl;'`", "ASDFGHJKL:\"~"), (43...53, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
        ] as [(ClosedRange<UInt16>, String, String)])
    mutating func `all keys are read as the US layout`(codes: ClosedRange<UInt16>, plain: String, shifted: String) {
        let row = codes.flatMap(key)
        #expect(decoder.consume(row + key(28), at: .zero) == [plain])
        #expect(decoder.consume(event(42, 1) + row + event(42, 0) + key(28), at: .zero) == [shifted])
    }

    @Test mutating func `letters and signs, plain and shifted`() {
        let letters = [16, 30, 44, 53, 39, 12].map(UInt16.init)
        #expect(decoder.consume(letters.flatMap(key) + key(28), at: .zero) == ["qaz/;-"])
        for shift in [42, 54] as [UInt16] {
            let shifted = event(shift, 1) + event(shift, 2) + letters.flatMap(key) + event(shift, 0) + key(16) + key(28)
            #expect(decoder.consume(shifted, at: .zero) == ["QAZ?:_q"])
        }
    }

    @Test mutating func `the number pad types digits`() {
        let pad: [UInt16] = [82, 79, 80, 81, 75, 76, 77, 71, 72, 73]
        #expect(decoder.consume(pad.flatMap(key) + key(96), at: .zero) == ["0123456789"])
    }

    @Test mutating func `Caps Lock, repeats, releases and other events do not matter`() {
        let noise = key(58) + event(type: 2, 0, 5) + event(type: 17, 1, 1) + event(type: 3, 30, 1)
        let held = event(30, 1) + event(30, 2) + event(30, 2) + event(30, 0)
        #expect(decoder.consume(noise + held + event(28, 0) + event(28, 2) + key(28), at: .zero) == ["a"])
    }

    @Test mutating func `control combinations are left out`() {
        let combination = event(29, 1) + key(46) + event(29, 0)
        #expect(decoder.consume(digits("1") + combination + digits("2") + key(28), at: .zero) == ["12"])
    }

    @Test mutating func `silence ends a scan`() {
        #expect(decoder.consume(digits("123"), at: .milliseconds(10)) == [])
        #expect(decoder.deadline == .milliseconds(110))
        #expect(decoder.flush(at: .milliseconds(109)) == nil)
        #expect(decoder.flush(at: .milliseconds(110)) == "123")
        #expect(decoder.flush(at: .milliseconds(999)) == nil)
        #expect(decoder.consume(digits("4"), at: .seconds(1)) == [])
        #expect(decoder.consume(digits("5") + key(28), at: .seconds(2)) == ["4", "5"])
    }

    @Test mutating func `a scan that is too long is thrown away whole`() {
        let long = String(repeating: "7", count: 41)
        #expect(decoder.consume(digits(long) + key(28) + digits("12") + key(28), at: .zero) == ["12"])
        #expect(decoder.consume(digits(String(repeating: "7", count: 40)) + key(28), at: .zero).first?.count == 40)
        #expect(decoder.consume(digits(long), at: .zero) == [])
        #expect(decoder.flush(at: .seconds(1)) == nil)
        #expect(decoder.consume(digits("3") + key(28), at: .seconds(2)) == ["3"])
    }

    @Test mutating func `a scan of which the kernel lost events is thrown away`() {
        let bytes = digits("12") + event(42, 1) + event(type: 0, 3, 0) + digits("34") + key(28) + key(16) + key(28)
        #expect(decoder.consume(bytes, at: .zero) == ["q"])
    }

    @Test mutating func `Enter alone is no scan`() {
        #expect(decoder.consume(key(28) + key(96), at: .zero) == [])
    }
}
