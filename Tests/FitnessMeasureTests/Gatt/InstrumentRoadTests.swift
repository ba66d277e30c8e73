import DeviceSimulator
import FitnessMeasure
import Testing

/// Every kind of instrument in every mood that it can have: simulated instrument, simulated `org.bluez`, real message
/// bus, real client, driver. One bus for all moods of a kind, one after the other, as in a real room.
@Suite(.timeLimit(.minutes(1))) struct InstrumentRoadTests {
    typealias Mood = SimulatedInstrument.Mood

    /// On a road where the same device's clock was right before.
    private let moved = ", +clock_changed"

    /// The reports of one use, without what is for show; a clock report may come before or after readings.
    private func told(
        _ road: InstrumentRoad, _ kind: SimulatedInstrument.Kind, _ mood: Mood
    ) async throws -> [String] {
        try await road.reports(kind, mood).map(\.summary).filter { !$0.hasPrefix("live") && !$0.hasPrefix("clock") }
    }

    private func check(
        _ family: GattFamily, _ kind: SimulatedInstrument.Kind, _ expected: KeyValuePairs<Mood, [String]>
    ) async throws {
        let road = try await InstrumentRoad.start(family)
        for (mood, findings) in expected {
            let told = try await told(road, kind, mood)
            #expect(told == ["ready"] + findings + ["lost"], "\(mood)")
        }
    }

    @Test func `a cuff`() async throws {
        func pressure(_ upper: Int, _ lower: Int, _ mean: Int, stored: Bool = false) -> String {
            "systolic \(upper) mm[Hg], diastolic \(lower) mm[Hg], mean_arterial_pressure \(mean) mm[Hg], pulse 72 /min"
                + (stored ? ", +from_storage" : "")
        }
        let now = pressure(142, 88, 106)
        let old = [pressure(128, 79, 95, stored: true), pressure(117, 71, 86, stored: true)]
        try await check(
            .bloodPressure, .cuff(systolic: 142, diastolic: 88, pulse: 72),
            [
                .usual: [now], .errorFrame: ["failed device_error"], .vendorLayout: ["failed implausible"],
                .storedFirst: old + [now], .strangersHistory: [pressure(171, 99, 123, stored: true)],
                .hangsUpMidFrame: [], .hangsUpMidBurst: old, .slowServices: [now], .wrongClock: [now + moved],
                .forgetsClock: [now + moved],
            ])
    }

    @Test func `a scale`() async throws {
        try await check(
            .weightScale, .scale(grams: 61_700),
            [
                .usual: ["weight 61.700 kg"], .errorFrame: ["failed device_error"], .unstable: ["failed unstable"],
                .storedFirst: [
                    "weight 58.200 kg, +from_storage", "weight 71.000 kg, +from_storage", "weight 61.700 kg",
                ], .strangersHistory: ["weight 92.400 kg, +from_storage"], .hangsUpMidFrame: [],
                .wrongClock: ["weight 61.700 kg" + moved], .slowServices: ["weight 61.700 kg"],
            ])
    }

    @Test func `a body composition scale`() async throws {
        let whole = "body_fat 31.2 %, weight 61.700 kg, body_water_mass 30.850 kg"
        try await check(
            .bodyComposition, .bodyComposition(grams: 61_700, fatTenths: 312),
            [
                .usual: [whole], .errorFrame: ["failed device_error"],
                .storedFirst: [whole + ", +from_storage", whole],
                .strangersHistory: ["failed half_measurement"], .hangsUpMidFrame: ["failed half_measurement"],
                .forgetsClock: [whole + moved],
            ])
    }

    @Test func `a pulse oximeter`() async throws {
        let stored = "spo2 91 %, pulse 68 /min, +from_storage"
        try await check(
            .pulseOximeter, .oximeter(saturation: 97, pulse: 68),
            [
                .usual: ["spo2 97 %, pulse 68 /min"], .errorFrame: ["failed device_error"],
                .unstable: ["failed unstable"], .storedFirst: [stored, "spo2 97 %, pulse 68 /min"],
                .strangersHistory: [stored], .hangsUpMidFrame: [],
                .wrongClock: ["spo2 97 %, pulse 68 /min" + moved],
            ])
    }

    @Test func `a thermometer`() async throws {
        func temperature(_ degrees: String, stored: Bool = false) -> String {
            "body_temperature \(degrees) Cel, " + (stored ? "+from_storage, " : "") + "+site_ear"
        }
        try await check(
            .thermometer, .thermometer(tenths: 366),
            [
                .usual: [temperature("36.6")], .errorFrame: ["failed device_error"],
                .storedFirst: [
                    temperature("37.2", stored: true), temperature("38.1", stored: true), temperature("36.6"),
                ], .strangersHistory: [temperature("38.1", stored: true)], .hangsUpMidFrame: [],
                .slowServices: [temperature("36.6")],
            ])
    }

    @Test func `a glucose meter gives its records when asked, from the last known one on`() async throws {
        let road = try await InstrumentRoad.start(.glucoseMeter)
        let meter = SimulatedInstrument.Kind.glucoseMeter(milligrams: 99)
        let old = ["glucose 131 mg/dL, +from_storage", "glucose 164 mg/dL, +from_storage"]
        #expect(try await told(road, meter, .usual) == ["ready"] + old + ["glucose 99 mg/dL", "lost"])
        // Number 9 is known now, and there is no number 10.
        #expect(try await road.reports(meter, .strangersHistory).readings.isEmpty)
    }

    @Test(arguments: [
        (Mood.errorFrame, ["failed device_error result_too_high"], 2), (.vendorLayout, [], 3),
        (.hangsUpMidBurst, [], 2),
        (.abortsRecords, ["records aborted"], 1), (.strangersHistory, [], 2),
    ])
    func `a glucose meter in a bad mood`(mood: Mood, others: [String], count: Int) async throws {
        let road = try await InstrumentRoad.start(.glucoseMeter)
        let reports = try await road.reports(.glucoseMeter(milligrams: 99), mood)
        #expect(reports.readings.count == count, "\(reports.map(\.summary))")
        let said = reports.map(\.summary).filter { $0.hasPrefix("failed") || $0.hasPrefix("records") }
        #expect(said == others)
        // Nothing of now is among them: a test of the meter, old records, half a list.
        #expect(reports.readings.allSatisfy { !$0.flags.isDisjoint(with: [.fromStorage, .demonstration]) })
    }

    @Test func `what only shows has no result`() async throws {
        try await check(.heartRate, .chestStrap(rate: 72), [.usual: [], .errorFrame: []])
        let road = try await InstrumentRoad.start(.heartRate)
        let live = try await road.reports(.chestStrap(rate: 72), .usual).map(\.summary)
        #expect(live.contains("live pulse 72 /min"))
        #expect(
            try await !road.reports(.chestStrap(rate: 72), .errorFrame).map(\.summary).contains("live pulse 72 /min"))
        let walking = try await InstrumentRoad.start(.walkingSpeed)
        #expect(try await walking.reports(.footPod(speed: 100), .usual).map(\.summary).contains("live speed 1 m/s"))
    }

    @Test func `machines`() async throws {
        try await check(
            .treadmill, .treadmill(metres: 200, seconds: 171),
            [.usual: ["distance 200 m, duration 171 s"], .hangsUpMidFrame: []])
        try await check(
            .stepClimber, .stepClimber(steps: 38, seconds: 42),
            [.usual: ["steps 38 {steps}, floors 2 {floors}, duration 42 s"], .hangsUpMidFrame: []])
    }

    @Test(arguments: [
        (Mood.usual, ClockHealth(offsetBefore: 0, offsetAfter: 0, outcome: .right)),
        (.wrongClock, ClockHealth(offsetBefore: -3600, offsetAfter: 0, outcome: .set)),
        (.forgetsClock, ClockHealth(offsetBefore: -3600, offsetAfter: -3600, outcome: .notKept)),
    ])
    func `a clock is looked at, set, and looked at again`(mood: Mood, health: ClockHealth) async throws {
        let road = try await InstrumentRoad.start(.bloodPressure)
        let reports = try await road.reports(.cuff(systolic: 142, diastolic: 88, pulse: 72), mood)
        #expect(reports.contains(.health("ble:C0:FF:EE:00:18:01", .clock(health))))
        #expect(reports.readings.first?.deviceUserSlot == 1)
    }
}
