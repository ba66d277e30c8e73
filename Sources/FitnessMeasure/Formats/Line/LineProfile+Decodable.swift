extension LineProfile: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(
            decoder, knows: "profile", "title", "names", "verified", "unverified", "source", "port", "serial", "frame",
            "checksum", "charset", "ignore", "line", "values", "ascending", "stable", "errors", "flags", "time",
            "sequence", "id", "poll", "replies", "acknowledge", "refuse", "repeats", "burst")
        (id, title) = (try node.get("profile"), try node.get("title"))
        (names, source) = (try node.get("names", or: []), try node.get("source"))
        (isVerified, unverified) = (try node.get("verified"), try node.get("unverified", or: []))
        (ports, serial) = (try node.get("port", as: LinePorts.self).matches, try node.get("serial"))
        (framing, checksum) = (try node.get("frame"), try node.find("checksum"))
        (charset, layout) = (try node.get("charset", or: .ascii), try node.get("line"))
        ignored = Set(try node.bytes("ignore"))
        (values, ascending) = (try node.list("values"), try node.get("ascending", or: []))
        (errors, flags) = (try node.list("errors"), try node.list("flags"))
        (stability, time) = (try node.find("stable"), try node.list("time"))
        (sequence, identity) = (try node.find("sequence"), try node.find("id"))
        (poll, replies) = (try node.find("poll"), try node.list("replies"))
        (acknowledgement, refusal) = (try node.bytes("acknowledge"), try node.bytes("refuse"))
        repeats = try node.get("repeats", or: LineRepeats(window: .seconds(2)))
        burst = try node.has("burst") ? node.seconds("burst") : nil
        try check(node)
    }
}

extension LinePoll: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "send", "every", "rest", "patience")
        self.init(
            bytes: try node.get("send", as: LineProfileBytes.self).bytes, interval: try node.seconds("every"),
            rest: try node.has("rest") ? node.seconds("rest") : nil, patience: try node.seconds("patience", or: 5))
        guard interval < patience else { throw node.fault("patience", "must be longer than every") }
    }
}

extension LineReply: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "pattern", "send")
        (pattern, bytes) = (try node.pattern("pattern"), try node.get("send", as: LineProfileBytes.self).bytes)
    }
}

extension LineRepeats: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "window", "holds_display", "until_idle")
        self.init(
            window: try node.seconds("window"), holdsDisplay: try node.get("holds_display", or: false),
            untilIdle: try node.get("until_idle", or: false))
    }
}

/// One place or a list of places where a port is looked for.
private struct LinePorts: Decodable {
    let matches: [DeviceMatch]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let ports = try? container.decode([LinePort].self) {  // not a list: one port, and that throws below
            matches = ports.map(\.match)
        } else {
            matches = [try container.decode(LinePort.self).match]
        }
        guard !matches.isEmpty else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "needs a port")
        }
    }
}

/// A path with wildcards, or a USB adapter's numbers.
private struct LinePort: Decodable {
    let match: DeviceMatch

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let path = try? container.decode(String.self) {  // not a text: it must be a mapping, and that throws below
            guard path.hasPrefix("/") else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "\"\(path)\" is not a path that begins with /")
            }
            match = .path(path)
        } else {
            let node = try LineProfileNode(decoder, knows: "vendor", "product", "serial")
            match = .usb(
                vendor: try node.hexNumber("vendor"), product: try node.hexNumber("product"),
                serial: try node.find("serial"))
        }
    }
}
