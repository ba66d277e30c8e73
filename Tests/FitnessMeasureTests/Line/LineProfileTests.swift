import FitnessMeasure
import Foundation
import Testing

@Suite struct LineProfileTests {
    @Test func `every shipped profile can be read and none claims to be verified`() throws {
        let shelf = try LineProfiles(folder: deviceProfiles)
        #expect(shelf.problems == [])
        #expect(
            shelf.profiles.map(\.id) == [
                "and-tm2657", "force-gauge", "grip-serial", "gtech-gl150", "gtech-gl310-printer", "omron-hbp9020",
                "tanita-sc", "terumo-bp500",
            ])
        #expect(shelf.profiles.allSatisfy { !$0.isVerified && !$0.source.isEmpty })
        #expect(shelf["force-gauge"]?.poll == LinePoll(bytes: [UInt8]("?\r\n"), interval: .milliseconds(500)))
    }

    private let good = """
        profile: x
        title: x
        verified: false
        source: x
        port: /dev/x
        serial: { baud: 9600 }
        frame: { delimiter: "\\n" }
        line: { whole: ["{a:number}{unit}"] }
        values: [{ quantity: grip, field: a, unit: kg, min: 0.5, max: 90 }]

        """

    @Test(arguments: [
        ("baud: 9600", "baud: 9601", "serial.baud", "9601 is none of"),
        ("baud: 9600", "boud: 9600", "serial.boud", "unknown key"),
        ("title: x\n", "", "title", "is missing"),
        ("field: a", "field: b", "values", "no field \"b\" in line"),
        ("{a:number}", "{a:nummer}", "line.whole", "\"nummer\" is not"),
        ("min: 0.5", "min: 95", "values[0].min", "95 is above 90"),
        ("min: 0.5", "min: low", "values[0].min", "not a plain decimal"),
        ("delimiter: \"\\n\"", "delimiter: \"\\n\", length: 4", "frame.delimiter", "exactly one of"),
        ("delimiter: \"\\n\"", "delimiter: \"é\"", "frame.delimiter", "not ASCII"),
        ("delimiter: \"\\n\"", "delimiter: [10, 300]", "frame.delimiter", "300 is not a byte"),
        ("port: /dev/x", "port: x", "port", "not a path"),
        ("title: x\n", "title: x\nchecksum: { kind: xor, range: body }\n", "checksum", "needs a frame with start"),
        ("profile: x", "profile: X y", "profile", "is not made of"),
        ("title: x\n", "title: x\nstable: { field: unit, stable: [S], live: [S] }\n", "stable.stable", "needs a word"),
    ])
    func `a broken profile names its file, its key and what is wrong`(
        old: String, new: String, key: String, what: String
    ) throws {
        #expect(throws: Never.self) { try LineProfile(yaml: good, file: "x.yaml") }
        let yaml = good.replacingOccurrences(of: old, with: new)
        let error = #expect(throws: LineProfileError.self) { try LineProfile(yaml: yaml, file: "x.yaml") }
        #expect(error?.file == "x.yaml" && error?.key == key)
        #expect(error?.what.contains(what) == true, "\(String(describing: error))")
    }

    @Test func `text that is no YAML, or no profile, is an error`() {
        for text in ["a: [", "", "- 1", String(repeating: "#", count: 70_000)] {
            #expect(throws: LineProfileError.self) { try LineProfile(yaml: text, file: "x.yaml") }
        }
    }

    @Test func `one broken file does not take the others away`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try good.write(to: folder.appending(path: "a.yaml"), atomically: true, encoding: .utf8)
        try good.write(to: folder.appending(path: "b.yaml"), atomically: true, encoding: .utf8)
        try "?".write(to: folder.appending(path: "c.yaml"), atomically: true, encoding: .utf8)
        try "notes".write(to: folder.appending(path: "README.md"), atomically: true, encoding: .utf8)
        let shelf = try LineProfiles(folder: folder)
        #expect(shelf.profiles.map(\.id) == ["x"])
        #expect(shelf.problems.map(\.file) == ["b.yaml", "c.yaml"])
    }
}
