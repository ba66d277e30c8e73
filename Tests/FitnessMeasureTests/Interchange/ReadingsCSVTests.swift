import Foundation
import Testing

@testable import FitnessMeasure

@Suite struct ReadingsCSVTests {
    private func rows(_ bytes: [UInt8]) throws -> [CSVTable.Row] {
        try CSVTable(name: "readings.csv", text: String(decoding: bytes, as: UTF8.self)).rows
    }

    private func correction(_ reason: String) -> Correction {
        Correction(at: .sample, by: "S-3", from: nil, reason: reason)
    }

    @Test func `every value has its row, also one that could not be had`() throws {
        var record = MeasuredRecord.pressure()
        record.absent = ["spo2": .notPerformed]
        let rows = try rows(try ReadingsCSV([record]).bytes())
        #expect(try rows.map { try $0.text("value") } == ["142", "88", "106", "71", ""])
        #expect(try rows.map { try $0.text("absent_reason") } == ["", "", "", "", "not-performed"])
        #expect(try rows[0].text("taken_at") == "2026-11-21T10:30:05.250+09:00")
        #expect(try rows[0].text("device_time") == "2026-11-21T10:29:58")
        #expect(try rows[0].text("calibrated_on") == "2026-03-02")
        #expect(try rows[0].text("firmware") == "1.03")
        #expect(try rows[0].text("raw") == "0x0102")
    }

    @Test(arguments: ["2", "2.0", "2.00", "-4.0", "0.10"] as [DecimalValue])
    func `digits stay as the device sent them, and a minus is no formula`(value: DecimalValue) throws {
        let record = MeasuredRecord.example([QuantityValue(.reach, value, .centimetre)], test: .sitAndReach)
        #expect(try rows(try ReadingsCSV([record]).bytes())[0].text("value") == value.description)
    }

    @Test(arguments: [
        "=1+1", "+82", "-x", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＠x", "'=1", "''+", "'", "plain", "", "a=b", "한글",
    ])
    func `no text can be taken for a formula, and every text can be had back`(text: String) throws {
        var record = MeasuredRecord.pressure()
        record.device.model = text
        let field = try rows(try ReadingsCSV([record]).bytes())[0].text("model")
        #expect(field.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } != true)
        #expect(CSVWriting.unguarded(field) == text)
    }

    @Test(arguments: ["a,b", "say \"x\"", "two\nlines", "\"", ",", "\r\n", "a | b"])
    func `quotes keep fields together`(reason: String) throws {
        var record = MeasuredRecord.pressure()
        record.corrections = [correction(reason), correction("second")]
        let rows = try rows(try ReadingsCSV([record]).bytes())
        #expect(rows.count == 4)
        let expected = reason.replacing(" | ", with: " / ") + " | second"
        #expect(CSVWriting.unguarded(try rows[0].text("correction_reason")) == expected)
    }

    @Test func `lines end as the standard says, after a mark for Excel`() throws {
        let bytes = try ReadingsCSV([.pressure()]).bytes()
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
        #expect(bytes.indices.allSatisfy { bytes[$0] != 0x0A || bytes[$0 - 1] == 0x0D })
    }

    @Test func `Korean is written in code page 949`() throws {
        var record = MeasuredRecord.pressure()
        record.device.model = "똠방각하"
        let bytes = try ReadingsCSV([record]).bytes(.cp949(.refuse))
        #expect(bytes.first != 0xEF)
        // 똠 is not among KS X 1001's 2,350 syllables; code page 949 has it at 8C63.
        #expect(bytes.indices.contains { bytes[$0...].starts(with: [0x8C, 0x63, 0xB9, 0xE6]) })
    }

    @Test func `a character that the code page lacks is refused by its column, or replaced`() throws {
        var record = MeasuredRecord.pressure()
        record.corrections = [correction("é🙂끝")]
        let table = ReadingsCSV([record])
        #expect(throws: InterchangeError.notEncodable(column: "correction_reason")) {
            try table.bytes(.cp949(.refuse))
        }
        let bytes = try table.bytes(.cp949(.replace))
        #expect(bytes.indices.contains { bytes[$0...].starts(with: [0x3F, 0x3F, 0xB3, 0xA1]) })
    }

    @Test func `the dictionary says of every column what it is, in the columns' order`() throws {
        let dictionary = try rows(try ReadingsCSV.dictionary())
        let text = String(decoding: try ReadingsCSV([]).bytes().dropFirst(3), as: UTF8.self)
        #expect(try dictionary.map { try $0.text("column") }.joined(separator: ",") + "\r\n" == text)
        for row in dictionary {
            #expect(try !row.text("meaning_ko").isEmpty && !row.text("meaning_en").isEmpty)
            #expect(try !row.text("source").isEmpty)
        }
    }

    @Test func `the columns stay where they are`() throws {
        let first = [
            "record_id", "subject", "test", "quantity", "value", "unit", "absent_reason", "status", "taken_at",
            "device_time", "device_ahead_s", "device_sequence", "device_key", "manufacturer", "model", "serial",
            "firmware", "calibrated_on", "simulated", "protocol", "protocol_followed", "quality_flags", "raw",
            "corrected_at", "corrected_by", "corrected_from", "correction_reason",
        ]
        #expect(Array(ReadingsCSV.columns.map(\.name).prefix(first.count)) == first)
    }
}
