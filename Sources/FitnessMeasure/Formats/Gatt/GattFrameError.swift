/// Why bytes are not a frame of their characteristic. Nothing of such a frame is kept.
public enum GattFrameError: Error, Equatable, Sendable {
    /// The bytes end inside or before this field.
    case truncated(field: String)
    /// More bytes than an attribute can have (512, Core Specification Vol 3 Part F 3.2.9).
    case oversized(bytes: Int)
    /// A control point's first byte names no operation that we know.
    case unknownOpcode(UInt8)
    /// A record access operator that we do not know.
    case unknownOperator(UInt8)
    /// A record access filter that we do not know.
    case invalidOperand(UInt8)
    /// A field whose layout differs between revisions, in a frame that does not say which one it follows.
    case ambiguousRevision(field: String)
    /// A consent code above 9999.
    case consentOutOfRange(Int)

    /// The error's name in recordings and on the command line.
    public var code: String {
        switch self {
        case .truncated: "truncated"
        case .oversized: "oversized"
        case .unknownOpcode: "unknown_opcode"
        case .unknownOperator: "unknown_operator"
        case .invalidOperand: "invalid_operand"
        case .ambiguousRevision: "ambiguous_revision"
        case .consentOutOfRange: "consent_out_of_range"
        }
    }
}
