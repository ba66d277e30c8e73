import Foundation
import Glibc
import Testing

@testable import KioskApp

@Suite @MainActor struct ServiceManagerTests {
    @Test func `the service manager hears of us over its socket`() throws {
        let socket = try Ear()
        let manager = ServiceManager(environment: ["NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "30000000"])
        manager.tell("READY=1")
        #expect(try socket.hear() == "READY=1")
        #expect(manager.watchdogInterval == .seconds(15))
    }

    @Test func `without a service manager nothing is said`() {
        let manager = ServiceManager(environment: [:])
        manager.tell("READY=1")
        #expect(manager.watchdogInterval == nil)
    }
}

/// A datagram socket as systemd opens one.
private final class Ear {
    let path: String
    private let descriptor: Int32

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "ear-\(UInt32.random(in: 0...UInt32.max))").path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    func hear() throws -> String {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        try #require(count > 0)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
