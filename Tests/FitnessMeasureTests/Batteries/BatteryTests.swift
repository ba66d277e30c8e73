import FitnessMeasure
import Foundation
import Testing

@Suite struct BatteryTests {
    let catalogue: TestCatalogue
    init() throws { catalogue = try shippedCatalogue() }

    private func battery(gate: String = "[blood_pressure]", _ tests: String) throws(DataFileError) -> Battery {
        let yaml = """
            battery: ours
            name: {ko: 우리, en: ours, zh: 我们的, ja: うちの}
            gate: \(gate)
            tests: \(tests)
            """
        return try Battery(yaml: yaml, file: "ours.yaml", tests: catalogue)
    }

    private func error(gate: String = "[blood_pressure]", _ tests: String) -> DataFileError? {
        do throws(DataFileError) {
            _ = try battery(gate: gate, tests)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["kspo-senior", "sppb", "sft", "vital-signs", "quick"])
    func `every shipped battery is sound`(id: String) throws {
        let batteries = try Batteries(folder: batteryFolder.appending(path: "sets"), tests: catalogue)
        #expect(batteries.problems.isEmpty)
        #expect(batteries[id]?.id == id)
        #expect(batteries.all.count == 5)
    }

    @Test func `the national battery goes from the gate to endurance`() throws {
        let battery = try shippedBattery(Batteries.standard)
        #expect(battery.gate.map(\.id) == [.bloodPressure, "spo2"])
        let needed = battery.tests.map(\.id).filter { !battery.optional.contains($0) }
        #expect(needed == [.height, .weight, .grip, .chairStand, .upAndGo, .figureOfEight, .twoMinuteStep])
        #expect(battery.tests.last?.id == .twoMinuteStep)
    }

    @Test(
        arguments: [
            ("[]", BatteryError.empty, "tests"),
            ("[height, handstand]", .unknownTest("handstand"), "tests[1]"),
            ("[height, weight, height]", .doubledTest("height"), "tests[2]"),
            ("[height, blood_pressure]", .doubledTest("blood_pressure"), "tests[1]"),
            ("[tug_3m_fast, tug_usual]", .mixedFamily(.upAndGo, "tug_3m_fast", "tug_usual"), "tests[1]"),
            ("[up_and_go_8ft, tug_3m_fast]", .mixedFamily(.upAndGo, "up_and_go_8ft", "tug_3m_fast"), "tests[1]"),
            (
                "[sit_reach_floor, chair_sit_reach]",
                .mixedFamily(.sitAndReach, "sit_reach_floor", "chair_sit_reach"), "tests[1]"
            ),
            ("[gait_4m, gait_3m]", .mixedFamily(.usualGait, "gait_4m", "gait_3m"), "tests[1]"),
            ("[step_2min, grip_relative]", .afterEndurance("grip_relative", endurance: "step_2min"), "tests[1]"),
            ("[semi_tandem, side_by_side]", .requirementMissing("semi_tandem", needs: "side_by_side"), "tests[0]"),
            ("[tandem]", .requirementMissing("tandem", needs: "semi_tandem"), "tests[0]"),
        ] as [(String, BatteryError, String)])
    func `what is no battery is refused with its place`(tests: String, fault: BatteryError, field: String) throws {
        let found = try #require(error(tests))
        #expect(found == DataFileError(file: "ours.yaml", line: 4, field: field, fault: .battery(fault)))
    }

    @Test func `nobody moves before the blood pressure is known`() {
        #expect(error(gate: "[]", "[grip_relative, tug_usual]")?.fault == .battery(.gateMissing("tug_usual")))
        #expect(error(gate: "[spo2]", "[chair_stand_5x]")?.fault == .battery(.gateMissing("chair_stand_5x")))
        #expect(error(gate: "[blood_pressure, grip_relative]", "[height]")?.fault == .battery(.effortInGate(.grip)))
        #expect(error(gate: "[]", "[blood_pressure, grip_relative]") == nil)
    }

    @Test func `two endurance tests may follow each other`() throws {
        #expect(try battery("[grip_relative, step_2min, walk_6min]").tests.count == 3)
    }

    @Test func `a test may be left out where the file says so`() throws {
        let battery = try battery("[height, {test: weight, optional: true}]")
        #expect(battery.optional == [.weight])
        #expect(error("[{test: weight, optinal: true}]")?.field == "tests[0].optinal")
    }

    @Test func `the line is the one where the mistake stands`() throws {
        let yaml = """
            battery: ours
            name: {ko: 우리, en: ours, zh: 我们的, ja: うちの}
            tests:
              - height
              - weight
              - height
            """
        #expect(throws: DataFileError(file: "o", line: 6, field: "tests[2]", fault: .battery(.doubledTest("height")))) {
            try Battery(yaml: yaml, file: "o", tests: catalogue)
        }
    }

    @Test func `one broken file does not take the others away`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "batteries-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a left-over folder of a test hurts nobody
        let name = "name: {ko: 가, en: a, zh: 甲, ja: あ}\n"
        try "battery: a\n\(name)tests: [height]\n".write(
            to: folder.appending(path: "a.yaml"), atomically: true, encoding: .utf8)
        try "battery: a\n\(name)tests: [weight]\n".write(
            to: folder.appending(path: "b.yaml"), atomically: true, encoding: .utf8)
        try "battery: c\n\(name)tests: [nothing]\n".write(
            to: folder.appending(path: "c.yaml"), atomically: true, encoding: .utf8)
        let batteries = try Batteries(folder: folder, tests: catalogue)
        #expect(batteries.all.map(\.id) == ["a"])
        #expect(batteries.problems.map(\.fault) == [.doubled("a"), .battery(.unknownTest("nothing"))])
    }
}
