/// What a thermometer's frame means for a reading.
extension TemperatureFrame: MeasurementFrame {
    var failure: MeasureFailure? {
        guard temperature.decimal != nil else { return .deviceError(code: nil) }
        return isValid ? nil : .implausible
    }

    var quantities: [QuantityValue] {
        guard failure == nil, let degrees = temperature.decimal else { return [] }
        return [QuantityValue(.bodyTemperature, degrees, isFahrenheit ? .fahrenheit : .celsius)]
    }

    var deviceTime: DeviceTime? { timestamp?.deviceTime }

    /// The site goes with the value: an armpit is colder than an ear.
    var qualityFlags: Set<QualityFlag> {
        warnings.qualityFlags.union(site.map { [QualityFlag(rawValue: "site_\($0)")] } ?? [])
    }
}

/// An intermediate temperature (2A1E has the same layout) rises until it is a result.
extension TemperatureFrame: LiveFrame {
    var liveValue: QuantityValue? {
        guard isValid, let degrees = temperature.decimal else { return nil }
        return QuantityValue(.bodyTemperature, degrees, isFahrenheit ? .fahrenheit : .celsius)
    }
}
