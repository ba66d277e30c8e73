/// What a device's fields are called in files of messages: the names of the published vectors, with their units.
struct LineFieldNames {
    private let profile: LineProfile
    private let fields: [String: String]

    init(_ profile: LineProfile, _ fields: [String: String]) { (self.profile, self.fields) = (profile, fields) }

    /// Fields by name, ready for JSON: pressures, rates and counts as numbers, everything with a precision as the
    /// device wrote it.
    var named: [String: GattFieldValue] {
        var named: [String: GattFieldValue] = [:]
        for rule in profile.values {
            guard let text = fields[rule.field], !text.isEmpty else { continue }
            let unitText = rule.unitField.flatMap { fields[$0] } ?? ""
            guard let unit = rule.units[unitText] else { continue }
            named[name(rule.quantity, unit.unit, unitText)] = value(rule, text)
        }
        if let id = profile.identity.flatMap({ fields[$0] }), !id.isEmpty { named["id"] = .text(id) }
        return named
    }

    private func name(_ quantity: QuantityKind, _ unit: UCUMUnit, _ unitText: String) -> String {
        switch quantity {
        case .meanArterialPressure: "map"
        case .systolic, .diastolic, .pulse, .repetitions, .bodyMassIndex: quantity.rawValue
        // A gauge measures force, and grip is what it is used for.
        case .grip where !unitText.isEmpty: "force_\(unitText.lowercased())"
        default: quantity.rawValue + (Self.suffixes[unit].map { "_\($0)" } ?? "")
        }
    }

    private static let suffixes: [UCUMUnit: String] = [
        .kilogram: "kg", .pound: "lb", .centimetre: "cm", .second: "s", "%": "pct", "Ohm": "ohm", "N": "n", "g": "g",
    ]

    /// Only what counts whole things is a number; leading zeros and zeros behind the point stay where they are.
    private func value(_ rule: LineValueRule, _ text: String) -> GattFieldValue {
        let plain = text.filter { $0 != " " }
        let isCount = [.systolic, .diastolic, .meanArterialPressure, .pulse, .repetitions].contains(rule.quantity)
        if isCount, rule.impliedDecimals == 0, let whole = Int(plain) { return .whole(whole) }
        return .text(plain)
    }
}
