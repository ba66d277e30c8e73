import Foundation

/// The batteries of a folder. One broken file of a municipality does not take the others away; it is reported.
public struct Batteries: Sendable {
    /// In the order of their ids.
    public private(set) var all: [Battery] = []
    public private(set) var problems: [DataFileError] = []

    /// What a kiosk offers unless its settings name another one.
    public static let standard = "kspo-senior"

    /// Reads every `.yaml` file of the folder; throws only if the folder itself cannot be listed.
    public init(folder: URL, tests: TestCatalogue) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "yaml" { add(file, tests) }
        all.sort { $0.id < $1.id }
    }

    public subscript(id: String) -> Battery? { all.first { $0.id == id } }

    private mutating func add(_ file: URL, _ tests: TestCatalogue) {
        let name = file.lastPathComponent
        do {
            let battery = try Battery(yaml: String(contentsOf: file, encoding: .utf8), file: name, tests: tests)
            guard self[battery.id] == nil else {
                throw DataFileError(file: name, line: 1, field: "battery", fault: .doubled(battery.id))
            }
            all.append(battery)
        } catch let problem as DataFileError {
            problems.append(problem)
        } catch {
            let fault = DataFileError.Fault.notYAML(error.localizedDescription)
            problems.append(DataFileError(file: name, line: 1, field: "", fault: fault))
        }
    }
}
