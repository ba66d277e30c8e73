import FitnessMeasure
import Foundation
import Testing

@Suite struct TestProtocolFileTests {
    private let text: String
    init() throws {
        text = try String(
            contentsOf: batteryFolder.appending(path: "tests/chair_stand_30s.yaml"), encoding: .utf8)
    }

    private func error(_ yaml: String) -> DataFileError? {
        do throws(DataFileError) {
            _ = try TestProtocol(yaml: yaml, file: "x.yaml")
            return nil
        } catch {
            return error
        }
    }

    /// The line on which a passage of the shipped file stands.
    private func line(of passage: String) throws -> Int {
        let range = try #require(text.range(of: passage))
        return text[..<range.lowerBound].count { $0 == "\n" } + 1
    }

    @Test(
        arguments: [
            ("factor: lower_strength", "factor: legs", "factor"), ("effort: moving", "effort: hard", "effort"),
            ("trials: 1", "trials: 0", "trials"), ("trials: 1", "trials: one", "trials"),
            ("kind: countdown", "kind: sundial", "capture.timer.kind"),
            ("seconds: 30", "seconds: 4000", "capture.timer.seconds"),
            ("[ten_seconds_left]", "[go]", "capture.timer.cues[0]"),
            ("[ten_seconds_left]", "[halfway, halfway]", "capture.timer.cues[1]"),
            ("late_count: true", "late_count: perhaps", "capture.timer.late_count"),
            ("better: higher", "better: more", "better"),
            ("[chair, stopwatch]", "[chair, chair]", "equipment[1]"), ("counts: last", "counts: first", "counts"),
            ("counts: last", "count: last", "count"), ("test: chair_stand_30s", "test: \"\"", "test"),
        ])
    func `an error names file, line and field`(passage: String, other: String, field: String) throws {
        let found = try #require(error(text.editing(passage, to: other)))
        #expect(found.file == "x.yaml" && found.field == field)
        #expect(found.line == (try line(of: passage)))
        #expect(found.description.hasPrefix("x.yaml:\(found.line): \(field): "))
    }

    @Test func `a language may not be missing`() throws {
        let end = try #require(text.range(of: "factor:"))
        let head = text[..<end.lowerBound].split(separator: "\n").filter { !$0.contains("zh:") }
        let found = try #require(error(head.joined(separator: "\n") + "\n" + text[end.lowerBound...]))
        #expect(found.field == "name.zh" && found.fault == .missing)
    }

    @Test func `what the kiosk's screens know cannot be changed by a file`() throws {
        let found = try #require(error(text.editing("better: higher", to: "better: lower")))
        #expect(found.fault == .disagrees(with: "the built-in test chair_stand_30s"))
    }

    @Test func `the best of several needs a direction`() throws {
        let weight = try String(contentsOf: batteryFolder.appending(path: "tests/weight.yaml"), encoding: .utf8)
        let found = try #require(error(weight.editing("counts: last", to: "counts: best")))
        #expect(found.field == "counts" && found.fault == .disagrees(with: "better"))
    }

    @Test(
        arguments: [
            ("", DataFileError.Fault.missing), ("- a", .notMapping), ("7", .notMapping),
            (String(repeating: "x", count: 70_000), .tooLong(limit: 65_536)),
            (String(repeating: "[", count: 60_000), .tooDeep(limit: 64)),
            (String(repeating: "- ", count: 30_000), .tooDeep(limit: 64)),
        ])
    func `what is no page of data is refused without harm`(yaml: String, fault: DataFileError.Fault) {
        #expect(error(yaml)?.fault == fault)
    }

    @Test func `a key that stands twice is an error with its line`() throws {
        let found = try #require(error("test: a\ntest: b\n"))
        #expect(found.fault == .doubled("test"))
    }

    @Test func `what is no YAML is an error with its line`() throws {
        let found = try #require(error("test: a\nname: {ko: a\n"))
        guard case .notYAML = found.fault else {
            Issue.record("\(found)")
            return
        }
        #expect(found.line >= 2)
    }
}
