import FitnessMeasure
import Foundation

extension Assets {
    func tests() throws -> TestCatalogue {
        try TestCatalogue(folder: folder.appending(path: "batteries"), fitness: folder.appending(path: "fitness"))
    }

    /// What plans say on a senior's card.
    func plans() throws -> PlanTables {
        try PlanTables(folder: folder.appending(path: "plan"), fitness: folder.appending(path: "fitness"))
    }

    /// A battery that is not there is as bad as one that is broken: the kiosk does not begin without it.
    func battery(_ id: String, of tests: TestCatalogue) throws -> Battery {
        let file = folder.appending(path: "batteries/sets/\(id).yaml")
        return try Battery(
            yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent, tests: tests)
    }
}
