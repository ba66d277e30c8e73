import FitnessMeasure
import Foundation
import SyncWire

extension ReadingRow {
    /// The row as the library knows a reading; a value that is no decimal is left out.
    /// - Throws: `DecodingError` if the row is damaged.
    func reading() throws -> Reading {
        guard let id = UUID(uuidString: id) else { throw DamagedReading() }
        let values = try values().compactMap { value in
            DecimalValue(value.decimal).map {
                QuantityValue(QuantityKind(rawValue: value.quantity), $0, UCUMUnit(rawValue: value.unit))
            }
        }
        return Reading(
            id: id, deviceKey: "", values: values, flags: Set(try flags().map(QualityFlag.init(rawValue:))), raw: [],
            receivedMonotonic: 0, receivedAt: takenAt, isSimulated: simulated)
    }
}

/// A stored reading whose id is none.
struct DamagedReading: Error {}
