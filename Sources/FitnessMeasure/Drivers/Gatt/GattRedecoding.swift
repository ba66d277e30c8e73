/// Bluetooth frames as values again. A reading keeps its bytes but not the characteristic's number, which its
/// quantities tell.
enum GattRedecoding {
    /// The values that the bytes of this reading give today: of the characteristics that can hold such quantities, the
    /// one that gives the same values, or else the first that gives any.
    static func values(like reading: Reading) -> Result<[QuantityValue], MeasureFailure> {
        let kinds = Set(reading.values.map(\.kind))
        let families = GattFamily.all.filter { kinds.isSubset(of: $0.manifest.quantities) }
        let results = families.flatMap { family in
            (family.required + family.optional).map { values(in: reading.raw, of: $0, family) }
        }
        let found = results.compactMap { try? $0.get() }  // the failures are looked at below
        if let same = found.first(where: { Set($0) == Set(reading.values) }) { return .success(same) }
        if let other = found.first(where: { !$0.isEmpty }) { return .success(other) }
        return results.first ?? .failure(.unreadable("unknown_characteristic"))
    }

    private static func values(
        in bytes: [UInt8], of characteristic: GattUUID, _ family: GattFamily
    ) -> Result<[QuantityValue], MeasureFailure> {
        do throws(GattFrameError) {
            for finding in try family.findings(from: bytes, of: characteristic) {
                switch finding {
                case .measured(let measurement): return .success(measurement.values)
                case .failed(let failure): return .failure(failure)
                case .live: continue
                }
            }
            return .failure(.unreadable("no_value"))
        } catch {
            return .failure(.unreadable(error.code))
        }
    }
}
