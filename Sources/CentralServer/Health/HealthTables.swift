import FitnessMeasure
import Foundation

/// The reference tables by which the office evaluates, plans and exports; read once. The same as the kiosk's.
public struct HealthTables: Sendable {
    let versions: TableVersions
    let newest: FitnessTables
    let plans: PlanTables
    let codes: ClinicalCodes

    /// Reads `fitness`, `plan` and `fhir` of the folder of assets.
    /// - Throws: `CSVError`, `DataFileError`, `TableVersionError`, or what the system says of a file.
    public init(assets: String) throws {
        let assets = URL(fileURLWithPath: assets)
        let fitness = assets.appending(path: "fitness")
        versions = try TableVersions(folder: fitness)
        newest = try versions.newest()
        plans = try PlanTables(folder: assets.appending(path: "plan"), fitness: fitness)
        codes = try ClinicalCodes(
            loinc: String(contentsOf: fitness.appending(path: ClinicalCodes.table), encoding: .utf8),
            codings: String(
                contentsOf: assets.appending(path: "fhir/\(ClinicalCodes.codingsTable)"), encoding: .utf8))
    }

    /// A set by its name, to make an old evaluation again.
    func tables(_ name: String) throws -> FitnessTables {
        name == newest.version ? newest : try versions.tables(name)
    }
}
