/// A JSON value as FHIR wants it: a number keeps the digits that a device sent, members keep the order in which they
/// were written, and what is empty is left out. `JSONEncoder` can do none of the three.
public enum FHIRValue: Equatable, Sendable {
    case text(String)
    case decimal(DecimalValue)
    case whole(Int)
    case flag(Bool)
    case list([FHIRValue])
    case object(FHIRObject)

    /// True for what FHIR forbids: an empty text, list or object.
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .list(let values): values.isEmpty
        case .object(let object): object.members.isEmpty
        case .decimal, .whole, .flag: false
        }
    }
}

/// An object's members in the order in which they are written.
public struct FHIRObject: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    public private(set) var members: [Member] = []

    public struct Member: Equatable, Sendable {
        public let name: String
        public let value: FHIRValue
    }

    /// Members without a value, and with an empty one, are left out.
    public init(dictionaryLiteral elements: (String, FHIRValue?)...) {
        for (name, value) in elements { add(name, value) }
    }

    public mutating func add(_ name: String, _ value: FHIRValue?) {
        guard let value, !value.isEmpty else { return }
        members.append(Member(name: name, value: value))
    }

    /// The first member of that name.
    public subscript(name: String) -> FHIRValue? { members.first { $0.name == name }?.value }

    /// The JSON text, the same for the same object, without spaces.
    public var json: String {
        var text = ""
        FHIRValue.object(self).write(to: &text)
        return text
    }
}

extension FHIRValue {
    fileprivate func write(to json: inout String) {
        switch self {
        case .text(let text): Self.write(text, to: &json)
        case .decimal(let value): json += value.description
        case .whole(let number): json += String(number)
        case .flag(let flag): json += flag ? "true" : "false"
        case .list(let values):
            json += "["
            for (index, value) in values.enumerated() {
                if index > 0 { json += "," }
                value.write(to: &json)
            }
            json += "]"
        case .object(let object):
            json += "{"
            for (index, member) in object.members.enumerated() {
                if index > 0 { json += "," }
                Self.write(member.name, to: &json)
                json += ":"
                member.value.write(to: &json)
            }
            json += "}"
        }
    }

    /// FHIR allows no control characters but tab and line ends; others become a space.
    private static func write(_ text: String, to json: inout String) {
        json += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case _ where scalar.value < 0x20: json += " "
            default: json.unicodeScalars.append(scalar)
            }
        }
        json += "\""
    }
}
