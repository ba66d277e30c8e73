import FitnessMeasure
import Foundation
import Testing

@Suite struct CountedResultTests {
    /// A record as it would be read from a store.
    private func record(_ test: FitnessTestID, _ amounts: [String], void: Set<Int> = []) throws -> TestRecord {
        let trials = amounts.enumerated().map { place, amount in
            """
            {"values":[{"kind":"duration","value":"\(amount)","unit":"s"}],"source":"timer","flags":[],
             "doubted":[],"isVoid":\(void.contains(place))}
            """
        }
        let json = #"{"test":"\#(test.rawValue)","rounds":1,"trials":[\#(trials.joined(separator: ","))]}"#
        return try JSONDecoder().decode(TestRecord.self, from: Data(json.utf8))
    }

    private func timed(_ counts: String, better: String = "better: lower") throws -> TestProtocol {
        let name = "{ko: 가, en: a, zh: 甲, ja: あ}"
        return try TestProtocol(
            yaml: """
                test: trial
                name: \(name)
                factor: balance
                effort: moving
                values: [{range: tug_usual, quantity: duration, unit: s}]
                \(better)
                trials: 3
                counts: \(counts)
                capture: {by: device}
                picture: none
                setup: \(name)
                steps: [\(name)]
                source: own
                confidence: assumed
                """, file: "trial.yaml")
    }

    @Test(
        arguments: [
            ("best", ["9.1", "8.4", "8.40"], "8.4", [1]), ("last", ["9.1", "8.4", "8.9"], "8.9", [2]),
            ("mean", ["9.1", "8.4"], "8.75", [0, 1]), ("mean", ["1.0", "1.0", "1.1"], "1.03", [0, 1, 2]),
            ("mean", ["1.0", "1.1", "1.1"], "1.07", [0, 1, 2]), ("mean", ["1", "1.25"], "1.125", [0, 1]),
            ("mean", ["-1.0", "-1.0", "-1.1"], "-1.03", [0, 1, 2]), ("mean", ["7"], "7.0", [0]),
        ] as [(String, [String], DecimalValue, [Int])])
    func `the rule says which trial counts`(rule: String, amounts: [String], value: DecimalValue, used: [Int]) throws {
        let result = try #require(try timed(rule).result(of: record("trial", amounts)))
        #expect(result.values.map(\.value) == [value])
        #expect(result.trials == used)
    }

    @Test func `what was set aside does not count`() throws {
        let test = try timed("best")
        #expect(try test.result(of: record("trial", ["5.0", "9.0"], void: [0]))?.trials == [1])
        #expect(try test.result(of: record("trial", ["5.0"], void: [0])) == nil)
        #expect(try test.results(of: record("trial", [])).isEmpty)
    }

    @Test func `more is better where the test says so`() throws {
        let test = try timed("best", better: "better: higher")
        #expect(try test.result(of: record("trial", ["5.0", "9.0", "9.00"]))?.trials == [1])
    }
}
