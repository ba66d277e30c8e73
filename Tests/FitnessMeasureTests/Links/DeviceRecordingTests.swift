import FitnessMeasure
import Testing

@Suite struct DeviceRecordingTests {
    private let recording = DeviceRecording(
        header: [.init("device", "grip: left stand"), .init("firmware", "1.02"), .init("odd", "says it twice")],
        entries: [
            .init(time: .zero, direction: .fromDevice, bytes: [0x02, 0x47, 0xff]),
            .init(time: .milliseconds(1234), direction: .toDevice, bytes: [0x06]),
            .init(time: .milliseconds(61_007), direction: .fromDevice, bytes: [0x00]),
        ])

    @Test func `what is written is read again`() throws {
        #expect(try DeviceRecording(text: recording.text) == recording)
        #expect(
            recording.text == """
                recording: 1
                device: grip: left stand
                firmware: 1.02
                odd: says it twice

                +0.000 < 0247ff
                +1.234 > 06
                +61.007 < 00

                """)
        #expect(recording["firmware"] == "1.02" && recording["who"] == nil)
    }

    @Test func `every millisecond survives`() throws {
        for milliseconds in [1, 9, 10, 99, 100, 999, 1000, 1001, 1230, 4_000_001] {
            let entry = DeviceRecording.Entry(time: .milliseconds(milliseconds), direction: .fromDevice, bytes: [1])
            let one = DeviceRecording(header: [], entries: [entry])
            #expect(try DeviceRecording(text: one.text) == one)
        }
    }

    @Test func `comments, blank lines, other line ends and upper case are read`() throws {
        let text = "recording: 1\r\n# by hand\r\nwho: installer\r\n\r\n+0.5 < 0A 0b\r\n".replacing(" 0b", with: "0b")
        let read = try DeviceRecording(text: text + "\r\n# end\r\n+2 > FF")
        #expect(read.header == [.init("who", "installer")])
        #expect(read.entries.map(\.bytes) == [[0x0a, 0x0b], [0xff]])
        #expect(read.entries.map(\.time) == [.milliseconds(500), .seconds(2)])
    }

    @Test func `a line break in the header does no harm`() throws {
        var sly = recording
        sly.header = [.init("odd", "a\n\n+0.000 < 00")]
        #expect(try DeviceRecording(text: sly.text).entries == recording.entries)
    }

    @Test(arguments: [
        ("", DeviceRecordingError.notARecording), ("recording: 2\n", .notARecording),
        ("recording: 1\nwho\n", .badHeader(line: 2)), ("recording: 1\n: x\n", .badHeader(line: 2)),
        ("recording: 1\n\n+0.000 < 0\n", .badEntry(line: 3)), ("recording: 1\n\n+0.000 = 00\n", .badEntry(line: 3)),
        ("recording: 1\n\n0.000 < 00\n", .badEntry(line: 3)), ("recording: 1\n\n+-1.000 < 00\n", .badEntry(line: 3)),
        ("recording: 1\n\n+0.000 <\n", .badEntry(line: 3)), ("recording: 1\n\n+0.000 < 00 00\n", .badEntry(line: 3)),
        ("recording: 1\n\n+0.0001 < 00\n", .badEntry(line: 3)),
        ("recording: 1\n\n+2.000 < 00\n+1.000 < 00\n", .goesBack(line: 4)),
    ])
    func `a text that is no recording says its line`(text: String, error: DeviceRecordingError) {
        #expect(throws: error) { try DeviceRecording(text: text) }
    }

    @Test func `a chunk beyond all measure is refused`() {
        let long = "recording: 1\n\n+0.000 < " + String(repeating: "00", count: 4097)
        #expect(throws: DeviceRecordingError.tooLong(line: 3)) { try DeviceRecording(text: long) }
    }
}
