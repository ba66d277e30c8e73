/// The `frame` part of a profile: how messages are told apart on the line.
extension LineFraming: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(
            decoder, knows: "delimiter", "start", "end", "check", "length", "silence", "max", "timeout")
        self.init(
            kind: try Self.kind(node), maximum: try node.integer("max", or: 256, in: 1...4096),
            timeout: try node.seconds("timeout", or: 1))
    }

    private static func kind(_ node: LineProfileNode) throws -> Kind {
        let given = ["delimiter", "start", "length", "silence"].filter(node.has)
        guard given.count == 1 else {
            throw node.fault("delimiter", "exactly one of delimiter, start (with end), length, silence")
        }
        guard given == ["start"] || !(node.has("end") || node.has("check")) else {
            throw node.fault("end", "end and check go with start")
        }
        switch given[0] {
        case "delimiter": return .delimiter(try node.get("delimiter", as: LineProfileBytes.self).bytes)
        case "length": return .length(try node.integer("length", in: 1...4096))
        case "silence":
            guard try node.get("silence") else { throw node.fault("silence", "is true or left out") }
            return .silence
        default:
            return .marks(
                start: try node.get("start", as: LineProfileBytes.self).bytes,
                end: try node.get("end", as: LineProfileBytes.self).bytes,
                check: try node.integer("check", or: 0, in: 0...8))
        }
    }
}

extension LineChecksum: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(
            decoder, knows: "kind", "range", "encoding", "before_end", "field", "required")
        let header = try node.bytes("field")
        let isBeforeEnd: Bool = try node.get("before_end", or: false)
        guard header.isEmpty || !isBeforeEnd else { throw node.fault("field", "field or before_end, not both") }
        guard !header.isEmpty || !node.has("required") else { throw node.fault("required", "goes with field") }
        let place: Place =
            header.isEmpty
            ? isBeforeEnd ? .beforeEnd : .afterEnd
            : .field(header, isRequired: try node.get("required", or: true))
        self.init(
            kind: try Self.kind(node), range: try node.get("range", or: .body),
            encoding: try node.get("encoding", or: .byte), place: place)
    }

    private static func kind(_ node: LineProfileNode) throws -> Kind {
        let name: String = try node.get("kind")
        switch name {
        case "xor": return .xor
        case "sum": return .sum
        case "twos": return .twos
        case "sum16": return .sum16
        default:
            guard let check = CyclicRedundancyCheck(named: name) else {
                let known = ["xor", "sum", "twos", "sum16"] + CyclicRedundancyCheck.names
                throw node.fault("kind", "\"\(name)\" is none of \(known.joined(separator: ", "))")
            }
            return .crc(check)
        }
    }
}

extension SerialSettings: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "baud", "bits", "parity", "stop", "flow")
        self.init(
            baud: try node.get("baud"), bits: try node.integer("bits", or: 8, in: 7...8),
            parity: try node.get("parity", or: .none), stop: try node.integer("stop", or: 1, in: 1...2),
            flow: try node.get("flow", or: .none))
        guard Self.knownSpeeds.contains(baud) else {
            throw node.fault("baud", "\(baud) is none of \(Self.knownSpeeds.map(String.init).joined(separator: ", "))")
        }
    }
}

extension LineLayout: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "whole", "split", "parts", "pairs", "names")
        if node.has("whole"), !node.has("split"), !node.has("pairs") {
            self = .whole(try node.patterns("whole"))
        } else if node.has("split"), !node.has("pairs"), !node.has("whole") {
            self = .split(by: try node.get("split", as: LineProfileBytes.self).bytes, try node.patterns("parts"))
        } else if node.has("pairs"), !node.has("whole") {
            let separator = try node.get("pairs", as: LineProfileBytes.self).bytes
            guard separator.count == 1 else { throw node.fault("pairs", "is one byte") }
            self = .pairs(by: separator[0], try node.get("names"))
        } else {
            throw node.fault("whole", "exactly one of whole, split (with parts), pairs (with names)")
        }
    }
}
