extension LineProfile {
    /// What the first frame that can be read says, with silence at the end; what is wrong with the first frame if
    /// none can be read.
    func vectorOutcome(of bytes: [UInt8]) -> VectorResult.Outcome {
        var framer = LineFramer(framing)
        let frames = framer.append(bytes) + [framer.silence()].compactMap { $0 }
        let outcomes = frames.lazy.map { vectorOutcome(of: $0) }
        return outcomes.first { if case .decoded = $0 { true } else { false } } ?? outcomes.first
            ?? .refused(LineFault.truncated.code)
    }

    private func vectorOutcome(of frame: Result<LineFrame, LineFault>) -> VectorResult.Outcome {
        do throws(LineFault) {
            let (frame, decoder) = (try frame.get(), LineDecoder(self))
            switch try decoder.decode(frame) {
            case .value(let value):
                return named(try decoder.fields(of: frame), value.flags.map(\.rawValue).sorted())
            // Read correctly: whether a body can do it is a warning, as with a characteristic.
            case .failed(.implausible): return named(try decoder.fields(of: frame), ["implausible"])
            case .idle: return named(try decoder.fields(of: frame), ["idle"])
            case .failed(let failure): return .refused(failure.code)
            case .live: return .refused(MeasureFailure.unstable.code)
            case .asked: return .decoded(fields: [:], warnings: [])
            }
        } catch {
            // A field that is not there is one that was cut off: so it is called in such files.
            if case .missing = error { return .refused(LineFault.truncated.code) }
            return .refused(error.code)
        }
    }

    private func named(_ fields: [String: String], _ warnings: [String]) -> VectorResult.Outcome {
        .decoded(fields: LineFieldNames(self, fields).named, warnings: warnings)
    }
}

extension MeasureFailure {
    /// The failure's name on the command line.
    public var code: String {
        switch self {
        case .deviceError: "device_error"
        case .unreadable(let reason): reason
        case .implausible: "implausible"
        case .unstable: "unstable"
        }
    }
}
