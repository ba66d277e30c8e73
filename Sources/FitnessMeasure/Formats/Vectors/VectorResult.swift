/// What came of decoding one message of a ``VectorFile``.
public struct VectorResult: Equatable, Sendable {
    public var id: String?
    public var outcome: Outcome

    public enum Outcome: Equatable, Sendable {
        case decoded(fields: [String: GattFieldValue], warnings: [String])
        /// The error's name.
        case refused(String)
    }
}

extension VectorResult: Encodable {
    private enum Key: CodingKey { case id, ok, fields, warnings, error }

    /// `{"id", "ok": true, "fields", "warnings"}` or `{"id", "ok": false, "error"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(id, forKey: .id)
        switch outcome {
        case .decoded(let fields, let warnings):
            try container.encode(true, forKey: .ok)
            try container.encode(fields, forKey: .fields)
            try container.encode(warnings, forKey: .warnings)
        case .refused(let error):
            try container.encode(false, forKey: .ok)
            try container.encode(error, forKey: .error)
        }
    }
}

extension VectorFile.Vector {
    /// Reads the bytes; whatever is wrong is a result, too. Serial bytes are read by the profile of their device.
    public func decoded(profiles: [LineProfile] = []) -> VectorResult {
        VectorResult(id: id, outcome: outcome(profiles))
    }

    private func outcome(_ profiles: [LineProfile]) -> VectorResult.Outcome {
        guard let source, let hex else { return .refused("bad_vector") }
        guard let bytes = [UInt8](hexadecimal: hex) else { return .refused("bad_hex") }
        switch source {
        case .characteristic(let name): return Self.frame(name, bytes)
        case .device(let name):
            guard let profile = profiles.named(name) else { return .refused("unknown_device") }
            return profile.vectorOutcome(of: bytes)
        }
    }

    private static func frame(_ characteristic: String, _ bytes: [UInt8]) -> VectorResult.Outcome {
        do throws(GattDecoding.Failure) {
            let frame = try GattDecoding.frame(characteristic: characteristic, bytes: bytes)
            return .decoded(fields: frame.values, warnings: frame.warnings.map(\.code))
        } catch {
            return .refused(error.code)
        }
    }
}

extension [UInt8] {
    /// Two hex digits a byte, with nothing between them; empty text is no bytes.
    public init?(hexadecimal text: String) {
        let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        let values = digits.compactMap { $0 }
        self = stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}
