/// A serial port, found by name each time it is opened, so that a cable may be pulled and put back.
///
/// The name may hold wildcards (`/dev/serial/by-id/usb-FTDI_*`), because `ttyUSB` numbers change at every start.
/// Exactly one port must match: two equal adapters are a fault for the installer, not a choice for the kiosk.
/// Close what was opened: a link that is only let go of keeps its port.
public struct SerialLink: ByteLink {
    public let path: String
    public let settings: SerialSettings
    /// How long a write may wait for a device that does not take its bytes.
    public let writeTimeout: Duration

    public init(path: String, settings: SerialSettings, writeTimeout: Duration = .seconds(2)) {
        (self.path, self.settings, self.writeTimeout) = (path, settings, writeTimeout)
    }

    public func open() async throws -> any OpenByteLink {
        let port = try SerialPort.open(try DevicePath.only(matching: path), settings)
        return try DescriptorPump(owning: port, writeTimeout: writeTimeout)
    }
}
