import Foundation
import Glibc

/// Finds the device file of a serial port by what the installer knows of it.
struct SerialPortFinder: Sendable {
    /// Where the kernel describes its devices; another folder in tests.
    var system = URL(filePath: "/sys/class/tty")
    var devices = "/dev"

    /// A machine with more terminals than this is not a kiosk.
    private static let mostPorts = 1024
    /// A tty is this far below its USB adapter at most: tty, port, interface, device.
    private static let levels = 5

    /// The one port that matches. None and several are both a lost link, each with its own reason.
    func path(of match: DeviceMatch) throws(LinkLost) -> String {
        switch match {
        case .path(let pattern): return try DevicePath.only(matching: pattern)
        case .usb(let vendor, let product, let serial): return try adapter(vendor, product, serial)
        case .service, .name: throw LinkLost(reason: "a Bluetooth device has no serial port")
        }
    }

    private func adapter(_ vendor: String, _ product: String, _ serial: String?) throws(LinkLost) -> String {
        let wanted = "\(vendor):\(product)" + (serial.map { " \($0)" } ?? "")
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: system.path).sorted()
        } catch {
            throw LinkLost(reason: "no serial ports: \(error.localizedDescription)")
        }
        let found = names.prefix(Self.mostPorts).filter { name in
            guard let adapter = adapter(of: name) else { return false }
            return adapter.vendor == vendor && adapter.product == product
                && (serial ?? adapter.serial) == adapter.serial
        }
        guard let name = found.first else { throw LinkLost(reason: "no adapter \(wanted)") }
        guard found.count == 1 else {
            throw LinkLost(reason: "\(found.count) adapters \(wanted); give their by-path names")
        }
        return "\(devices)/\(name)"
    }

    /// The numbers of the USB adapter that a tty belongs to; nil for a port that is built in.
    private func adapter(of name: String) -> (vendor: String, product: String, serial: String?)? {
        var folder = system.appending(path: "\(name)/device").resolvingSymlinksInPath()
        for _ in 0..<Self.levels {
            if let vendor = Self.line(folder, "idVendor"), let product = Self.line(folder, "idProduct") {
                return (vendor.lowercased(), product.lowercased(), Self.line(folder, "serial"))
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    /// An attribute's text. Most folders on the way up do not have it, and of an adapter that is pulled while we look
    /// the kernel gives no more: that one has none, either.
    private static func line(_ folder: URL, _ name: String) -> String? {
        let file = open(folder.appending(path: name).path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(file, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(decoding: bytes[..<count], as: UTF8.self).split(whereSeparator: \.isNewline).first.map(
            String.init)
    }
}
