/// Bluetooth frames as values again. A reading keeps its bytes but not the characteristic's number, which its
/// quantities tell.
enum GattRedecoding {
    /// The values that the bytes of this reading give today.
    static func values(like reading: Reading) -> Result<[QuantityValue], MeasureFailure> {
        guard reading[.systolic] != nil else { return .failure(.unreadable("unknown_characteristic")) }
        do throws(GattFrameError) {
            let frame = try BloodPressureFrame(bytes: reading.raw)
            if let failure = frame.failure { return .failure(failure) }
            return .success(frame.quantities)
        } catch {
            return .failure(.unreadable(error.code))
        }
    }
}
