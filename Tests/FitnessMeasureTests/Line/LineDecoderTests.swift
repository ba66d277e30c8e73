import DeviceSimulator
import FitnessMeasure
import Foundation
import Testing

@Suite struct LineDecoderTests {
    private static let profiles = [
        "A&D TM-2657 family": "and-tm2657", "G-Tech GL-150/GL-310": "gtech-gl150",
        "G-Tech GL-310 (F4=1, printer text)": "gtech-gl310-printer", "Omron HBP-9020 (mode 5, F3)": "omron-hbp9020",
        "Terumo BP-500": "terumo-bp500", "Tanita SC/DC CSV": "tanita-sc", "generic force gauge": "force-gauge",
    ]

    private static let quantities = [
        "systolic": "systolic", "diastolic": "diastolic", "map": "mean_arterial_pressure", "pulse": "pulse",
        "height_cm": "height", "weight_kg": "weight", "bmi": "bmi", "body_fat_pct": "body_fat",
        "fat_mass_kg": "fat_mass", "force_kgf": "grip",
    ]

    /// Bytes of published formats; see `Resources/line/serial-vectors.json` for where they come from.
    @Test func `published formats decode as their vectors say`() throws {
        let vectors = try Vectors.load()
        #expect(vectors.count == 10)
        for vector in vectors {
            let profile = try LineProfile.shipped(try #require(Self.profiles[vector.device]))
            let message = try #require(profile.messages([UInt8](hex: vector.hex)).first, "\(vector.id)")
            guard vector.expect.ok else {
                #expect(message == .failure(vector.fault), "\(vector.id)")
                continue
            }
            let value = try #require(try message.get().value, "\(vector.id)")
            for (name, field) in try #require(vector.expect.fields) {
                guard let quantity = Self.quantities[name] else { continue }
                let found = value.values.first { $0.kind.rawValue == quantity }?.value
                let wanted = try #require(DecimalValue(field.text), "\(vector.id)")
                #expect(found == wanted, "\(vector.id) \(name)")
            }
        }
    }

    @Test func `a device time is read beside the values`() throws {
        let omron = try LineProfile.shipped("omron-hbp9020")
        let bytes = [UInt8]("bp,00000000000000000012,2026/11/20,09:30,128,097,082,071,0\r\n")
        let value = try #require(try omron.messages(bytes).first?.get().value)
        #expect(value.deviceTime == DeviceTime(year: 2026, month: 11, day: 20, hour: 9, minute: 30, second: 0))
        #expect(value.identity == "00000000000000000012")
    }

    @Test(arguments: [
        ("2026/13/20", QualityFlag.timestampInvalid), ("2026/02/29", .timestampInvalid),
        ("----/--/--", .timestampUnknown),
    ])
    func `a clock that cannot be right leaves the value and takes the time`(day: String, flag: QualityFlag) throws {
        let omron = try LineProfile.shipped("omron-hbp9020")
        let line = [UInt8]("bp,1,\(day),09:30,128,097,082,071,0\r\n")
        let value = try #require(try omron.messages(line).first?.get().value)
        #expect(value.deviceTime == nil && value.flags == [flag] && value.values.count == 4)
        let other = [UInt8]("bp,1,20/11/2026,09:30,128,097,082,071,0\r\n")
        #expect(omron.messages(other) == [.failure(.badTime(field: "day"))])
    }

    @Test(arguments: [
        ("G,R,+154.2,kg,S", LineMessage.failed(.implausible)),
        ("G,R,+000.0,kg,S", .failed(.implausible)),
        ("G,R,-024.3,kg,S", .failed(.implausible)),
        ("E02", .failed(.deviceError(code: "02"))),
        ("G,R,+154.2,kg,U", .live(QuantityValue(.grip, "154.2", .kilogram))),
        ("G,L,+053.6,lb,S", .value(.grip("53.6", .pound, "left_hand"))),
        ("G,R,+024.30,kg,S", .value(.grip("24.30", .kilogram, "right_hand"))),
    ])
    func `a grip line means`(line: String, message: LineMessage) throws {
        let grip = try LineProfile.shipped("grip-serial")
        #expect(grip.messages(SimulatedGrip.frame(line)) == [.success(message)])
    }

    @Test(arguments: [
        ("G,R,+024.3,st,S", LineFault.unknownUnit("st")), ("G,R,+024.3,kg,X", .unknownState("X")),
        ("G,R,+024.3,kg", .truncated), ("G,R,+024.3,kg,S ", .mismatch(at: 15)),
        ("G,R,ERR,kg,S", .badNumber(field: "force")),
        ("H,R,+024.3,kg,S", .mismatch(at: 0)), ("G,R,+024.3,kg,é", .badCharacter),
    ])
    func `a grip line that means nothing says why`(line: String, fault: LineFault) throws {
        let grip = try LineProfile.shipped("grip-serial")
        #expect(grip.messages(SimulatedGrip.frame(line)) == [.failure(fault)])
    }

    @Test func `no cut and no flipped bit of a good frame gives a value`() throws {
        let grip = try LineProfile.shipped("grip-serial")
        let frame = SimulatedGrip.frame("G,R,+024.3,kg,S")
        for length in 0..<frame.count {
            #expect(!grip.messages(Array(frame.prefix(length))).contains { $0.isValue })
        }
        for place in frame.indices {
            for bit in 0..<8 {
                var bent = frame
                bent[place] ^= 1 << bit
                #expect(!grip.messages(bent).contains { $0.isValue }, "byte \(place) bit \(bit)")
            }
        }
    }

    @Test func `a tag that comes twice is not guessed`() throws {
        let cuff = try LineProfile.shipped("and-tm2657")
        let bytes = [UInt8]("\u{2}S128\u{1e}D 82\u{1e}S182\u{3}")
        #expect(cuff.messages(bytes) == [.failure(.twice(field: "systolic"))])
        #expect(cuff.messages([UInt8]("\u{2}S128\u{3}")) == [.failure(.missing(field: "diastolic"))])
    }

    @Test func `FW and fW are two things`() throws {
        let tanita = try LineProfile.shipped("tanita-sc")
        let value = try #require(try tanita.messages([UInt8]("Wk,61.0,fW,20.1\r\n")).first?.get().value)
        #expect(value.values.map(\.kind.rawValue) == ["weight", "fat_mass"])
    }
}

extension Result where Success == LineMessage {
    fileprivate var isValue: Bool { if case .success(.value) = self { true } else { false } }
}

extension LineValue {
    fileprivate static func grip(_ value: DecimalValue, _ unit: UCUMUnit, _ hand: QualityFlag) -> LineValue {
        LineValue(values: [QuantityValue(.grip, value, unit)], deviceTime: nil, sequence: nil, flags: [hand])
    }
}

/// The vectors' file.
private struct Vectors: Decodable {
    let serial: [Vector]

    struct Vector: Decodable {
        let id, device, hex: String
        let expect: Expectation

        var fault: LineFault {
            switch (id, expect.error) {
            case (_, "bad_number"): .badNumber(field: "weight")
            default: .truncated
            }
        }
    }

    struct Expectation: Decodable {
        let ok: Bool
        let error: String?
        let fields: [String: Field]?
    }

    /// A number, or a text that keeps its zeros.
    struct Field: Decodable {
        let text: String
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                text = String(number)
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    static func load() throws -> [Vector] {
        let file = try #require(
            Bundle.module.url(forResource: "serial-vectors", withExtension: "json", subdirectory: "Resources/line"))
        return try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file)).serial
    }
}
