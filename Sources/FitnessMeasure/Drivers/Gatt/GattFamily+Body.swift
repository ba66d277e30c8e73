/// Scales.
extension GattFamily {
    public static let weightScale = GattFamily(
        .bluetooth(
            "weight-scale", "블루투스 체중계 (서비스 181D)", service: "181D", [.weight],
            [.liveValues, .errorReports, .deviceTime, .clockSetting],
            source: "Bluetooth SIG, Weight Scale Service 1.0.1; GATT Specification Supplement"),
        service: 0x181D, required: [0x2A9D]
    ) { WeightInterpreter() }

    public static let bodyComposition = GattFamily(
        .bluetooth(
            "body-composition", "블루투스 체성분계 (서비스 181B)", service: "181B",
            [
                .bodyFat, .weight, .muscleShare, .muscleMass, .fatFreeMass, .softLeanMass, .bodyWaterMass, .impedance,
                .basalMetabolism,
            ], [.liveValues, .errorReports, .deviceTime, .clockSetting],
            source: "Bluetooth SIG, Body Composition Service 1.0; GATT Specification Supplement"),
        service: 0x181B, required: [0x2A9C], optional: [0x2A9D]
    ) { BodyCompositionInterpreter() }
}
