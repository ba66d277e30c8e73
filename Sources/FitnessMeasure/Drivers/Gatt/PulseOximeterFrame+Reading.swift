/// What a spot check means for a reading.
extension PulseOximeterSpotFrame: MeasurementFrame {
    var failure: MeasureFailure? {
        let status = measurementStatus ?? []
        if status.contains(.calibrating) { return .deviceError(code: "calibrating") }
        if !status.isDisjoint(with: [.unavailable, .invalid]) { return .deviceError(code: "invalid") }
        let sensor = (sensorStatus ?? []).intersection(.detached)
        if !sensor.isEmpty { return .deviceError(code: sensor.names.first) }
        if !status.isDisjoint(with: [.ongoing, .early]) { return .unstable }
        guard let isPlausible = pair.isPlausible else { return .deviceError(code: nil) }
        return isPlausible ? nil : .implausible
    }

    var quantities: [QuantityValue] {
        guard failure == nil, let share = pair.saturation.decimal, let rate = pair.pulse.decimal else { return [] }
        var quantities = [
            QuantityValue(.oxygenSaturation, share, .percent), QuantityValue(.pulse, rate, .perMinute),
        ]
        if let amplitude = pulseAmplitude?.decimal {
            quantities.append(QuantityValue(.pulseAmplitude, amplitude, .percent))
        }
        return quantities
    }

    /// An unset clock dates nothing.
    var deviceTime: DeviceTime? { isClockUnset ? nil : timestamp?.deviceTime }

    var qualityFlags: Set<QualityFlag> {
        let status = measurementStatus ?? []
        var flags = warnings.qualityFlags
        if status.contains(.fromStorage) { flags.insert(.fromStorage) }
        if !status.isDisjoint(with: [.demonstration, .test]) { flags.insert(.demonstration) }
        if status.contains(.questionable) { flags.insert(.doubtedByDevice) }
        if sensorStatus?.isDisjoint(with: .weak) == false { flags.insert(.weakSignal) }
        return flags
    }
}

/// Continuous values are for show: what counts is the spot check that the oximeter calls its result.
extension PulseOximeterContinuousFrame: LiveFrame {
    var liveValue: QuantityValue? {
        guard isValid, (sensorStatus ?? []).isDisjoint(with: .detached) else { return nil }
        return pair.saturation.decimal.map { QuantityValue(.oxygenSaturation, $0, .percent) }
    }
}

extension PulseOximeterSensorStatus {
    fileprivate static let weak: Self = [.inadequateSignal, .poorSignal, .lowPerfusion, .erraticSignal]
}

extension QualityFlag {
    /// The device itself doubts the value.
    public static let doubtedByDevice: QualityFlag = "questionable"
    /// Cold fingers, movement, little blood under the sensor.
    public static let weakSignal: QualityFlag = "weak_signal"
}
