/// How a record becomes observations: blood pressure is one with components, every other quantity is one by itself.
extension MeasuredRecord {
    /// The observations, in the order of the reading's values; the coincident time stamp, if there is one, last.
    /// Throws if a quantity has no code.
    public func observations(by codes: ClinicalCodes, through gateway: GatewayDevice) throws(InterchangeError)
        -> [FHIRObservation]
    {
        let values = measuredValues
        let pressures = values.filter { QuantityKind.bloodPressure.contains($0.kind) }
        var observations: [FHIRObservation] = []
        if !pressures.isEmpty { observations.append(try bloodPressure(pressures, codes, gateway)) }
        for value in values where !QuantityKind.bloodPressure.contains(value.kind) {
            observations.append(try single(value, codes, gateway))
        }
        return observations + [coincidentTimeStamp(gateway)].compactMap { $0 }
    }

    /// A value that was measured, or why it was not.
    struct MeasuredValue: Equatable {
        let kind: QuantityKind
        let value: FHIRObservation.Value
        var unit: UCUMUnit? { if case .quantity(let quantity) = value { quantity.unit } else { nil } }
    }

    /// What the device gave and what it should have given.
    var measuredValues: [MeasuredValue] {
        switch outcome {
        case .reading(let reading):
            reading.values.map { MeasuredValue(kind: $0.kind, value: .quantity(FHIRQuantity($0.value, $0.unit))) }
                + absent.keys.sorted { $0.rawValue < $1.rawValue }.filter { reading[$0] == nil }
                .map { MeasuredValue(kind: $0, value: .absent(absent[$0] ?? .unknown)) }
        case .failed(let failed):
            failed.quantities.map { MeasuredValue(kind: $0, value: .absent(absent[$0] ?? failed.failure.absence)) }
        }
    }

    private func bloodPressure(
        _ values: [MeasuredValue], _ codes: ClinicalCodes, _ gateway: GatewayDevice
    ) throws(InterchangeError) -> FHIRObservation {
        guard let panel = codes["blood_pressure"] else { throw .noCode(.systolic, .bloodPressure) }
        var components: [FHIRObservation.Component] = []
        for value in values {
            let code = try codes.code(for: value.kind, test: test, flags: [])
            components.append(.init(code: code.concept, value: value.value.inUnit(of: code)))
        }
        var observation = blank(panel, values, gateway)
        observation.components = components
        let isInProfile = values.allSatisfy { [nil, .millimetresOfMercury].contains($0.unit) }
        observation.profiles = profiles(isInProfile ? panel.profile : nil, phd: "PhdCompoundNumericObservation", panel)
        return observation
    }

    private func single(
        _ value: MeasuredValue, _ codes: ClinicalCodes, _ gateway: GatewayDevice
    ) throws(InterchangeError) -> FHIRObservation {
        let code = try codes.code(for: value.kind, test: test, flags: reading?.flags ?? [])
        let stated = value.value.inUnit(of: code)
        var observation = blank(code, [value], gateway)
        observation.value = stated
        observation.profiles = profiles(
            stated.fits(code) ? code.profile : nil, phd: "PhdNumericObservation", code)
        return observation
    }

    /// Everything about it but its value.
    private func blank(
        _ code: ClinicalCode, _ values: [MeasuredValue], _ gateway: GatewayDevice
    ) -> FHIRObservation {
        FHIRObservation(
            identifiers: identifiers(of: code, values), status: state,
            categories: [FHIRCoding(FHIRName.category, code.category)] + (isMeasured ? [FHIRName.phdCategory] : []),
            code: code.concept, subject: subjectReference, effective: moment,
            device: isMeasured ? .entry(device.fullURL) : nil,
            gateway: isMeasured ? .entry(gateway.fullURL) : nil,
            coincident: clocks.map { .entry($0.fullURL(device)) }, method: protocolUse?.concept,
            flags: (reading?.flags ?? []).sorted { $0.rawValue < $1.rawValue }, notes: notes,
            isTestData: device.isSimulated || reading?.isSimulated == true
                || reading?.flags.contains(.demonstration) == true)
    }

    /// The vital sign's profile if its unit fits, and the guide's if a device with a code of its own measured it.
    private func profiles(_ vitalSign: String?, phd name: String, _ code: ClinicalCode) -> [String] {
        [vitalSign, isMeasured && code.device != nil ? FHIRName.phd(name) : nil].compactMap { $0 }
    }

    /// True if a device said it, false if a supporter typed it.
    var isMeasured: Bool { reading?.flags.contains(.enteredBySupporter) != true }

    var subjectReference: FHIRReference {
        .logical(type: "Patient", FHIRIdentifier(FHIRName.person, subject.rawValue))
    }

    private var notes: [String] {
        (isMeasured ? [] : ["manually entered"])
            + corrections.map { "\(FHIRMoment($0.at, zone: zone).text) \($0.by): \($0.reason)" }
    }
}

extension QuantityKind {
    /// What stands in one blood pressure observation.
    static let bloodPressure: [QuantityKind] = [.systolic, .diastolic, .meanArterialPressure]
}

extension FHIRObservation.Value {
    /// In the unit that the code's definition wants, if that is only a matter of the decimal point or of an
    /// annotation; else as it was sent.
    func inUnit(of code: ClinicalCode) -> FHIRObservation.Value {
        guard case .quantity(let quantity) = self else { return self }
        return .quantity(quantity.inUnit(code.unit))
    }

    func fits(_ code: ClinicalCode) -> Bool {
        guard case .quantity(let quantity) = self else { return true }
        return quantity.unit == code.unit
    }
}

extension FHIRQuantity {
    /// Decimal shifts that keep every digit: 1.750 m is 175.0 cm.
    private static let shifts: [UCUMUnit: [UCUMUnit: Int]] = [
        "m": ["cm": 2], "cm": ["m": -2], "kg/L": ["mg/dL": 5], "mol/L": ["mmol/L": 3],
    ]

    func inUnit(_ wanted: UCUMUnit) -> FHIRQuantity {
        if let shift = Self.shifts[unit]?[wanted] {
            return FHIRQuantity(DecimalValue(mantissa: value.mantissa, exponent: value.exponent + shift), wanted)
        }
        let areCounts = unit.rawValue.first == "{" && wanted.rawValue.first == "{"
        return areCounts ? FHIRQuantity(value, wanted) : self
    }
}

extension ProtocolUse {
    var concept: FHIRConcept { FHIRConcept([FHIRCoding(FHIRName.protocolUse, followed.rawValue)], text: id) }
}

extension MeasureFailure {
    /// HL7's reason. That a device showed an error, that its bytes were unreadable, that no body has this value and
    /// that it never held still are all an error of the measurement; the difference is in the note and the flags.
    var absence: FHIRAbsence { .error }
}
