/// Asks a device for its stored records over the Record Access Control Point: first how many there are since the last
/// one we know, then for those. Never deletes any. Pure.
struct RecordDownload {
    private enum Phase: Equatable { case idle, counting, reporting, aborting, done }

    private var phase = Phase.idle
    private var from: UInt16?
    private var refusal: String?

    static let controlPoint = GattUUID(0x2A52)

    /// Of more records than this only the newest is of interest to anybody who is here now.
    static let most: UInt16 = 256

    /// Records may still come, so a pause does not end them.
    var isBusy: Bool { phase == .counting || phase == .reporting || phase == .aborting }

    /// Why the records could not be had, once.
    mutating func takeRefusal() -> String? {
        defer { refusal = nil }
        return refusal
    }

    /// Begins with the records after the last one that is known of this device.
    mutating func begin(after last: Int?) -> [GattOrder] {
        (phase, refusal) = (.counting, nil)
        from = last.flatMap { $0 < Int(UInt16.max) ? UInt16(exactly: $0 + 1) : nil }
        return [write(RecordAccessFrame.request(.count, from: from))]
    }

    /// A value of the control point. Our own requests come back on some buses and say nothing.
    mutating func receive(_ bytes: [UInt8]) throws(GattFrameError) -> [GattOrder] {
        let frame = try RecordAccessFrame(bytes: bytes)
        switch frame.operation {
        case .countResponse where phase == .counting: return counted(frame.count ?? 0)
        case .response where isBusy: return responded(frame)
        default: return []
        }
    }

    /// What came of writing a request.
    mutating func answered(_ order: GattOrder, _ answer: GattAnswer) {
        guard order.characteristic == Self.controlPoint, isBusy else { return }
        switch answer {
        case .done: break
        case .absent: phase = .done
        case .refused(let reason): end(refused: reason)
        }
    }

    /// Nothing came for a while: a download that hangs is broken off, and one that cannot even be broken off is over.
    mutating func quiet() -> [GattOrder] {
        switch phase {
        case .counting, .reporting:
            phase = .aborting
            return [write(RecordAccessFrame.request(.abort))]
        case .aborting:
            end(refused: "no_answer")
            return []
        case .idle, .done: return []
        }
    }

    private mutating func counted(_ count: UInt16) -> [GattOrder] {
        guard count > 0 else {
            phase = .done
            return []
        }
        phase = .reporting
        return [write(count > Self.most ? RecordAccessFrame.requestForLast : request)]
    }

    private mutating func responded(_ frame: RecordAccessFrame) -> [GattOrder] {
        switch (phase, frame.result) {
        case (.aborting, _): end(refused: "aborted")
        case (_, "success"), (_, "no_records"): phase = .done
        case (.counting, "op_unsupported"):
            phase = .reporting
            return [write(request)]
        case (_, "operator_unsupported"), (_, "operand_unsupported"), (_, "invalid_operator"), (_, "invalid_operand"):
            return fallBack(frame.result)
        case (_, let result): end(refused: result)
        }
        return []
    }

    /// A device that cannot filter gives everything.
    private mutating func fallBack(_ result: String?) -> [GattOrder] {
        guard from != nil else {
            end(refused: result)
            return []
        }
        (from, phase) = (nil, .reporting)
        return [write(request)]
    }

    private var request: [UInt8] { RecordAccessFrame.request(.report, from: from) }

    private func write(_ bytes: [UInt8]) -> GattOrder { .write(Self.controlPoint, bytes) }

    private mutating func end(refused code: String?) {
        (phase, refusal) = (.done, code ?? "unknown_code")
    }
}
