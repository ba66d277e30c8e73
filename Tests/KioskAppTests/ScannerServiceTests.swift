import DeviceSimulator
import FitnessMeasure
import Foundation
import Logging
import SeniorCard
import Testing

@testable import KioskApp

/// A simulated scanner on a pseudo terminal: the bytes go through the kernel's line discipline as a real one's do.
@Suite struct ScannerServiceTests {
    @Test func `what is held to a serial scanner is sorted`() async throws {
        let room = try ScannerRoom()
        try await room.listen { scanner, scans in
            try await room.hold("8801234567893", until: scans)
            #expect(await scans.next() == .barcode)
            try await room.silence(scans)
            try await scanner.scan("https://example.org/")
            #expect(await scans.next() == .link)
            try await scanner.scan(room.number.digits)
            #expect(await scans.next() == .card(room.number))
        }
    }

    @Test func `a scanner that is pulled out and plugged in again goes on`() async throws {
        let room = try ScannerRoom()
        try await room.listen { scanner, scans in
            try await room.hold(room.number.digits, until: scans)
            #expect(await scans.next() == .card(room.number))
            try await room.silence(scans)
            scanner.terminal.unplug()
            try scanner.terminal.plugIn()
            try await room.hold(room.number.digits, until: scans)
            #expect(await scans.next() == .card(room.number))
        }
    }
}

/// A scanner, its port, and a service that listens to it.
private struct ScannerRoom {
    let scanner: SimulatedScanner
    let number: CardNumber

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scanner-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let terminal = PseudoTerminal(path: folder.appending(path: "scanner").path)
        try terminal.plugIn()
        scanner = SimulatedScanner(terminal: terminal)
        var dice = SystemRandomNumberGenerator()
        number = CardNumber.make(key: try MunicipalityKey(bytes: [UInt8](repeating: 3, count: 32)), using: &dice)
    }

    /// Holds a code to the scanner again and again until it is heard: opening a port throws away what came before.
    func hold(_ text: String, until scans: Scans) async throws {
        while await scans.isEmpty {
            try await scanner.scan(text)
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Waits until nothing more comes of what was held before.
    func silence(_ scans: Scans) async throws {
        repeat {
            await scans.forgetAll()
            try await Task.sleep(for: .milliseconds(100))
        } while await !scans.isEmpty
    }

    func listen(_ visit: (SimulatedScanner, Scans) async throws -> Void) async throws {
        let scans = Scans()
        let service = ScannerService(
            link: SerialLink(path: scanner.terminal.path, settings: SerialSettings(baud: 9600)), kind: .serial,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let work = Task { await service.run { scan in Task { await scans.add(scan) } } }
        try await visit(scanner, scans)
        work.cancel()
        await work.value
        scanner.terminal.unplug()
    }
}

/// What was heard, in order.
private actor Scans {
    private var heard: [Scan] = []
    var isEmpty: Bool { heard.isEmpty }

    func add(_ scan: Scan) { heard.append(scan) }
    func forgetAll() { heard = [] }

    func next() async -> Scan {
        while heard.isEmpty { await Task.yield() }
        return heard.removeFirst()
    }
}
