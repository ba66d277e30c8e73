/// Turns frames into values by a profile. Pure: no link, no clock, no state.
public struct LineDecoder: Sendable {
    public let profile: LineProfile

    public init(_ profile: LineProfile) { self.profile = profile }

    /// Decodes one frame; throws why it is not a message.
    public func decode(_ frame: LineFrame) throws(LineFault) -> LineMessage {
        let text = try text(of: frame)
        for reply in profile.replies where reply.pattern.matches(text) { return .asked(reply.bytes) }
        if let failure = profile.failure(of: text) { return .failed(failure) }
        let fields = try profile.layout.fields(of: text)
        if let failure = profile.failure(in: fields) { return .failed(failure) }
        return try message(fields)
    }

    /// The fields of a frame as the device wrote them.
    func fields(of frame: LineFrame) throws(LineFault) -> [String: String] {
        try profile.layout.fields(of: try text(of: frame))
    }

    private func text(of frame: LineFrame) throws(LineFault) -> [UInt8] {
        let body = try profile.checksum?.verified(frame, profile.framing) ?? frame.body
        return try profile.charset.text(profile.ignored.isEmpty ? body : body.filter { !profile.ignored.contains($0) })
    }

    private func message(_ fields: [String: String]) throws(LineFault) -> LineMessage {
        let isLive = try profile.stability?.isLive(fields) ?? false
        let judged = try values(fields)
        if judged.contains(where: \.isIdle) { return .idle }
        if isLive { return .live(judged.first?.value) }
        let (time, timeFlag) = try profile.deviceTime(fields)
        let value = LineValue(
            values: judged.filter(\.isKept).map(\.value), deviceTime: time, sequence: try sequence(fields),
            identity: profile.identity.flatMap { fields[$0] }, flags: flags(fields, judged, timeFlag))
        return judged.allSatisfy(\.isBearable) && profile.isInOrder(value.values)
            ? .value(value) : .failed(.implausible)
    }

    /// The values that are there. The quantity of the first rule is what the device is for: without it, whatever its
    /// unit, there is no reading.
    private func values(_ fields: [String: String]) throws(LineFault) -> [LineValueRule.Judged] {
        let main = profile.values.first
        var values: [LineValueRule.Judged] = []
        for rule in profile.values {
            guard var value = try rule.value(fields) else { continue }
            value.isDecisive = value.isDecisive || rule.quantity == main?.quantity
            values.append(value)
        }
        guard values.contains(where: { $0.value.kind == main?.quantity }) else {
            throw .missing(field: main?.field ?? "")
        }
        return values
    }

    private func flags(
        _ fields: [String: String], _ judged: [LineValueRule.Judged], _ time: QualityFlag?
    ) -> Set<QualityFlag> {
        var flags = Set(profile.flags.filter { $0.holds(fields) }.map(\.flag))
        if judged.contains(where: { !$0.isKept }) { flags.insert(.implausiblePart) }
        if let time { flags.insert(time) }
        return flags
    }

    private func sequence(_ fields: [String: String]) throws(LineFault) -> Int? {
        guard let name = profile.sequence, let text = fields[name] else { return nil }
        guard let number = Int(text) else { throw .badNumber(field: name) }
        return number
    }
}

/// What a frame said.
public enum LineMessage: Equatable, Sendable {
    case value(LineValue)
    /// Not still yet; for show only.
    case live(QuantityValue?)
    case failed(MeasureFailure)
    /// Nobody is being measured.
    case idle
    /// The device asks for something and wants to hear these bytes.
    case asked([UInt8])
}

/// A finished measurement as the line gave it.
public struct LineValue: Equatable, Sendable {
    public var values: [QuantityValue]
    public var deviceTime: DeviceTime?
    public var sequence: Int?
    /// What the device calls itself or its record. Never taken for a person, never stored apart from the raw bytes.
    public var identity: String?
    public var flags: Set<QualityFlag>

    public init(
        values: [QuantityValue], deviceTime: DeviceTime?, sequence: Int?, identity: String? = nil,
        flags: Set<QualityFlag>
    ) {
        (self.values, self.deviceTime, self.sequence) = (values, deviceTime, sequence)
        (self.identity, self.flags) = (identity, flags)
    }
}

extension QualityFlag {
    /// A value beside the main one could not be true and was left out.
    public static let implausiblePart: QualityFlag = "implausible_part_left_out"
    /// The device's clock gave a date that no calendar has.
    public static let timestampInvalid: QualityFlag = "timestamp_invalid"
    /// The device's clock was never set.
    public static let timestampUnknown: QualityFlag = "timestamp_unknown"
}

extension LineCharset {
    /// The body as UTF-8, on which patterns work.
    func text(_ body: [UInt8]) throws(LineFault) -> [UInt8] {
        switch self {
        case .ascii:
            guard body.allSatisfy({ $0 < 0x80 }) else { throw .badCharacter }
            return body
        case .latin1: return Array(String(String.UnicodeScalarView(body.map { UnicodeScalar($0) })).utf8)
        case .utf8:
            guard let text = String(validating: body, as: UTF8.self) else { throw .badCharacter }
            return Array(text.utf8)
        }
    }
}

extension LinePattern {
    func matches(_ text: [UInt8]) -> Bool {
        do throws(LineFault) {
            _ = try match(text)
            return true
        } catch {
            return false
        }
    }
}
