import Testing

@testable import FitnessMeasure

/// Kinds of instruments whose values have to be seen together.
@Suite struct GattInterpreterTests {
    /// What comes out of these values in one go; `2A34:02…` is of another characteristic.
    private func story(
        _ family: GattFamily, _ characteristic: UInt16, _ values: [String], _ ending: GattEnding = .quiet
    ) throws -> [String] {
        var interpreter = family.makeInterpreter()
        var findings: [GattFinding] = []
        for value in values {
            let parts = value.split(separator: ":")
            let uuid = parts.count == 2 ? try #require(GattUUID(parts[0])) : GattUUID(characteristic)
            findings += try interpreter.receive([UInt8](hex: String(parts.last ?? "")), of: uuid)
        }
        findings += interpreter.end(ending).map(\.finding)
        return findings.map(\.summary).filter { !$0.hasPrefix("live") }
    }

    @Test(arguments: [
        (["003430"], ["weight 61.700 kg"]), (["003430", "003430"], ["weight 61.700 kg"]),
        (["003430", "008c31", "008c31"], ["weight 63.420 kg"]), (["003430", "008c31"], ["failed unstable"]),
        (["008c31", "003430", "008c31"], ["failed unstable"]),
        (["00ffff", "003430"], ["failed device_error", "weight 61.700 kg"]),
    ])
    func `an undated weight counts when it holds still`(values: [String], findings: [String]) throws {
        #expect(try story(.weightScale, 0x2A9D, values) == findings)
    }

    @Test func `dated weights are records of their own`() throws {
        let records = ["023430ea070b13091e05", "028c31ea070b14091e05"]
        #expect(try story(.weightScale, 0x2A9D, records) == ["weight 61.700 kg", "weight 63.420 kg"])
    }

    private static let first = "06103801ea070b14091e0503"
    private static let second = "00153801a41a0835"
    private static let whole = "body_fat 31.2 %, weight 67.880 kg, body_water_mass 34.100 kg"

    @Test(arguments: [
        ([first, second], [whole]),
        ([first, "04153801" + "03" + "a41a0835"], [whole]),
        // Another user, another time, another share of fat, another unit: of two people.
        ([first, "04153801" + "04" + "a41a0835"], ["failed half_measurement"]),
        ([first, "02153801" + "ea070b14091e06" + "a41a0835"], ["failed half_measurement"]),
        ([first, "00153901a41a0835"], ["failed half_measurement"]),
        ([first, "01153801a41a0835"], ["failed half_measurement"]),
        // A whole one between two halves ends the first.
        ([first, "00043801a41a"], ["failed half_measurement", "body_fat 31.2 %, weight 34.100 kg"]),
        ([first, second, first, second], [whole, whole]), ([first], ["failed half_measurement"]),
        ([second], ["failed half_measurement"]),
    ])
    func `two packets are joined if nothing in them differs`(values: [String], findings: [String]) throws {
        for ending in [GattEnding.quiet, .hungUp] {
            #expect(try story(.bodyComposition, 0x2A9C, values, ending) == findings)
        }
    }

    @Test func `a joined measurement keeps user, time and bytes of both packets`() throws {
        var interpreter = GattFamily.bodyComposition.makeInterpreter()
        _ = try interpreter.receive([UInt8](hex: Self.first), of: GattUUID(0x2A9C))
        let findings = try interpreter.receive([UInt8](hex: Self.second), of: GattUUID(0x2A9C))
        guard case .measured(let measurement) = findings.first else { Issue.record("nothing measured"); return }
        #expect(measurement.userSlot == 3)
        #expect(measurement.deviceTime == .noon())
        #expect(measurement.raw == [UInt8](hex: Self.first + Self.second))
    }

    @Test(arguments: [
        (["121300ea070b14091e058cb011", "2A34:02130001"], ["glucose 140 mg/dL, +meal_preprandial"]),
        (["121300ea070b14091e058cb011", "2A34:02140001"], ["glucose 140 mg/dL"]),
        (["121300ea070b14091e058cb011"], ["glucose 140 mg/dL"]),
        (["2A34:02130001", "021300ea070b14091e058cb011"], ["glucose 140 mg/dL"]),
    ])
    func `a context belongs to the measurement with its number`(values: [String], findings: [String]) throws {
        #expect(try story(.glucoseMeter, 0x2A18, values) == findings)
    }

    @Test func `a glucose time is the base time moved by its offset`() throws {
        let frame = try GlucoseFrame(bytes: [UInt8](hex: "031200ea070b14001e05c4ff63b011"))
        #expect(frame.deviceTime == .noon(23, 30, 5, day: 19))
    }

    private static func treadmill(_ metres: UInt8, _ seconds: UInt8) -> String {
        "0404a401" + [metres, 0, 0, seconds, 0].map { String(Int($0) + 0x100, radix: 16).dropFirst() }.joined()
    }

    @Test func `a treadmill's totals count once it stands still, and once`() throws {
        let walking = (1...4).map { Self.treadmill($0 * 2, $0) }
        let standing = Array(repeating: Self.treadmill(8, 4), count: 5)
        #expect(try story(.treadmill, 0x2ACD, walking) == [])
        #expect(try story(.treadmill, 0x2ACD, walking + standing.dropLast()) == [])
        let totals = "distance 8 m, duration 4 s"
        #expect(try story(.treadmill, 0x2ACD, walking + standing + standing) == [totals])
        let again = [Self.treadmill(10, 5)] + Array(repeating: Self.treadmill(10, 5), count: 5)
        #expect(try story(.treadmill, 0x2ACD, walking + standing + again) == [totals, "distance 10 m, duration 5 s"])
    }

    @Test func `what stood on a machine before is nobody's`() throws {
        #expect(try story(.treadmill, 0x2ACD, Array(repeating: Self.treadmill(200, 171), count: 20)) == [])
    }

    @Test func `a step climber without its time has no totals`() throws {
        #expect(try story(.stepClimber, 0x2ACF, Array(repeating: "000002002600", count: 20)) == [])
        let timed = (1...3).map { "800002002600" + "0\($0)00" }
        let end = Array(repeating: "8000020026000300", count: 5)
        #expect(try story(.stepClimber, 0x2ACF, timed + end) == ["steps 38 {steps}, floors 2 {floors}, duration 3 s"])
    }
}
