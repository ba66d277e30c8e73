/// Instruments for vital signs.
extension GattFamily {
    public static let bloodPressure = GattFamily(
        .bluetooth(
            "blood-pressure", "블루투스 혈압계 (서비스 1810)", service: "1810",
            [.systolic, .diastolic, .meanArterialPressure, .pulse],
            [.liveValues, .errorReports, .deviceTime, .clockSetting, .pairing],
            source: "Bluetooth SIG, Blood Pressure Service 1.1.1; GATT Specification Supplement"),
        service: 0x1810, required: [0x2A35], optional: [0x2A36, 0x2B34]
    ) {
        FrameInterpreter(
            results: [
                GattUUID(0x2A35): BloodPressureFrame.self, GattUUID(0x2B34): EnhancedBloodPressureFrame.self,
            ], live: [GattUUID(0x2A36): BloodPressureFrame.self])
    }

    /// A spot check is a result; continuous values are for show.
    public static let pulseOximeter = GattFamily(
        .bluetooth(
            "pulse-oximeter", "블루투스 산소포화도 측정기 (서비스 1822)", service: "1822",
            [.oxygenSaturation, .pulse, .pulseAmplitude],
            [.liveValues, .errorReports, .deviceTime, .clockSetting, .storedRecords],
            source: "Bluetooth SIG, Pulse Oximeter Service 1.0.1, recalled"),
        service: 0x1822, required: [0x2A5E], optional: [0x2A5F, 0x2A52], hasRecords: true, quietAfter: .seconds(2)
    ) {
        FrameInterpreter(
            results: [GattUUID(0x2A5E): PulseOximeterSpotFrame.self],
            live: [GattUUID(0x2A5F): PulseOximeterContinuousFrame.self])
    }

    public static let thermometer = GattFamily(
        .bluetooth(
            "thermometer", "블루투스 체온계 (서비스 1809)", service: "1809", [.bodyTemperature],
            [.liveValues, .errorReports, .deviceTime, .clockSetting],
            source: "Bluetooth SIG, Health Thermometer Service 1.0; GATT Specification Supplement"),
        service: 0x1809, required: [0x2A1C], optional: [0x2A1E]
    ) {
        FrameInterpreter(
            results: [GattUUID(0x2A1C): TemperatureFrame.self], live: [GattUUID(0x2A1E): TemperatureFrame.self])
    }

    public static let glucoseMeter = GattFamily(
        .bluetooth(
            "glucose-meter", "블루투스 혈당계 (서비스 1808)", service: "1808", [.glucose],
            [.errorReports, .deviceTime, .deviceSequence, .clockSetting, .storedRecords, .pairing],
            source: "Bluetooth SIG, Glucose Service 1.0.1; GATT Specification Supplement"),
        service: 0x1808, required: [0x2A18, 0x2A52], optional: [0x2A34], hasRecords: true, quietAfter: .seconds(2)
    ) { GlucoseInterpreter() }

    /// Shows the pulse; it never calls anything a result, so it has none.
    public static let heartRate = GattFamily(
        .bluetooth(
            "heart-rate", "블루투스 심박계 (서비스 180D)", service: "180D", [], [.liveValues],
            source: "Bluetooth SIG, Heart Rate Service 1.0; GATT Specification Supplement"),
        service: 0x180D, required: [0x2A37]
    ) { FrameInterpreter(live: [GattUUID(0x2A37): HeartRateFrame.self]) }
}
