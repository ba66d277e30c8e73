extension LineProfile {
    /// What is right by itself and wrong together.
    func check(_ node: LineProfileNode) throws {
        try checkID(node)
        try checkFields(node)
        try checkChecksum(node)
        try checkOrder(node)
        guard isVerified || !unverified.isEmpty else {
            throw node.fault("unverified", "needs a line for each thing that nobody has seen for sure")
        }
    }

    private func checkID(_ node: LineProfileNode) throws {
        let isPlain = id.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
        guard isPlain, !id.isEmpty else { throw node.fault("profile", "\"\(id)\" is not made of a-z, 0-9 and -") }
    }

    /// Every field that is used is one that the line gives.
    private func checkFields(_ node: LineProfileNode) throws {
        guard !values.isEmpty else { throw node.fault("values", "needs a value") }
        for (key, field) in usedFields where !layout.names.contains(field) {
            throw node.fault(
                key, "no field \"\(field)\" in line; it has \(layout.names.sorted().joined(separator: ", "))")
        }
    }

    private var usedFields: [(key: String, field: String)] {
        var used =
            values.map { ("values", $0.field) } + values.compactMap { rule in rule.unitField.map { ("values", $0) } }
        used += flags.map { ("flags", $0.field) } + time.map { ("time", $0.field) }
        used += errors.compactMap { if case .field(let name, _) = $0.condition { ("errors", name) } else { nil } }
        if case .words(let field, _, _)? = stability?.rule { used.append(("stable", field)) }
        return used + [sequence.map { ("sequence", $0) }, identity.map { ("id", $0) }].compactMap { $0 }
    }

    private func checkChecksum(_ node: LineProfileNode) throws {
        guard let checksum else { return }
        switch (checksum.place, framing.kind) {
        case (.afterEnd, .marks(_, _, let check)) where check == checksum.length: break
        case (.afterEnd, _):
            throw node.fault("checksum", "needs a frame with start, end and check: \(checksum.length)")
        case (_, .marks(_, _, let check)) where check > 0:
            throw node.fault("checksum", "stands in the body, but the frame has check bytes behind its end")
        default: break
        }
    }

    private func checkOrder(_ node: LineProfileNode) throws {
        let known = Set(values.map(\.quantity))
        for quantity in ascending where !known.contains(quantity) {
            throw node.fault("ascending", "no value \"\(quantity.rawValue)\"")
        }
        let hasIdle = values.contains { $0.units.values.contains { $0.idleBelow != nil } }
        guard hasIdle || !repeats.untilIdle else {
            throw node.fault("repeats", "until_idle needs a value's idle_below")
        }
    }
}
