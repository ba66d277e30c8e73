/// Turns frames into values by a profile. Pure: no link, no clock, no state.
public struct LineDecoder: Sendable {
    public let profile: LineProfile
    private let startLength: Int

    public init(_ profile: LineProfile) {
        self.profile = profile
        startLength = if case .marks(let start, _, _) = profile.framing.kind { start.count } else { 0 }
    }

    /// Decodes one frame; throws why it is not a message.
    public func decode(_ frame: LineFrame) throws(LineFault) -> LineMessage {
        try profile.checksum?.verify(frame, startLength: startLength)
        let text = try profile.charset.text(frame.body)
        for rule in profile.errors {
            // An error pattern that does not match is the ordinary case.
            guard let fields = try? rule.pattern.match(text) else { continue }
            return .failed(rule.meaning == .unstable ? .unstable : .deviceError(code: fields["code"]))
        }
        let fields = try profile.layout.fields(of: text)
        let isLive = try profile.stability?.isLive(fields) ?? false
        let values = try values(fields)
        if isLive { return .live(values.first?.value) }
        guard values.allSatisfy(\.isPlausible) else { return .failed(.implausible) }
        return .value(
            LineValue(
                values: values.map(\.value), deviceTime: try deviceTime(fields), sequence: try sequence(fields),
                flags: Set(profile.flags.filter { fields[$0.field] == $0.text }.map(\.flag))))
    }

    private func values(_ fields: [String: String]) throws(LineFault) -> [LineValueRule.Judged] {
        var values: [LineValueRule.Judged] = []
        for rule in profile.values {
            if let value = try rule.value(fields) { values.append(value) }
        }
        return values
    }

    private func sequence(_ fields: [String: String]) throws(LineFault) -> Int? {
        guard let name = profile.sequence, let text = fields[name] else { return nil }
        guard let number = Int(text) else { throw .badNumber(field: name) }
        return number
    }

    private func deviceTime(_ fields: [String: String]) throws(LineFault) -> DeviceTime? {
        guard !profile.time.isEmpty else { return nil }
        var time = DeviceTime(year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0)
        for rule in profile.time {
            guard let text = fields[rule.field] else { throw .missing(field: rule.field) }
            guard rule.read(text, into: &time) else { throw .badTime(field: rule.field) }
        }
        return time
    }
}

/// What a frame said.
public enum LineMessage: Equatable, Sendable {
    case value(LineValue)
    /// Not still yet; for show only.
    case live(QuantityValue?)
    case failed(MeasureFailure)
}

/// A finished measurement as the line gave it.
public struct LineValue: Equatable, Sendable {
    public var values: [QuantityValue]
    public var deviceTime: DeviceTime?
    public var sequence: Int?
    public var flags: Set<QualityFlag>

    public init(values: [QuantityValue], deviceTime: DeviceTime?, sequence: Int?, flags: Set<QualityFlag>) {
        (self.values, self.deviceTime, self.sequence, self.flags) = (values, deviceTime, sequence, flags)
    }
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

extension LineStability {
    fileprivate func isLive(_ fields: [String: String]) throws(LineFault) -> Bool {
        guard let state = fields[field] else { throw .missing(field: field) }
        if stable.contains(state) { return false }
        guard live.contains(state) else { throw .unknownState(state) }
        return true
    }
}
