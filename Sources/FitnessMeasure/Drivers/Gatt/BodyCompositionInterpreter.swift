/// For body composition scales. A measurement longer than a packet comes in two; they are joined only if they follow
/// each other and nothing that both say differs, user and time above all. A half that finds no other is no reading,
/// however the connection ends.
struct BodyCompositionInterpreter: GattInterpreter {
    private var weights = WeightInterpreter()
    private var first: Half?

    private struct Half {
        var frame: BodyCompositionFrame
        var raw: [UInt8]
    }

    static let composition = GattUUID(0x2A9C)

    mutating func receive(_ bytes: [UInt8], of characteristic: GattUUID) throws(GattFrameError) -> [GattFinding] {
        guard characteristic == Self.composition else { return try weights.receive(bytes, of: characteristic) }
        let frame = try BodyCompositionFrame(bytes: bytes)
        let new = Half(frame: frame, raw: bytes)
        defer { first = frame.isPartOfSeveral && first == nil ? new : nil }
        guard let first else { return frame.isPartOfSeveral ? [] : [frame.finding(raw: bytes)] }
        if frame.continues(first.frame) { return [Self.joined(first, new)] }
        return [.failed(.halfMeasurement)] + (frame.isPartOfSeveral ? [] : [frame.finding(raw: bytes)])
    }

    mutating func end(_ ending: GattEnding) -> [GattLateFinding] {
        defer { first = nil }
        let half = first == nil ? [] : [GattLateFinding(Self.composition, .failed(.halfMeasurement))]
        return half + weights.end(ending)
    }

    /// Either half may carry the user and the time; a value that both have is the same in both or told once.
    private static func joined(_ first: Half, _ second: Half) -> GattFinding {
        let halves = [first.frame, second.frame]
        if let failure = halves.compactMap(\.failure).first(where: { $0 != .deviceError(code: "not_measured") }) {
            return .failed(failure)
        }
        var values: [QuantityValue] = []
        for value in halves.flatMap(\.quantities) where !values.contains(where: { $0.kind == value.kind }) {
            values.append(value)
        }
        guard !values.isEmpty else { return .failed(.deviceError(code: "not_measured")) }
        return .measured(
            GattMeasurement(
                values: values, deviceTime: halves.lazy.compactMap(\.deviceTime).first,
                userSlot: halves.lazy.compactMap(\.userSlot).first,
                flags: halves.reduce([]) { $0.union($1.qualityFlags) }, raw: first.raw + second.raw))
    }
}

extension MeasureFailure {
    /// One of a measurement's two packets came, and the other did not or belongs to another.
    static let halfMeasurement = MeasureFailure.unreadable("half_measurement")
}
