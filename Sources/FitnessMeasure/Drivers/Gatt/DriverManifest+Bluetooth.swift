extension DriverManifest {
    /// The Bluetooth drivers, which are code and not files.
    public static let bluetooth: [DriverManifest] = GattFamily.all.map(\.manifest)

    /// A manifest of a kind of instrument that the Bluetooth SIG describes.
    static func bluetooth(
        _ id: String, _ title: String, service: String, _ quantities: [QuantityKind],
        _ capabilities: Set<DriverCapability>, source: String
    ) -> DriverManifest {
        DriverManifest(
            id: id, title: title, link: .bluetooth, matches: [.service(service)], quantities: quantities,
            capabilities: capabilities,
            settings: [
                DriverSetting("address", "only the device with this Bluetooth address", standard: "any in reach")
            ], unverified: ["no device was compared with its display"], source: source)
    }
}
