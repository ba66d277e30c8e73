import FitnessMeasure
import Foundation
import Testing

@Suite struct LineProfileTests {
    @Test func `every shipped profile can be read and none claims to be verified`() throws {
        let shelf = try LineProfiles(folder: deviceProfiles)
        #expect(shelf.problems == [])
        #expect(
            shelf.profiles.map(\.id) == [
                "and-tm2657", "chair-stand-mat", "doran-scale", "force-gauge", "grip-serial", "gtech-gl150",
                "gtech-gl310-printer", "light-gates-3m", "light-gates-gait", "omron-hbp9020", "omron-hbp9030",
                "step-counter", "tanita-sc", "tanita-tbf310", "tanita-wb100", "terumo-bp500",
            ])
        #expect(shelf.profiles.allSatisfy { !$0.isVerified && !$0.source.isEmpty && !$0.unverified.isEmpty })
        #expect(shelf["force-gauge"]?.poll == LinePoll(bytes: [UInt8]("?\r\n"), interval: .milliseconds(500)))
    }

    private let good = """
        profile: x
        title: x
        verified: false
        unverified: [all of it]
        source: x
        port: /dev/x
        serial: { baud: 9600 }
        frame: { delimiter: "\\n" }
        line: { whole: ["{a:number}{unit}"] }
        values: [{ quantity: grip, field: a, unit: kg, min: 0.5, max: 90 }]

        """

    /// What is replaced, by what, and the line, the key and a part of the words of the error.
    @Test(arguments: [
        ("baud: 9600", "baud: 9601", 7, "serial.baud", "9601 is none of"),
        ("baud: 9600", "boud: 9600", 7, "serial.boud", "unknown key"),
        ("title: x\n", "", 1, "title", "is missing"),
        ("field: a", "field: b", 10, "values", "no field \"b\" in line"),
        ("{a:number}", "{a:nummer}", 9, "line.whole", "\"nummer\" is not"),
        ("min: 0.5", "min: 95", 10, "values[0].min", "95 is above 90"),
        ("min: 0.5", "min: low", 10, "values[0].min", "not a plain decimal"),
        ("min: 0.5", "min: 0.5, idle_below: 1", 10, "values[0].idle_below", "is above min"),
        ("delimiter: \"\\n\"", "delimiter: \"\\n\", length: 4", 8, "frame.delimiter", "exactly one of"),
        ("delimiter: \"\\n\"", "delimiter: \"é\"", 8, "frame.delimiter", "not ASCII"),
        ("delimiter: \"\\n\"", "delimiter: [10, 300]", 8, "frame.delimiter", "300 is not a byte"),
        ("port: /dev/x", "port: x", 6, "port", "not a path"),
        ("port: /dev/x", "port: { vendor: \"403\", product: \"6001\" }", 6, "port.vendor", "four hex digits"),
        ("port: /dev/x", "port: []", 6, "port", "needs a port"),
        ("title: x\n", "title: x\nchecksum: { kind: xor, range: body }\n", 3, "checksum", "needs a frame with start"),
        ("title: x\n", "title: x\nchecksum: { kind: crc17 }\n", 3, "checksum.kind", "is none of xor, sum"),
        ("profile: x", "profile: X y", 1, "profile", "is not made of"),
        (
            "title: x\n", "title: x\nstable: { field: unit, stable: [S], live: [S] }\n", 3, "stable.stable",
            "needs a word"
        ),
        ("title: x\n", "title: x\nstable: { samples: 1 }\n", 3, "stable.samples", "not within 2 to 100"),
        ("title: x\n", "title: x\nerrors: [{ field: a, means: unstable }]\n", 3, "errors[0].unless", "goes with field"),
        ("title: x\n", "title: x\nflags: [{ field: a, flag: x }]\n", 3, "flags[0].text", "exactly one of"),
        ("title: x\n", "title: x\nascending: [pulse]\n", 3, "ascending", "no value \"pulse\""),
        (
            "title: x\n", "title: x\nrepeats: { window: 2, until_idle: true }\n", 3, "repeats",
            "needs a value's idle_below"
        ),
        ("title: x\n", "title: x\npoll: { send: W, every: 5 }\n", 3, "poll.patience", "longer than every"),
        ("title: x\n", "title: x\ntime: [{ field: a, layouts: [yy, mm] }]\n", 3, "time[0].layouts", "same length"),
        ("unverified: [all of it]\n", "", 1, "unverified", "needs a line"),
        ("title: x\n", "title: x\ntitle: y\n", 2, "", "there twice: title"),
    ])
    func `a broken profile names its file, its line, its key and what is wrong`(
        old: String, new: String, line: Int, key: String, what: String
    ) throws {
        #expect(throws: Never.self) { try LineProfile(yaml: good, file: "x.yaml") }
        let yaml = good.replacingOccurrences(of: old, with: new)
        let error = #expect(throws: LineProfileError.self) { try LineProfile(yaml: yaml, file: "x.yaml") }
        #expect(error?.file == "x.yaml" && error?.key == key && error?.line == line)
        #expect(error?.what.contains(what) == true, "\(String(describing: error))")
        #expect(error?.description.hasPrefix("x.yaml:\(line): \(key)") == true)
    }

    @Test func `ports are named by path, or by their adapter's numbers`() throws {
        let yaml = good.replacingOccurrences(
            of: "port: /dev/x",
            with: "port: [/dev/serial/by-path/*usb-0:1.2*, { vendor: \"0403\", product: \"6A01\", serial: A9 }]")
        #expect(
            try LineProfile(yaml: yaml, file: "x.yaml").ports == [
                .path("/dev/serial/by-path/*usb-0:1.2*"), .usb(vendor: "0403", product: "6a01", serial: "A9"),
            ])
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
