import Foundation

/// All reference tables that an evaluation needs, read once at start.
public struct FitnessTables: Sendable {
    public let levels: ItemLevels
    public let levelNames: LevelNames
    public let ranges: InputRanges
    public let gate: BloodPressureGate
    public let bands: BloodPressureBands
    public let change: MeasurementChange

    /// Reads the tables of a folder (`assets/fitness`). Throws ``CSVError``, or what the system says of a file.
    public init(folder: URL) throws {
        func text(_ table: String) throws -> String {
            try String(contentsOf: folder.appending(path: table), encoding: .utf8)
        }
        levels = try ItemLevels(csv: text(ItemLevels.table))
        levelNames = try LevelNames(csv: text(LevelNames.table))
        ranges = try InputRanges(csv: text(InputRanges.table))
        gate = BloodPressureGate(try SafetyGates(csv: text(SafetyGates.table)))
        bands = try BloodPressureBands(csv: text(BloodPressureBands.table))
        change = try MeasurementChange(csv: text(MeasurementChange.table))
    }
}
