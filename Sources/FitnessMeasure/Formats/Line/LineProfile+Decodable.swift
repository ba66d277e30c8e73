extension LineProfile: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(
            decoder, knows: "profile", "title", "verified", "source", "port", "serial", "frame", "checksum", "charset",
            "line", "values", "stable", "errors", "flags", "time", "sequence", "poll", "acknowledge", "repeats")
        (id, title) = (try node.get("profile"), try node.get("title"))
        (isVerified, source) = (try node.get("verified"), try node.get("source"))
        (port, serial) = (try node.get("port"), try node.get("serial"))
        (framing, checksum) = (try node.get("frame"), try node.find("checksum"))
        (charset, layout) = (try node.get("charset", or: .ascii), try node.get("line"))
        (values, stability) = (try node.get("values"), try node.find("stable"))
        (errors, flags) = (try node.get("errors", or: []), try node.get("flags", or: []))
        (time, sequence) = (try node.get("time", or: []), try node.find("sequence"))
        poll = try node.find("poll")
        acknowledgement = try node.find("acknowledge", as: LineProfileBytes.self)?.bytes ?? []
        repeats = try node.get("repeats", or: LineRepeats(window: .seconds(2), holdsDisplay: false))
        try checkID(node)
        try checkFields(node)
        try checkFrame(node)
    }

    private func checkID(_ node: LineProfileNode) throws {
        let isPlain = id.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
        guard isPlain, !id.isEmpty else { throw node.fault("profile", "\"\(id)\" is not made of a-z, 0-9 and -") }
        guard port.hasPrefix("/") else { throw node.fault("port", "\"\(port)\" is not a path that begins with /") }
    }

    /// Every field that is used is one that the line gives.
    private func checkFields(_ node: LineProfileNode) throws {
        guard !values.isEmpty else { throw node.fault("values", "needs a value") }
        let used: [(String, String)] =
            values.map { ("values", $0.field) } + values.compactMap { rule in rule.unitField.map { ("values", $0) } }
            + flags.map { ("flags", $0.field) } + time.map { ("time", $0.field) }
            + [stability.map { ("stable", $0.field) }, sequence.map { ("sequence", $0) }].compactMap { $0 }
        for (key, field) in used where !layout.names.contains(field) {
            throw node.fault(
                key, "no field \"\(field)\" in line; it has \(layout.names.sorted().joined(separator: ", "))")
        }
    }

    private func checkFrame(_ node: LineProfileNode) throws {
        guard let checksum else { return }
        guard case .marks(_, _, let check) = framing.kind, check == checksum.encoding.length else {
            throw node.fault("checksum", "needs a frame with start, end and check: \(checksum.encoding.length)")
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
        let node = try LineProfileNode(decoder, knows: "kind", "range", "encoding")
        self.init(
            kind: try node.get("kind"), range: try node.get("range"), encoding: try node.get("encoding", or: .byte))
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
