extension MeasuredRecord {
    /// Ours first: the same reading gives the same identifier however often it is sent, another reading never does.
    ///
    /// `subject~device~code~time~values`: the pseudonym, the device's key, the row of the code table, the device's own
    /// time and number if it sent any, else ours to the millisecond, and the values with their units. The guide's own
    /// formula has no values in it, so that two readings of a device whose clock stands still would be one; it is
    /// given beside ours where the device sent a time (decision 051).
    func identifiers(of code: ClinicalCode, _ values: [MeasuredValue]) -> [FHIRIdentifier] {
        let parts = [subject.rawValue, device.key.rawValue, code.id, timeKey, values.map(\.key).joined(separator: "+")]
        let own = FHIRIdentifier(FHIRName.observation, parts.joined(separator: "~"))
        return [own] + [guideIdentifier(code)].compactMap { $0 }
    }

    private var timeKey: String {
        let own = [reading?.deviceTime?.isoText, reading?.deviceSequence.map { "#\($0)" }].compactMap { $0 }
        return own.isEmpty ? FHIRMoment(moment.date, zone: 0).text : own.joined(separator: "")
    }

    /// `device-patient-type-timestamp`, by the guide: the address without its colons, the pseudonym and its system, the
    /// device code, and the seconds since 2000 by the device's clock.
    private func guideIdentifier(_ code: ClinicalCode) -> FHIRIdentifier? {
        guard let address = device.bluetoothAddress, let type = code.device?.code,
            let seconds = reading?.deviceTime?.seconds
        else { return nil }
        let parts = [
            address.replacing("-", with: ""), subject.rawValue, FHIRName.person, type, String(seconds - 946_684_800),
        ]
        return FHIRIdentifier(FHIRName.phd("PhdBaseObservation"), parts.joined(separator: "-"))
    }
}

extension MeasuredRecord.MeasuredValue {
    /// `systolic=142mm[Hg]`, or `systolic=error`.
    fileprivate var key: String {
        switch value {
        case .quantity(let quantity): "\(kind.rawValue)=\(quantity.value)\(quantity.unit.rawValue)"
        case .absent(let reason): "\(kind.rawValue)=\(reason.rawValue)"
        case .moment(let text): "\(kind.rawValue)=\(text)"
        }
    }
}
