extension DriverManifest {
    /// The Bluetooth drivers, which are code and not files.
    public static let bluetooth: [DriverManifest] = [BloodPressureMonitor.manifest]
}

extension BloodPressureMonitor {
    public static let manifest = DriverManifest(
        id: "blood-pressure", title: "블루투스 혈압계 (서비스 1810)", link: .bluetooth, matches: [.service("1810")],
        quantities: [.systolic, .diastolic, .meanArterialPressure, .pulse],
        capabilities: [.liveValues, .errorReports, .deviceTime],
        settings: [DriverSetting("address", "only the monitor with this Bluetooth address", standard: "any in reach")],
        unverified: ["no monitor was compared with its display"],
        source: "Bluetooth SIG, Blood Pressure Service 1.1; GATT Specification Supplement")
}
