/// Reads the raw bytes of kept readings again, with the decoders of today: what a corrected decoder would have said.
public struct Redecoding: Sendable {
    private let profiles: [String: LineProfile]

    /// `profiles` are those of this program's serial devices; Bluetooth decoders are code.
    public init(profiles: [LineProfile]) {
        self.profiles = Dictionary(profiles.map { ($0.id, $0) }) { first, _ in first }
    }

    public enum Outcome: Equatable, Sendable {
        /// The same values in the same units.
        case same
        /// The values that the bytes give today.
        case changed([QuantityValue])
        /// The bytes give no value any more, with the reason's short word.
        case unreadable(String)
        /// Entered by hand or counted on the screen: there are no device's bytes.
        case notFromDevice
    }

    /// What today's decoder makes of a reading's bytes.
    public func redecode(_ reading: Reading) -> Outcome {
        let key = reading.deviceKey.rawValue
        let parts = key.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.dropFirst().first) {
        case ("serial", let id?):
            guard let profile = profiles[id] else { return .unreadable("no profile \(id)") }
            return compare(reading, with: profile.values(in: reading.raw))
        case ("ble", _): return compare(reading, with: GattRedecoding.values(like: reading))
        default: return .notFromDevice
        }
    }

    private func compare(_ reading: Reading, with today: Result<[QuantityValue], MeasureFailure>) -> Outcome {
        switch today {
        case .failure(let failure): .unreadable(failure.code)
        case .success(let values): Set(values) == Set(reading.values) ? .same : .changed(values)
        }
    }
}

extension LineProfile {
    /// The values of the one frame that these bytes are.
    fileprivate func values(in bytes: [UInt8]) -> Result<[QuantityValue], MeasureFailure> {
        var framer = LineFramer(framing)
        guard let frame = (framer.append(bytes) + [framer.silence()].compactMap { $0 }).first else {
            return .failure(.unreadable(LineFault.truncated.code))
        }
        do throws(LineFault) {
            switch try LineDecoder(self).decode(try frame.get()) {
            case .value(let value): return .success(value.values)
            case .failed(let failure): return .failure(failure)
            case .live: return .failure(.unstable)
            case .idle, .asked: return .failure(.unreadable("no_value"))
            }
        } catch {
            return .failure(.unreadable(error.code))
        }
    }
}
