/// For glucose meters. A context belongs to the measurement with the same number and tells of the meal; a measurement
/// that announces one waits for it until the burst ends.
struct GlucoseInterpreter: GattInterpreter {
    private var waiting: [Waiting] = []

    private struct Waiting {
        var frame: GlucoseFrame
        var raw: [UInt8]
    }

    static let measurement = GattUUID(0x2A18)
    static let context = GattUUID(0x2A34)

    /// A meter that announces contexts and sends none cannot make us wait for more.
    private static let mostWaiting = 256

    mutating func receive(_ bytes: [UInt8], of characteristic: GattUUID) throws(GattFrameError) -> [GattFinding] {
        switch characteristic {
        case Self.measurement:
            let frame = try GlucoseFrame(bytes: bytes)
            guard frame.contextFollows, frame.failure == nil, waiting.count < Self.mostWaiting else {
                return [frame.finding(raw: bytes)]
            }
            waiting.append(Waiting(frame: frame, raw: bytes))
            return []
        case Self.context:
            let context = try GlucoseContextFrame(bytes: bytes)
            guard let index = waiting.firstIndex(where: { $0.frame.sequence == context.sequence }) else { return [] }
            let owner = waiting.remove(at: index)
            return [owner.frame.finding(raw: owner.raw + bytes).flagged(context.qualityFlags)]
        default: return []
        }
    }

    mutating func end(_ ending: GattEnding) -> [GattLateFinding] {
        defer { waiting = [] }
        return waiting.map { GattLateFinding(Self.measurement, $0.frame.finding(raw: $0.raw)) }
    }
}

extension GattFinding {
    fileprivate func flagged(_ flags: Set<QualityFlag>) -> GattFinding {
        guard case .measured(var measurement) = self else { return self }
        measurement.flags.formUnion(flags)
        return .measured(measurement)
    }
}
