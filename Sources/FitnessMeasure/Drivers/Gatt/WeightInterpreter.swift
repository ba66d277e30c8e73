/// For scales. Some send a weight once it holds still, as the service asks; others send every sample. Dated samples are
/// records of their own; of undated ones in one go the last counts if the one before it says the same, and if they
/// never agree nobody knows a weight.
struct WeightInterpreter: GattInterpreter {
    private var samples: [Sample] = []

    static let weight = GattUUID(0x2A9D)

    private struct Sample {
        var frame: WeightFrame
        var raw: [UInt8]
    }

    /// More are dropped from the front: only the last two decide.
    private static let most = 2

    mutating func receive(_ bytes: [UInt8], of characteristic: GattUUID) throws(GattFrameError) -> [GattFinding] {
        let frame = try WeightFrame(bytes: bytes)
        guard frame.failure == nil, frame.timestamp?.deviceTime?.exists != true else {
            return [frame.finding(raw: bytes)]
        }
        samples = Array((samples + [Sample(frame: frame, raw: bytes)]).suffix(Self.most))
        return [.live(frame.quantities.first)]
    }

    mutating func end(_ ending: GattEnding) -> [GattLateFinding] {
        defer { samples = [] }
        guard let last = samples.last else { return [] }
        let isSteady = samples.allSatisfy { $0.frame.quantities == last.frame.quantities }
        return [GattLateFinding(Self.weight, isSteady ? last.frame.finding(raw: last.raw) : .failed(.unstable))]
    }
}
