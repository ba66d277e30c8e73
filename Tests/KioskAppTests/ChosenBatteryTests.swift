import FitnessMeasure
import Foundation
import Testing

@testable import KioskApp

/// Which battery a kiosk offers, and what becomes of one that cannot be used.
@Suite struct ChosenBatteryTests {
    private let assets: Assets
    private let tests: TestCatalogue

    init() throws {
        assets = try Assets.find()
        tests = try assets.tests()
    }

    /// The choice of a file with this text.
    private func choose(_ yaml: String) throws -> ChosenBattery {
        let file = FileManager.default.temporaryDirectory.appending(path: "battery-\(UUID().uuidString).yaml")
        try Data(yaml.utf8).write(to: file)
        let chosen = try assets.chosenBattery(file.path, of: tests)
        try FileManager.default.removeItem(at: file)
        return chosen
    }

    private func yaml(tests: String, gate: String = "[blood_pressure]") -> String {
        """
        battery: our-town
        name: {ko: "우리 동네", en: "Our town", zh: "我们镇", ja: "わが町"}
        source: own
        gate: \(gate)
        tests: \(tests)
        """
    }

    @Test func `every battery of the product can be chosen by its name`() throws {
        let folder = assets.folder.appending(path: "batteries/sets")
        let shipped = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        #expect(shipped.map { String($0.dropLast(5)) }.sorted() == assets.batteryIDs)
        for id in assets.batteryIDs {
            let chosen = try assets.chosenBattery(id, of: tests)
            #expect(chosen.battery.id == id && chosen.problem == nil)
        }
    }

    @Test func `a municipality's own file is used`() throws {
        let chosen = try choose(yaml(tests: "[grip_relative, tug_3m_fast]"))
        #expect(chosen.problem == nil && chosen.battery.id == "our-town")
        #expect(chosen.battery.tests.map(\.id) == [.grip, .upAndGo])
    }

    @Test(arguments: [
        ("[juggling]", "there is no test juggling"),
        ("[tug_3m_fast, tug_usual]", "look alike"),
        ("[step_2min, grip_relative]", "comes last"),
        ("7", "must be a list"),
        ("[]", "there is no test in it"),
    ])
    func `a file that cannot be used gives way to the standard, and says where the mistake is`(
        list: String, words: String
    ) throws {
        let chosen = try choose(yaml(tests: list))
        #expect(chosen.battery.id == Batteries.standard)
        let problem = try #require(chosen.problem)
        #expect(problem.contains(words) && problem.contains(".yaml:") && problem.contains("kspo-senior"), "\(problem)")
    }

    @Test func `movement without a blood pressure is refused in words`() throws {
        let problem = try choose(yaml(tests: "[tug_3m_fast]", gate: "[]")).problem
        #expect(problem?.contains("nobody moves before the blood pressure") == true)
    }

    @Test(arguments: ["sft-2", "/nowhere/own.yaml", ""])
    func `a battery that is not there gives way, too`(name: String) throws {
        let chosen = try assets.chosenBattery(name, of: tests)
        #expect(chosen.battery.id == Batteries.standard && chosen.problem?.hasPrefix("measuring.battery: ") == true)
    }
}
