import FitnessMeasure
import Foundation
import Testing

/// Files of messages, as `kiosk device decode --batch` reads them.
@Suite struct VectorFileTests {
    private func lines(_ json: String, profiles: [LineProfile] = []) throws -> [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try VectorFile(json: Data(json.utf8)).vectors.map {
            String(decoding: try encoder.encode($0.decoded(profiles: profiles)), as: UTF8.self)
        }
    }

    @Test func `every message becomes one line, with its warnings beside its fields`() throws {
        let json = """
            {"format": 1, "gatt": [
                {"id": "a", "characteristic": "2A9D", "hex": "80fc3a", "expect": {"ok": true}},
                {"id": "b", "characteristic": "2A49", "hex": "0100"}
            ]}
            """
        #expect(
            try lines(json) == [
                #"{"fields":{"unit":"kg","valid":true,"weight":"75.500"},"id":"a","ok":true,"warnings":["rfu_flags"]}"#,
                #"{"fields":{"features":["body_movement"]},"id":"b","ok":true,"warnings":[]}"#,
            ])
    }

    @Test(arguments: [
        (#"{"id": "a", "characteristic": "2A49", "hex": "01"}"#, #"{"error":"truncated","id":"a","ok":false}"#),
        (#"{"id": "a", "characteristic": "2A49", "hex": "0"}"#, #"{"error":"bad_hex","id":"a","ok":false}"#),
        (#"{"id": "a", "characteristic": "2A49", "hex": "0g"}"#, #"{"error":"bad_hex","id":"a","ok":false}"#),
        (#"{"id": "a", "characteristic": "2A49", "hex": "혈압"}"#, #"{"error":"bad_hex","id":"a","ok":false}"#),
        (
            #"{"id": "a", "characteristic": "FFFF", "hex": "01"}"#,
            #"{"error":"unknown_characteristic","id":"a","ok":false}"#
        ),
        (#"{"id": "a", "hex": "01"}"#, #"{"error":"bad_vector","id":"a","ok":false}"#),
        (#"{"id": 7, "characteristic": "2A49", "hex": 1}"#, #"{"error":"bad_vector","ok":false}"#),
        ("null", #"{"error":"bad_vector","ok":false}"#), ("[1]", #"{"error":"bad_vector","ok":false}"#),
    ])
    func `a bad message is a line of its own and stops nothing`(entry: String, line: String) throws {
        let good = #"{"id": "z", "characteristic": "SFLOAT", "hex": "14f0"}"#
        #expect(
            try lines(#"{"gatt": [\#(entry), \#(good)]}"#) == [
                line, #"{"fields":{"value":"2.0"},"id":"z","ok":true,"warnings":[]}"#,
            ])
    }

    @Test(arguments: ["", "[]", "{}", #"{"gatt": 1}"#, #"{"gatt": {}}"#, "혈압", #"{"vectors": []}"#])
    func `a file of another form is refused as a whole`(json: String) {
        #expect(throws: VectorFileError.self) { try VectorFile(json: Data(json.utf8)) }
    }

    @Test func `a file without end is refused before it is read`() {
        let bytes = Data(count: VectorFile.mostBytes + 1)
        #expect(throws: VectorFileError.tooLarge(bytes: bytes.count)) { try VectorFile(json: bytes) }
    }

    @Test func `serial messages are read by the profile of their device`() throws {
        let profiles = try LineProfiles(folder: deviceProfiles).profiles
        let json = #"""
            {"serial": [
                {"id": "s", "device": "Omron HBP-9020 (mode 5, F3)",
                 "hex": "62702c30312c323032362f31312f32302c30393a33302c3132382c3039372c3038322c3037312c300d0a"},
                {"id": "f", "device": "force-gauge", "hex": "32342e36206b67660d0a"},
                {"id": "u", "device": "a box", "hex": "00"},
                {"id": "e", "device": "force-gauge", "hex": "2a31300d0a"}
            ]}
            """#
        #expect(
            try lines(json, profiles: profiles) == [
                #"{"fields":{"diastolic":82,"id":"01","map":97,"pulse":71,"systolic":128},"id":"s","ok":true,"warnings":[]}"#,
                #"{"fields":{"force_kgf":"24.6"},"id":"f","ok":true,"warnings":[]}"#,
                #"{"error":"unknown_device","id":"u","ok":false}"#,
                #"{"error":"device_error","id":"e","ok":false}"#,
            ])
    }

    /// The published serial vectors, by the values that they name.
    @Test func `published serial messages come out as they say`() throws {
        let url = try #require(Bundle.module.url(forResource: "Resources/line/serial-vectors", withExtension: "json"))
        let profiles = try LineProfiles(folder: deviceProfiles).profiles
        let vectors = try VectorFile(json: Data(contentsOf: url)).vectors
        #expect(vectors.count == 10)
        let refused: [String: String] = vectors.reduce(into: [:]) { found, vector in
            if case .refused(let error) = vector.decoded(profiles: profiles).outcome { found[vector.id ?? ""] = error }
        }
        #expect(refused == ["SER-02": "truncated", "SER-04": "bad_number", "SER-07": "truncated"])
    }
}
