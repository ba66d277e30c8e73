/// A kind of Bluetooth instrument: what it is called, what to listen to, and what its values mean. One driver serves
/// every kind, since the kinds differ in nothing else.
public struct GattFamily: Sendable {
    public let manifest: DriverManifest
    public let service: GattUUID
    /// Characteristics without which a device is not of this kind.
    let required: [GattUUID]
    /// Characteristics to listen to if they are there.
    let optional: [GattUUID]
    /// It gives its records on request only.
    let hasRecords: Bool
    /// How long nothing comes after what was sent in one go.
    let quietAfter: Duration
    let makeInterpreter: @Sendable () -> any GattInterpreter

    init(
        _ manifest: DriverManifest, service: UInt16, required: [UInt16], optional: [UInt16] = [],
        hasRecords: Bool = false, quietAfter: Duration = .seconds(1),
        makeInterpreter: @escaping @Sendable () -> any GattInterpreter
    ) {
        (self.manifest, self.service) = (manifest, GattUUID(service))
        (self.required, self.optional) = (required.map { GattUUID($0) }, optional.map { GattUUID($0) })
        (self.hasRecords, self.quietAfter, self.makeInterpreter) = (hasRecords, quietAfter, makeInterpreter)
    }

    /// The kinds, in the order in which staff see them.
    public static let all: [GattFamily] = [
        .bloodPressure, .weightScale, .bodyComposition, .pulseOximeter, .thermometer, .glucoseMeter, .heartRate,
        .walkingSpeed, .treadmill, .stepClimber,
    ]

    /// The kind with this id in its manifest.
    public static func named(_ id: String) -> GattFamily? { all.first { $0.manifest.id == id } }

    /// What the link must look for; with an address, only that device.
    public func demand(address: String? = nil) -> GattDemand {
        GattDemand(
            service: service, required: required, optional: optional, address: address, quietAfter: quietAfter)
    }

    /// The key in reports before any device was met.
    public var unknownKey: DeviceKey { DeviceKey(rawValue: "ble:\(service)") }

    /// What one value of this kind of instrument says, for reading raw bytes again later. A value that is only a part
    /// of a measurement says nothing alone.
    public func findings(
        from bytes: [UInt8], of characteristic: GattUUID
    ) throws(GattFrameError) -> [GattFinding] {
        var interpreter = makeInterpreter()
        let findings = try interpreter.receive(bytes, of: characteristic)
        return findings + interpreter.end(.quiet).map(\.finding)
    }
}
