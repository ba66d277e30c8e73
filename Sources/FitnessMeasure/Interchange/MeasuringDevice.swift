/// What is known of a device when its values leave the house.
public struct MeasuringDevice: Hashable, Sendable {
    public var key: DeviceKey
    public var manufacturer: String?
    public var model: String?
    public var serial: String?
    public var firmware: String?
    /// The day of its last calibration, `2026-03-02`.
    public var calibratedOn: String?
    public var kind: Kind?
    public var isSimulated: Bool

    /// Device specialisations of IEEE 11073-10101 by their codes, as the Personal Health Device guide lists them.
    public enum Kind: Int, CaseIterable, Sendable {
        case pulseOximeter = 528_388
        case bloodPressureMonitor = 528_391
        case thermometer = 528_392
        case scale = 528_399
        case glucoseMeter = 528_401
        case bodyCompositionAnalyser = 528_404

        /// The code's reference identifier.
        var name: String {
            switch self {
            case .pulseOximeter: "MDC_DEV_SPEC_PROFILE_PULS_OXIM"
            case .bloodPressureMonitor: "MDC_DEV_SPEC_PROFILE_BP"
            case .thermometer: "MDC_DEV_SPEC_PROFILE_TEMP"
            case .scale: "MDC_DEV_SPEC_PROFILE_SCALE"
            case .glucoseMeter: "MDC_DEV_SPEC_PROFILE_GLUCOSE"
            case .bodyCompositionAnalyser: "MDC_DEV_SPEC_PROFILE_BCA"
            }
        }
    }

    public init(
        key: DeviceKey, manufacturer: String? = nil, model: String? = nil, serial: String? = nil,
        firmware: String? = nil, calibratedOn: String? = nil, kind: Kind? = nil, isSimulated: Bool = false
    ) {
        (self.key, self.manufacturer, self.model, self.serial) = (key, manufacturer, model, serial)
        (self.firmware, self.calibratedOn) = (firmware, calibratedOn)
        (self.kind, self.isSimulated) = (kind, isSimulated)
    }
}

/// The kiosk as the gateway between a device and the office.
public struct GatewayDevice: Hashable, Sendable {
    /// The kiosk's own id, nothing personal.
    public var id: String
    public var manufacturer: String
    public var model: String
    /// The program's version.
    public var software: String

    public init(id: String, manufacturer: String, model: String, software: String) {
        (self.id, self.manufacturer, self.model, self.software) = (id, manufacturer, model, software)
    }
}
