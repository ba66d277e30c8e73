/// Record Access Control Point (2A52): a request for stored records, or the device's response.
public struct RecordAccessFrame: GattFrame {
    public enum Operation: UInt8, Sendable {
        case report = 1
        case delete, abort, count
        case countResponse, response

        var name: String { self == .countResponse ? "count_response" : "\(self)" }
    }

    public enum Operator: UInt8, Sendable {
        case null = 0
        case all, lessOrEqual, greaterOrEqual, range, first, last

        var name: String {
            switch self {
            case .lessOrEqual: "less_or_equal"
            case .greaterOrEqual: "greater_or_equal"
            default: "\(self)"
            }
        }
    }

    /// A bound of a request.
    public enum Bound: Equatable, Sendable {
        case sequence(UInt16)
        case time(GattDateTime)
    }

    public let operation: Operation
    public let `operator`: Operator
    /// One bound for ≤ and ≥, two for a range, else none.
    public let bounds: [Bound]
    public let count: UInt16?
    public let requestCode: UInt8?
    public let resultCode: UInt8?
    public let warnings: [GattWarning]

    static let results: [UInt8: String] = [
        1: "success", 2: "op_unsupported", 3: "invalid_operator", 4: "operator_unsupported", 5: "invalid_operand",
        6: "no_records", 7: "abort_failed", 8: "not_completed", 9: "operand_unsupported",
    ]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let opcode = try reader.uint8("op")
        guard let operation = Operation(rawValue: opcode) else { throw .unknownOpcode(opcode) }
        let code = try reader.uint8("operator")
        guard let relation = Operator(rawValue: code) else { throw .unknownOperator(code) }
        (self.operation, self.operator) = (operation, relation)
        let isRequest = operation != .countResponse && operation != .response
        bounds = isRequest ? try reader.bounds(relation) : []
        count = operation == .countResponse ? try reader.uint16("count") : nil
        requestCode = operation == .response ? try reader.uint8("request") : nil
        resultCode = operation == .response ? try reader.uint8("result") : nil
        reader.warn(.reservedCode(field: "result"), if: resultCode.map { Self.results[$0] == nil } ?? false)
        warnings = reader.finish()
    }

    /// The bytes of a request: all records, or those from a number on, or what to do with them.
    public static func request(_ operation: Operation, from sequence: UInt16? = nil) -> [UInt8] {
        if operation == .abort { return [operation.rawValue, Operator.null.rawValue] }
        guard let sequence else { return [operation.rawValue, Operator.all.rawValue] }
        return [
            operation.rawValue, Operator.greaterOrEqual.rawValue, Self.sequenceFilter,
            UInt8(truncatingIfNeeded: sequence), UInt8(truncatingIfNeeded: sequence >> 8),
        ]
    }

    /// The bytes of a request for the newest record alone.
    public static let requestForLast = [Operation.report.rawValue, Operator.last.rawValue]

    /// What a response says of its request; nil for a code that we do not know.
    public var result: String? { resultCode.flatMap { Self.results[$0] } }

    static let sequenceFilter: UInt8 = 1

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = ["op": .text(operation.name), "operator": .text(`operator`.name)]
        if let bound = bounds.first {
            if case .sequence = bound { values["filter"] = .text("sequence") } else { values["filter"] = .text("time") }
        }
        let names = `operator` == .lessOrEqual ? ["to"] : ["from", "to"]
        for (name, bound) in zip(names, bounds) {
            switch bound {
            case .sequence(let number): values[name] = .whole(Int(number))
            case .time(let time): values[name] = time.value
            }
        }
        if let count { values["count"] = .whole(Int(count)) }
        if let requestCode { values["request"] = Operation(rawValue: requestCode).map { .text($0.name) } ?? .unknown }
        if let resultCode { values["result"] = Self.results[resultCode].map { .text($0) } ?? .unknown }
        return values
    }
}

extension ByteReader {
    /// A filter (1 sequence number, 2 the time that people see), then its bounds.
    fileprivate mutating func bounds(
        _ relation: RecordAccessFrame.Operator
    ) throws(GattFrameError) -> [RecordAccessFrame.Bound] {
        let count: Int
        switch relation {
        case .lessOrEqual, .greaterOrEqual: count = 1
        case .range: count = 2
        case .null, .all, .first, .last: return []
        }
        let filter = try uint8("filter")
        var bounds: [RecordAccessFrame.Bound] = []
        for _ in 0..<count {
            switch filter {
            case 1: bounds.append(.sequence(try uint16("operand")))
            case 2: bounds.append(.time(try dateTime("operand")))
            default: throw .invalidOperand(filter)
            }
        }
        return bounds
    }
}
