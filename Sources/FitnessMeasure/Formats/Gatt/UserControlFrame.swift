/// User Control Point (2A9F): a request about a device's own users, or its response.
public enum UserControlFrame: GattFrame {
    case register(consent: UInt16, warnings: [GattWarning])
    case consent(user: UInt8, code: UInt16, warnings: [GattWarning])
    case deleteData(warnings: [GattWarning])
    case listUsers(warnings: [GattWarning])
    /// The user index comes with a successful registration only.
    case response(request: UInt8, result: UInt8, user: UInt8?, warnings: [GattWarning])

    static let operations: [UInt8: String] = [
        1: "register_new_user", 2: "consent", 3: "delete_user_data", 4: "list_all_users",
    ]
    static let results: [UInt8: String] = [
        1: "success", 2: "op_unsupported", 3: "invalid_parameter", 4: "operation_failed", 5: "not_authorised",
    ]

    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let opcode = try reader.uint8("op")
        switch opcode {
        case 1:
            let consent = try reader.consentCode()
            self = .register(consent: consent, warnings: reader.finish())
        case 2:
            let user = try reader.uint8("user_index")
            let code = try reader.consentCode()
            self = .consent(user: user, code: code, warnings: reader.finish())
        case 3: self = .deleteData(warnings: reader.finish())
        case 4: self = .listUsers(warnings: reader.finish())
        case 0x20:
            let request = try reader.uint8("request")
            let result = try reader.uint8("result")
            let user = request == 1 && result == 1 ? try reader.uint8("user_index") : nil
            reader.warn(.reservedCode(field: "request"), if: Self.operations[request] == nil)
            reader.warn(.reservedCode(field: "result"), if: Self.results[result] == nil)
            self = .response(request: request, result: result, user: user, warnings: reader.finish())
        default: throw .unknownOpcode(opcode)
        }
    }

    public var warnings: [GattWarning] {
        switch self {
        case .register(_, let warnings), .consent(_, _, let warnings), .deleteData(let warnings),
            .listUsers(let warnings), .response(_, _, _, let warnings):
            warnings
        }
    }

    public var values: [String: GattFieldValue] {
        switch self {
        case .register(let consent, _):
            return ["op": .text("register_new_user"), "consent_code": .whole(Int(consent))]
        case .consent(let user, let code, _):
            return ["op": .text("consent"), "user_index": .whole(Int(user)), "consent_code": .whole(Int(code))]
        case .deleteData: return ["op": .text("delete_user_data")]
        case .listUsers: return ["op": .text("list_all_users")]
        case .response(let request, let result, let user, _):
            var values: [String: GattFieldValue] = [
                "op": .text("response"), "request": Self.operations[request].map { .text($0) } ?? .unknown,
                "result": Self.results[result].map { .text($0) } ?? .unknown,
            ]
            if let user { values["user_index"] = .whole(Int(user)) }
            return values
        }
    }
}

extension ByteReader {
    /// 0–9999.
    fileprivate mutating func consentCode() throws(GattFrameError) -> UInt16 {
        let code = try uint16("consent_code")
        guard code <= 9999 else { throw .consentOutOfRange(Int(code)) }
        return code
    }
}
