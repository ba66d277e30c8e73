/// The value of one characteristic, read from the bytes of one notification, indication or read.
public protocol GattFrame: Equatable, Sendable {
    /// Reads the whole frame or nothing.
    init(bytes: [UInt8]) throws(GattFrameError)
    /// What is odd about it.
    var warnings: [GattWarning] { get }
    /// Its fields by name, without the warnings.
    var values: [String: GattFieldValue] { get }
}

extension GattFrame {
    /// Its fields by name, ready for JSON; `warnings` is there only if there are any.
    public var fields: [String: GattFieldValue] {
        guard !warnings.isEmpty else { return values }
        return values.merging(["warnings": .list(warnings.map(\.code))]) { value, _ in value }
    }
}

/// A field of a frame as JSON shows it. Numbers that carry a precision are text.
public enum GattFieldValue: Equatable, Sendable {
    case text(String)
    case whole(Int)
    case flag(Bool)
    case list([String])
    case wholes([Int])
    /// The frame has the field, and the field says that it knows nothing.
    case unknown

    init(_ value: DecimalValue) { self = .text(value.description) }
    init(_ value: GattNumber) { self = .text(value.description) }
    /// A user index; 255 stands for a user whom the device does not know.
    init(user index: UInt8) { self = index == 255 ? .unknown : .whole(Int(index)) }
}

extension GattFieldValue: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .whole(let number): try container.encode(number)
        case .flag(let flag): try container.encode(flag)
        case .list(let texts): try container.encode(texts)
        case .wholes(let numbers): try container.encode(numbers)
        case .unknown: try container.encodeNil()
        }
    }
}
