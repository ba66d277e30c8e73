import FitnessMeasure
import Foundation
import Testing

@Suite struct GattDecodingTests {
    @Test(arguments: ["2A35", "2a35", "0x2A35", "00002a35-0000-1000-8000-00805f9b34fb"])
    func `a characteristic may be spelled in every usual way`(spelling: String) throws {
        let fields = try GattDecoding.decode(characteristic: spelling, bytes: [UInt8](hexDigits: "00780050005d00"))
        #expect(fields["systolic"] == .text("120"))
    }

    @Test(arguments: ["", "2A3", "2A350", "2AFF", "+A35", "00002a35-0000-1000-8000-00805f9b34fc", "혈압"])
    func `an unknown characteristic is told`(spelling: String) {
        #expect(throws: GattDecoding.Failure.unknownCharacteristic(spelling)) {
            try GattDecoding.decode(characteristic: spelling, bytes: [0])
        }
    }

    @Test func `an absent value is null in JSON`() throws {
        let fields = try GattDecoding.decode(characteristic: "2A9D", bytes: [0x00, 0xFF, 0xFF])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(fields), as: UTF8.self)
                == #"{"unit":"kg","valid":false,"weight":null}"#)
    }

    @Test(arguments: [
        ("2A37", "1e48e8030004ff03", #"{"bpm":72,"contact":"detected","energy_kj":1000,"rr_1024":[1024,1023]}"#),
        ("2A49", "2500", #"{"features":["body_movement","irregular_pulse","multiple_bonds"]}"#),
        (
            "2B34", "7e8e005800000180000000480003000080010000",
            #"{"diastolic":"88","epoch":2000,"map":"256","pulse":"72","status":[],"systolic":"142","#
                + #""timestamp_s":128,"unit":"mmHg","user_facing_time_s":384,"user_id":3,"valid":true}"#
        ),
        (
            "2A53", "038001600a00e8030000",
            #"{"cadence_per_min":96,"distance_m":"100.0","running":false,"#
                + #""speed_mps":"1.5","stride_m":"0.10"}"#
        ),
        (
            "2A5E", "02610044000002",
            #"{"clock_not_set":false,"measurement_status":["from_storage"],"#
                + #""pulse":"68","spo2":"97","valid":true}"#
        ),
    ])
    func `a frame becomes this JSON`(characteristic: String, hex: String, json: String) throws {
        let fields = try GattDecoding.decode(characteristic: characteristic, bytes: [UInt8](hexDigits: hex))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(fields), as: UTF8.self) == json)
    }

    @Test(arguments: ["2000", "8000"]) func `a treadmill's pace is refused, since its layout changed`(flags: String) {
        #expect(throws: GattDecoding.Failure.frame(.ambiguousRevision(field: "pace"))) {
            try GattDecoding.decode(characteristic: "2ACD", bytes: [UInt8](hexDigits: "2000" + "5e01" + flags))
        }
    }

    /// A demonstration, a test or an invalid measurement has numbers, too.
    @Test(arguments: [10, 11, 12, 13, 15]) func `an oximeter's status can take a number's worth`(bit: UInt16) throws {
        let status = UInt16(1) << bit
        let bytes: [UInt8] = [0x02, 0x61, 0x00, 0x44, 0x00, UInt8(status & 0xFF), UInt8(status >> 8)]
        #expect(try GattDecoding.decode(characteristic: "2A5E", bytes: bytes)["valid"] == .flag(false))
    }

    @Test(arguments: GattDecoding.characteristics)
    func `no bytes can bring a decoder down`(characteristic: String) {
        var random = SplitMix(state: 0x5A5A)
        for length in 0..<64 {
            for _ in 0..<50 {
                let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
                let first = Result { try GattDecoding.decode(characteristic: characteristic, bytes: bytes) }
                if case .failure(let error) = first { #expect(error is GattDecoding.Failure) }
            }
        }
    }
}

/// The same random bytes in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
