import Foundation
import Testing

@testable import FitnessMeasure

@Suite struct FHIRValueTests {
    @Test(
        arguments: [
            ("2", "2"), ("2.0", "2.0"), ("2.00", "2.00"), ("-0.5", "-0.5"), ("0.00", "0.00"), ("0.10", "0.10"),
            ("123456789012345.678", "123456789012345.678"),
        ] as [(DecimalValue, String)])
    func `a number keeps the digits that a device sent`(value: DecimalValue, json: String) {
        #expect((["value": .decimal(value)] as FHIRObject).json == "{\"value\":\(json)}")
    }

    /// HL7's example of the Personal Health Device guide: 0xF014 is 2.0.
    @Test func `the guide's own number keeps its zero`() throws {
        let value = try #require(GattNumber(sfloat: 0xF014).decimal)
        #expect((["value": .decimal(value)] as FHIRObject).json == "{\"value\":2.0}")
    }

    @Test func `what is empty is left out, as FHIR wants`() {
        let object: FHIRObject = [
            "a": nil, "b": .text(""), "c": .list([]), "d": .object([:]), "e": .flag(false), "f": .whole(0),
        ]
        #expect(object.json == "{\"e\":false,\"f\":0}")
    }

    @Test func `members keep their order, and lists have their commas`() {
        let object: FHIRObject = ["z": .whole(1), "a": .list([.flag(true), .text("x"), .object(["b": .whole(2)])])]
        #expect(object.json == "{\"z\":1,\"a\":[true,\"x\",{\"b\":2}]}")
    }

    @Test(arguments: ["\"", "\\", "\n\r\t", "가 나", "🙂", "</script>"])
    func `any text survives`(text: String) throws {
        let json = (["t": .text(text)] as FHIRObject).json
        #expect(try JSONDecoder().decode([String: String].self, from: Data(json.utf8)) == ["t": text])
    }

    @Test func `other control characters become a space`() {
        #expect((["t": .text("a\u{1}b\u{1F}c")] as FHIRObject).json == "{\"t\":\"a b c\"}")
    }

    @Test(
        arguments: [
            (0, 0, "1970-01-01T00:00:00+00:00"), (1_795_224_605.25, 540, "2026-11-21T10:30:05.250+09:00"),
            (951_782_399, 0, "2000-02-28T23:59:59+00:00"), (951_868_799, 60, "2000-03-01T00:59:59+01:00"),
            (-1, -210, "1969-12-31T20:29:59-03:30"), (4_107_542_400, 0, "2100-03-01T00:00:00+00:00"),
            (1_795_224_605.001, 0, "2026-11-21T01:30:05.001+00:00"),
        ] as [(Double, Int, String)])
    func `a moment has its zone`(seconds: Double, zone: Int, text: String) {
        #expect(FHIRMoment(Date(timeIntervalSince1970: seconds), zone: zone).text == text)
    }

    @Test func `every day of four centuries is the calendar's`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: -36_525, to: 109_575, by: 17) {
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            let time = DeviceTime(day: day, second: 0)
            #expect(time.year == parts.year && time.month == parts.month && time.day == parts.day)
        }
    }
}
