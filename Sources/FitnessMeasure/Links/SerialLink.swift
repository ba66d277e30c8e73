/// A serial port, found by name each time it is opened, so that a cable may be pulled and put back.
///
/// The name may hold wildcards (`/dev/serial/by-id/usb-FTDI_*`), because `ttyUSB` numbers change at every start.
/// Exactly one port must match: two equal adapters are a fault for the installer, not a choice for the kiosk.
/// Close what was opened: a link that is only let go of keeps its port.
public struct SerialLink: ByteLink {
    /// Looked for in this order; the first place that has exactly one port is taken.
    public let ports: [DeviceMatch]
    public let settings: SerialSettings
    /// How long a write may wait for a device that does not take its bytes.
    public let writeTimeout: Duration
    private let finder: SerialPortFinder

    public init(path: String, settings: SerialSettings, writeTimeout: Duration = .seconds(2)) {
        self.init(ports: [.path(path)], settings: settings, writeTimeout: writeTimeout)
    }

    /// `ports` as in a profile; at least one.
    public init(ports: [DeviceMatch], settings: SerialSettings, writeTimeout: Duration = .seconds(2)) {
        self.init(ports: ports, settings: settings, writeTimeout: writeTimeout, finder: SerialPortFinder())
    }

    init(ports: [DeviceMatch], settings: SerialSettings, writeTimeout: Duration, finder: SerialPortFinder) {
        (self.ports, self.settings, self.writeTimeout, self.finder) = (ports, settings, writeTimeout, finder)
    }

    public func open() async throws -> any OpenByteLink {
        let port = try SerialPort.open(try path(), settings)
        return try DescriptorPump(owning: port, writeTimeout: writeTimeout)
    }

    /// The first reason is the one that is told: the first place is where the device should be.
    private func path() throws(LinkLost) -> String {
        var reason: LinkLost?
        for port in ports {
            do throws(LinkLost) { return try finder.path(of: port) } catch { reason = reason ?? error }
        }
        throw reason ?? LinkLost(reason: "no port was named")
    }
}
