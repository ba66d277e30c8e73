extension LineValueRule: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(
            decoder, knows: "quantity", "field", "implied_decimals", "required", "unit", "min", "max", "unit_field",
            "units")
        (quantity, field) = (try node.get("quantity"), try node.get("field"))
        impliedDecimals = try node.integer("implied_decimals", or: 0, in: 0...6)
        isRequired = try node.get("required", or: true)
        unitField = try node.find("unit_field")
        if unitField == nil {
            guard !node.has("units") else { throw node.fault("units", "goes with unit_field") }
            let unit = LineUnit(
                unit: try node.get("unit"), minimum: try node.find("min"), maximum: try node.find("max"))
            units = ["": unit]
        } else {
            guard !node.has("unit"), !node.has("min"), !node.has("max") else {
                throw node.fault("unit", "with unit_field, unit, min and max stand under units")
            }
            units = try node.get("units")
        }
        for unit in units.values {
            guard let low = unit.minimum, let high = unit.maximum, high < low else { continue }
            throw node.fault("min", "\(low) is above \(high)")
        }
    }
}

extension LineUnit: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "unit", "min", "max")
        (unit, minimum, maximum) = (try node.get("unit"), try node.find("min"), try node.find("max"))
    }
}

extension LineStability: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "field", "stable", "live", "within")
        (field, stable, live) = (try node.get("field"), try node.get("stable"), try node.get("live"))
        within = try node.seconds("within", or: 20)
        guard !stable.isEmpty, stable.isDisjoint(with: live) else {
            throw node.fault("stable", "needs a word, and none that is in live, too")
        }
    }
}

extension LineErrorRule: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "pattern", "means")
        (pattern, meaning) = (try node.pattern("pattern"), try node.get("means"))
    }
}

extension LineFlagRule: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "field", "text", "flag")
        (field, text, flag) = (try node.get("field"), try node.get("text"), try node.get("flag"))
    }
}

extension LineTimeRule: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "field", "layout")
        (field, layout) = (try node.get("field"), try node.get("layout"))
    }
}

extension LinePoll: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "send", "every")
        bytes = try node.get("send", as: LineProfileBytes.self).bytes
        interval = try node.seconds("every")
    }
}

extension LineRepeats: Decodable {
    public init(from decoder: any Decoder) throws {
        let node = try LineProfileNode(decoder, knows: "window", "holds_display")
        (window, holdsDisplay) = (try node.seconds("window"), try node.get("holds_display", or: false))
    }
}
