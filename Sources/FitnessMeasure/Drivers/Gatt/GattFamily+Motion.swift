/// Sensors and machines for moving.
extension GattFamily {
    /// Shows speed while somebody walks. A foot pod never says that a walk is over, so it has no result.
    public static let walkingSpeed = GattFamily(
        .bluetooth(
            "walking-speed", "블루투스 걷기 센서 (서비스 1814)", service: "1814", [], [.liveValues],
            source: "Bluetooth SIG, Running Speed and Cadence Service 1.0; GATT Specification Supplement"),
        service: 0x1814, required: [0x2A53]
    ) { FrameInterpreter(live: [GattUUID(0x2A53): WalkingSpeedFrame.self]) }

    public static let treadmill = GattFamily(
        .bluetooth(
            "treadmill", "블루투스 러닝머신 (서비스 1826)", service: "1826", [.distance, .duration], [.liveValues],
            source: "Bluetooth SIG, Fitness Machine Service 1.0; GATT Specification Supplement"),
        service: 0x1826, required: [0x2ACD]
    ) { MachineInterpreter<TreadmillFrame>() }

    public static let stepClimber = GattFamily(
        .bluetooth(
            "step-climber", "블루투스 계단 오르기 기구 (서비스 1826)", service: "1826", [.steps, .floors, .duration],
            [.liveValues],
            source: "Bluetooth SIG, Fitness Machine Service 1.0; GATT Specification Supplement"),
        service: 0x1826, required: [0x2ACF]
    ) { MachineInterpreter<StepClimberFrame>() }
}
