import Foundation

/// All tests that the product knows, with the limits of their values and the words that they share.
public struct TestCatalogue: Sendable {
    /// In the order of their ids.
    public let tests: [TestProtocol]
    public let ranges: InputRanges
    public let phrases: BatteryPhrases

    /// Limits of the tests that `input_ranges.csv` of the fitness tables does not name.
    public static let moreRanges = "more_input_ranges.csv"

    /// Reads `assets/batteries`; `fitness` is the folder of the reference tables (`assets/fitness`), of which the newest
    /// set counts.
    /// Throws ``DataFileError``, ``CSVError``, or what the system says of a file.
    public init(folder: URL, fitness: URL) throws {
        let text = { (url: URL) in try String(contentsOf: url, encoding: .utf8) }
        let set = try TableVersions(folder: fitness).newestFolder
        ranges = try InputRanges(csv: text(set.appending(path: InputRanges.table)))
            .adding(csv: text(folder.appending(path: Self.moreRanges)), name: Self.moreRanges)
        let stopRules = try StopRules(
            gates: text(set.appending(path: SafetyGates.table)),
            progression: text(fitness.appending(path: StopRules.progressionTable)))
        phrases = try BatteryPhrases(yaml: text(folder.appending(path: BatteryPhrases.file)))
        let files = try FileManager.default.contentsOfDirectory(
            at: folder.appending(path: "tests"), includingPropertiesForKeys: nil)
        var tests: [TestProtocol] = []
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "yaml" {
            let name = file.lastPathComponent
            let test = try TestProtocol(yaml: text(file), file: name)
            guard name == "\(test.id.rawValue).yaml" else {
                throw DataFileError(file: name, line: 1, field: "test", fault: .disagrees(with: "the file's name"))
            }
            tests.append(test)
        }
        self.tests = tests.sorted { $0.id.rawValue < $1.id.rawValue }
        for test in tests { try check(test, stopRules.ids) }
    }

    public subscript(id: FitnessTestID) -> TestProtocol? { tests.first { $0.id == id } }

    /// All that a test file only names is there.
    private func check(_ test: TestProtocol, _ stopRules: Set<String>) throws(DataFileError) {
        let fault = { (field: String, fault: DataFileError.Fault) in
            DataFileError(file: "\(test.id.rawValue).yaml", line: 1, field: field, fault: fault)
        }
        for item in test.allItems {
            guard let range = ranges[item.rangeID] else {
                throw fault("values", .unknownRow(item.rangeID, table: InputRanges.table))
            }
            guard range.unit == item.unit else { throw fault("values", .disagrees(with: InputRanges.table)) }
        }
        for id in test.guide.equipment where phrases.equipment[id] == nil {
            throw fault("equipment", .unknownRow(id, table: BatteryPhrases.file))
        }
        for id in test.guide.safety where phrases.safety[id] == nil {
            throw fault("safety", .unknownRow(id, table: BatteryPhrases.file))
        }
        for id in test.guide.stopRules where !stopRules.contains(id) || phrases.stop[id] == nil {
            throw fault("stop", .unknownRow(id, table: SafetyGates.table))
        }
        if let needed = test.requirement?.test, self[needed] == nil {
            throw fault("requires", .unknownRow(needed.rawValue, table: "tests"))
        }
    }
}
