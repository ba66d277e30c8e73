import Foundation
import Testing

@testable import FitnessMeasure

/// Adapters in a folder that looks like the kernel's.
@Suite struct SerialPortFinderTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "sys-\(UUID().uuidString)")
    private let finder: SerialPortFinder

    init() throws {
        finder = SerialPortFinder(system: root.appending(path: "class/tty"), devices: "/dev")
        for (name, vendor, product, serial) in [
            ("ttyUSB0", "0403", "6001", "A9ABC"), ("ttyUSB1", "1a86", "7523", nil), ("ttyUSB2", "1a86", "7523", nil),
            ("ttyUSB3", "0403", "6001", "A9XYZ"),
        ] as [(String, String, String, String?)] {
            let adapter = root.appending(path: "devices/usb-\(name)")
            let port = adapter.appending(path: "1-1:1.0/\(name)/tty/\(name)")
            try FileManager.default.createDirectory(at: port, withIntermediateDirectories: true)
            for (file, text) in [("idVendor", vendor), ("idProduct", product), ("serial", serial)] {
                try text.map { try Data("\($0)\n".utf8).write(to: adapter.appending(path: file)) }
            }
            let entry = root.appending(path: "class/tty/\(name)")
            try FileManager.default.createDirectory(at: entry, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(at: entry.appending(path: "device"), withDestinationURL: port)
        }
        try FileManager.default.createDirectory(
            at: root.appending(path: "class/tty/ttyS0"), withIntermediateDirectories: true)
    }

    @Test func `an adapter is found by its numbers and its serial number`() throws {
        #expect(try finder.path(of: .usb(vendor: "0403", product: "6001", serial: "A9XYZ")) == "/dev/ttyUSB3")
    }

    @Test(arguments: [
        (
            DeviceMatch.usb(vendor: "0403", product: "6001", serial: nil),
            "2 adapters 0403:6001; give their by-path names"
        ),
        (.usb(vendor: "1a86", product: "7523", serial: nil), "2 adapters 1a86:7523; give their by-path names"),
        (.usb(vendor: "0403", product: "6001", serial: "none"), "no adapter 0403:6001 none"),
        (.usb(vendor: "ffff", product: "6001", serial: nil), "no adapter ffff:6001"),
        (.service("1810"), "a Bluetooth device has no serial port"),
    ])
    func `none and two equal ones are no port`(match: DeviceMatch, reason: String) {
        #expect(throws: LinkLost(reason: reason)) { try finder.path(of: match) }
    }

    @Test func `a link takes the first place that has a port, and tells the first place's trouble`() async throws {
        let link = SerialLink(
            ports: [.usb(vendor: "ffff", product: "0001", serial: nil), .path(root.path + "/none-*")],
            settings: SerialSettings(baud: 9600), writeTimeout: .seconds(1), finder: finder)
        await #expect(throws: LinkLost(reason: "no adapter ffff:0001")) { try await link.open() }
    }
}
