extension LineValueRule {
    /// A value, and whether a body can have it.
    struct Judged {
        var value: QuantityValue
        var isPlausible: Bool
        /// Without it there is no reading; an impossible one beside it is left out.
        var isDecisive: Bool
        var isIdle: Bool

        var isKept: Bool { isPlausible || isDecisive }
        var isBearable: Bool { isPlausible || !isDecisive }
    }

    /// The rule's value; nil if it is optional and not there.
    func value(_ fields: [String: String]) throws(LineFault) -> Judged? {
        guard let text = fields[field], !(text.isEmpty && !isRequired) else {
            guard isRequired else { return nil }
            throw .missing(field: field)
        }
        let unitText = unitField.flatMap { fields[$0] } ?? ""
        guard let unit = units[unitText] else { throw .unknownUnit(unitText) }
        let decimal = try decimal(text)
        if zeroIsAbsent, decimal.mantissa == 0 {
            guard isRequired else { return nil }
            throw .missing(field: field)
        }
        return Judged(
            value: QuantityValue(quantity, decimal, unit.unit), isPlausible: unit.contains(decimal),
            isDecisive: isRequired, isIdle: unit.idleBelow.map { decimal < $0 } ?? false)
    }

    private func decimal(_ text: String) throws(LineFault) -> DecimalValue {
        guard let number = DecimalValue(text.filter { $0 != " " }) else { throw .badNumber(field: field) }
        let amount = isMagnitude ? abs(number.mantissa) : number.mantissa
        guard impliedDecimals > 0 else { return DecimalValue(mantissa: amount, exponent: number.exponent) }
        guard number.exponent == 0 else { throw .badNumber(field: field) }
        return DecimalValue(mantissa: amount, exponent: -impliedDecimals)
    }
}

extension LineUnit {
    fileprivate func contains(_ decimal: DecimalValue) -> Bool {
        (minimum.map { decimal >= $0 } ?? true) && (maximum.map { decimal <= $0 } ?? true)
    }
}

extension LineStability {
    /// Stability by samples is not a property of one line.
    func isLive(_ fields: [String: String]) throws(LineFault) -> Bool {
        guard case .words(let field, let stable, let live) = rule else { return false }
        guard let state = fields[field] else { throw .missing(field: field) }
        if stable.contains(state) { return false }
        guard live.contains(state) else { throw .unknownState(state) }
        return true
    }
}

extension LineProfile {
    /// The failure that a whole line tells of.
    func failure(of text: [UInt8]) -> MeasureFailure? {
        for rule in errors {
            // A pattern that does not match is the ordinary case.
            guard case .line(let pattern) = rule.condition, let fields = try? pattern.match(text) else { continue }
            return rule.failure(fields["code"])
        }
        return nil
    }

    /// The failure that a field tells of.
    func failure(in fields: [String: String]) -> MeasureFailure? {
        for rule in errors {
            guard case .field(let name, let harmless) = rule.condition, let text = fields[name],
                !harmless.contains(text)
            else { continue }
            return rule.failure(text)
        }
        return nil
    }

    /// False if two quantities are the wrong way round, as when the fields of a line are shifted.
    func isInOrder(_ values: [QuantityValue]) -> Bool {
        let ranked = ascending.compactMap { kind in values.first { $0.kind == kind } }
        return zip(ranked, ranked.dropFirst()).allSatisfy { $0.value < $1.value }
    }
}

extension LineErrorRule {
    fileprivate func failure(_ text: String?) -> MeasureFailure {
        meaning == .unstable ? .unstable : .deviceError(code: code ?? text)
    }
}
