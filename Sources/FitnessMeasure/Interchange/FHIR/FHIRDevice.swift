/// A FHIR R4 Device: an instrument, or the kiosk as its gateway.
public struct FHIRDevice: Equatable, Sendable {
    public var identifiers: [FHIRIdentifier]
    public var profiles: [String]
    public var manufacturer: String?
    public var model: String?
    public var serial: String?
    public var type: FHIRConcept
    public var specialization: FHIRCoding?
    /// By the code of what has the version.
    public var versions: [Version]
    public var isTestData: Bool

    public struct Version: Equatable, Sendable {
        public var type: FHIRCoding
        public var value: String
    }
}

extension FHIRDevice: FHIRResource {
    public var resourceType: String { "Device" }

    public var fhir: FHIRObject {
        let security = isTestData ? [FHIRCoding(FHIRName.actReason, "HTEST", "test health data").fhir] : []
        return [
            "resourceType": .text(resourceType),
            "meta": .object(["profile": .list(profiles.map { .text($0) }), "security": .list(security)]),
            "identifier": .list(identifiers.map(\.fhir)), "manufacturer": manufacturer.map { .text($0) },
            "serialNumber": serial.map { .text($0) }, "modelNumber": model.map { .text($0) }, "type": type.fhir,
            "specialization": .list(
                specialization.map { [.object(["systemType": FHIRConcept([$0]).fhir, "version": .text("1")])] } ?? []),
            "version": .list(
                versions.map { .object(["type": FHIRConcept([$0.type]).fhir, "value": .text($0.value)]) }),
        ]
    }
}

extension MeasuringDevice {
    /// The instrument as a resource. The guide's profile is claimed only if all is known that it demands.
    public var resource: FHIRDevice {
        let address = bluetoothAddress.map {
            FHIRIdentifier(
                FHIRName.bluetoothAddress, $0, type: FHIRCoding(FHIRName.deviceIdentifiers, "BTMAC"))
        }
        let isComplete = manufacturer != nil && model != nil && kind != nil && firmware != nil
        return FHIRDevice(
            identifiers: [FHIRIdentifier(FHIRName.device, key.rawValue)] + [address].compactMap { $0 },
            profiles: isComplete ? [FHIRName.phd("PhdDevice")] : [], manufacturer: manufacturer, model: model,
            serial: serial, type: FHIRConcept([FHIRCoding(FHIRName.mdc, "65573", "MDC_MOC_VMS_MDS_SIMP")]),
            specialization: kind.map { FHIRCoding(FHIRName.mdc, String($0.rawValue), $0.name) },
            versions: [firmware].compactMap { $0 }.map {
                .init(type: FHIRCoding(FHIRName.mdc, "531976", "MDC_ID_PROD_SPEC_FW"), value: $0)
            }, isTestData: isSimulated)
    }

    /// `C0-FF-EE-00-28-10`, if the device is a Bluetooth one.
    var bluetoothAddress: String? {
        guard key.rawValue.hasPrefix("ble:") else { return nil }
        let parts = key.rawValue.dropFirst(4).uppercased().split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 6, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isHexDigit) }) else { return nil }
        return parts.joined(separator: "-")
    }

    var fullURL: String { FHIRBundle.fullURL(FHIRName.device + "|" + key.rawValue) }
}

extension GatewayDevice {
    /// The kiosk as a resource.
    public var resource: FHIRDevice {
        FHIRDevice(
            identifiers: [FHIRIdentifier(FHIRName.gateway, id)], profiles: [], manufacturer: manufacturer, model: model,
            serial: nil, type: FHIRConcept([FHIRCoding(FHIRName.mdc, "531981", "MDC_MOC_VMS_MDS_AHD")]),
            specialization: nil,
            versions: [
                .init(type: FHIRCoding(FHIRName.mdc, "531975", "MDC_ID_PROD_SPEC_SW"), value: software)
            ], isTestData: false)
    }

    var fullURL: String { FHIRBundle.fullURL(FHIRName.gateway + "|" + id) }
}
