import FitnessMeasure
import Foundation
import Testing

@Suite struct TableVersionsTests {
    private let shipped = repository.appending(path: "assets/fitness")

    /// A folder with the shipped set, and a later one in which the first grade of women's chair stand is easier.
    private func twoSets() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["2026-11", "2027-06"] {
            try FileManager.default.copyItem(at: shipped.appending(path: "2026-11"), to: folder.appending(path: name))
        }
        try edit(folder.appending(path: "2027-06/kspo_senior_grade_thresholds.csv")) {
            $0.replacing(
                "chair_stand_30s,F,70,74,reps,higher,grade1,20", with: "chair_stand_30s,F,70,74,reps,higher,grade1,19")
        }
        let first = try TableVersions(folder: shipped).newest().fingerprint
        try write(["2026-11": first, "2027-06": 0], to: folder)
        let second = #expect(throws: TableVersionError.self) { try TableVersions(folder: folder).tables("2027-06") }
        guard case .edited(_, _, let found) = second else { return folder }
        try write(["2026-11": first, "2027-06": found], to: folder)
        return folder
    }

    private func edit(_ file: URL, _ change: (String) -> String) throws {
        try Data(change(try String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
    }

    private func write(_ versions: [String: UInt64], to folder: URL) throws {
        let lines = versions.sorted { $0.key < $1.key }.map { "\($0.key),\(String($0.value, radix: 16)),\n" }
        try Data(("version,fingerprint,note\n" + lines.joined()).utf8).write(to: folder.appending(path: "versions.csv"))
    }

    @Test func `an old evaluation is made again by its own tables, beside the new ones`() throws {
        let folder = try twoSets()
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let versions = try TableVersions(folder: folder)
        #expect(versions.names == ["2026-11", "2027-06"])
        let (old, new) = (try versions.tables("2026-11"), try versions.newest())
        let examination = Examination.example([.chairStand: "19"], age: 72)
        let (then, now) = (Evaluation(examination, by: old), Evaluation(examination, by: new))
        #expect(then.tables == "2026-11" && now.tables == "2027-06")
        #expect(then.items[0].grade?.grade == 2 && now.items[0].grade?.grade == 1)
        #expect(Evaluation(examination, by: try versions.tables(then.tables)) == then)
    }

    @Test func `a published set that was edited is refused`() throws {
        let folder = try twoSets()
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        try edit(folder.appending(path: "2026-11/clinical_cutoffs.csv")) { $0.replacing(",28,", with: ",29,") }
        let error = #expect(throws: TableVersionError.self) { try TableVersions(folder: folder).tables("2026-11") }
        guard case .edited("2026-11", _, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect("\(try #require(error))".hasPrefix("the tables 2026-11 were edited: fingerprint "))
    }

    @Test func `a version that is not there is named`() throws {
        #expect(throws: TableVersionError.unknown("1999-01")) { try TableVersions(folder: shipped).tables("1999-01") }
        #expect("\(TableVersionError.unknown("1999-01"))" == "no tables of the version 1999-01")
    }

    @Test(arguments: ["../x,0,", "2026-11,zz,", "2026-11,0,\n2026-11,0,", ",0,"])
    func `a list of versions that cannot be right is refused`(lines: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tables-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let list = Data("version,fingerprint,note\n\(lines)\n".utf8)
        try list.write(to: folder.appending(path: "versions.csv"))
        #expect(throws: CSVError.self) { try TableVersions(folder: folder) }
    }

    @Test func `the shipped set is read and carries its name`() throws {
        let tables = try FitnessTables(folder: shipped)
        #expect(tables.version == "2026-11")
        #expect(tables.fingerprint == (try TableVersions(folder: shipped).newest().fingerprint))
    }
}
