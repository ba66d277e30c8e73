/// The parts of a profile that say what a field means; every key is known or an error.
extension LineValueRule: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(
            decoder, knows: "quantity", "field", "implied_decimals", "required", "zero_is_absent", "magnitude", "unit",
            "min", "max", "idle_below", "unit_field", "units")
        (quantity, field) = (try node.get("quantity"), try node.get("field"))
        impliedDecimals = try node.integer("implied_decimals", or: 0, in: 0...6)
        isRequired = try node.get("required", or: true)
        (zeroIsAbsent, isMagnitude) = (try node.get("zero_is_absent", or: false), try node.get("magnitude", or: false))
        unitField = try node.find("unit_field")
        if unitField == nil {
            guard !node.has("units") else { throw node.fault("units", "goes with unit_field") }
            units = ["": try LineUnit(node)]
        } else {
            guard !["unit", "min", "max", "idle_below"].contains(where: node.has) else {
                throw node.fault("unit", "with unit_field, unit, min, max and idle_below stand under units")
            }
            units = try node.get("units")
        }
    }
}

extension LineUnit: Decodable {
    public init(from decoder: any Decoder) throws {
        try self.init(try LineProfileNode(decoder, knows: "unit", "min", "max", "idle_below"))
    }

    fileprivate init(_ node: LineProfileNode) throws {
        (unit, minimum, maximum) = (try node.get("unit"), try node.find("min"), try node.find("max"))
        idleBelow = try node.find("idle_below")
        if let low = minimum, let high = maximum, high < low { throw node.fault("min", "\(low) is above \(high)") }
        if let low = minimum, let idle = idleBelow, low < idle {
            throw node.fault("idle_below", "\(idle) is above min, so that a value could be nobody's")
        }
    }
}

extension LineStability: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "field", "stable", "live", "samples", "spread", "within")
        within = try node.seconds("within", or: 20)
        guard node.has("field") != node.has("samples") else {
            throw node.fault("field", "exactly one of field (with stable and live), samples (with spread)")
        }
        rule = try node.has("field") ? Self.words(node) : Self.samples(node)
    }

    private static func words(_ node: LineProfileNode) throws -> Rule {
        guard !node.has("spread") else { throw node.fault("spread", "goes with samples") }
        let (stable, live): (Set<String>, Set<String>) = (try node.get("stable"), try node.get("live"))
        guard !stable.isEmpty, stable.isDisjoint(with: live) else {
            throw node.fault("stable", "needs a word, and none that is in live, too")
        }
        return .words(field: try node.get("field"), stable: stable, live: live)
    }

    private static func samples(_ node: LineProfileNode) throws -> Rule {
        guard !node.has("stable"), !node.has("live") else { throw node.fault("stable", "goes with field") }
        return .samples(
            try node.integer("samples", in: 2...100), spread: try node.find("spread") ?? DecimalValue(mantissa: 0))
    }
}

extension LineErrorRule: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "pattern", "field", "unless", "means", "code")
        guard node.has("pattern") != node.has("field") else {
            throw node.fault("pattern", "exactly one of pattern, field (with unless)")
        }
        guard node.has("field") == node.has("unless") else { throw node.fault("unless", "goes with field") }
        condition =
            try node.has("pattern")
            ? .line(node.pattern("pattern")) : .field(node.get("field"), unless: node.get("unless"))
        (meaning, code) = (try node.get("means"), try node.find("code"))
    }
}

extension LineFlagRule: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "field", "text", "unless", "flag")
        guard node.has("text") != node.has("unless") else { throw node.fault("text", "exactly one of text, unless") }
        (field, flag) = (try node.get("field"), try node.get("flag"))
        condition = try node.has("text") ? .text(node.get("text")) : .unless(node.get("unless"))
    }
}

extension LineTimeRule: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "field", "layout", "layouts", "required")
        guard node.has("layout") != node.has("layouts") else {
            throw node.fault("layout", "exactly one of layout, layouts")
        }
        (field, isRequired) = (try node.get("field"), try node.get("required", or: true))
        layouts = try node.has("layout") ? [node.get("layout")] : node.get("layouts")
        guard Set(layouts.map(\.utf8.count)).count == layouts.count, !layouts.isEmpty else {
            throw node.fault("layouts", "two have the same length, or there is none")
        }
    }
}
