import DeviceSimulator
import FitnessMeasure
import Foundation
import Glibc
import Testing

@Suite struct SerialLinkTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "link-\(UUID().uuidString)")
    private let terminal: PseudoTerminal
    private let link: SerialLink

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        terminal = PseudoTerminal(path: folder.appending(path: "usb-scanner-0").path)
        link = SerialLink(path: folder.path + "/usb-*", settings: SerialSettings(baud: 9600))
    }

    private func lostReason(_ link: some ByteLink) async -> String? {
        do {
            _ = try await link.open()
            return nil
        } catch let lost as LinkLost {
            return lost.reason
        } catch {
            return "\(error)"
        }
    }

    @Test func `a scanner's code comes through with its carriage return`() async throws {
        try terminal.plugIn()
        let open = try await link.open()
        try await SimulatedScanner(terminal: terminal).scan("100000000000000000297")
        var heard: [UInt8] = []
        for try await chunk in open.chunks {
            heard += chunk
            if heard.last == 0x0d { break }
        }
        #expect(heard == [UInt8]("100000000000000000297\r"))
        await open.close()
    }

    @Test func `every byte value passes in both directions`() async throws {
        try terminal.plugIn()
        let open = try await link.open()
        let all = (0...255).map { UInt8($0) }
        try terminal.write(all)
        var heard: [UInt8] = []
        for try await chunk in open.chunks {
            heard += chunk
            if heard.count >= all.count { break }
        }
        #expect(heard == all)
        await open.close()
    }

    @Test func `what is written arrives unchanged`() async throws {
        try terminal.plugIn()
        let open = try await link.open()
        let all = (0...255).map { UInt8($0) }
        try await open.write(all)
        var got: [UInt8] = []
        while got.count < all.count { got += try terminal.received() }
        #expect(got == all)
        await open.close()
    }

    @Test func `a device that takes no bytes does not hold us for ever`() async throws {
        try terminal.plugIn()
        let impatient = SerialLink(
            path: terminal.path, settings: SerialSettings(baud: 9600), writeTimeout: .milliseconds(50))
        let open = try await impatient.open()
        await #expect(throws: LinkLost(reason: "write timed out")) {
            try await open.write([UInt8](repeating: 0x55, count: 1_000_000))
        }
        await open.close()
        await #expect(throws: LinkLost(reason: "closed")) { try await open.write([1]) }
    }

    @Test func `a port is ours alone`() async throws {
        try terminal.plugIn()
        let open = try await link.open()
        let us = try String(contentsOfFile: "/proc/self/comm", encoding: .utf8).prefix { !$0.isNewline }
        #expect(await lostReason(link) == "held by \(us) (process \(getpid()))")
        await open.close()
        await #expect(throws: Never.self) { for try await _ in open.chunks {} }
        while await lostReason(link) != nil { await Task.yield() }
    }

    @Test func `none and two are both no port`() async throws {
        #expect(await lostReason(link) == "nothing at \(folder.path)/usb-*")
        try terminal.plugIn()
        let second = PseudoTerminal(path: folder.appending(path: "usb-other").path)
        try second.plugIn()
        #expect(await lostReason(link) == "2 devices match \(folder.path)/usb-*")
    }

    @Test func `a file is not a port`() async throws {
        let file = folder.appending(path: "usb-file")
        try Data([1]).write(to: file)
        #expect(await lostReason(link)?.hasPrefix("not a serial port") == true)
    }

    @Test func `a pulled cable ends the stream`() async throws {
        try terminal.plugIn()
        let open = try await link.open()
        terminal.unplug()
        await #expect(throws: LinkLost.self) { for try await _ in open.chunks {} }
        #expect(throws: PseudoTerminalError.unplugged) { try terminal.write([1]) }
    }

    @Test func `an input device that cannot be grabbed is refused`() async throws {
        let pipe = folder.appending(path: "event0").path
        #expect(mkfifo(pipe, 0o600) == 0)
        let reason = await lostReason(EvdevLink(path: pipe))
        #expect(reason?.hasPrefix("the input device was not grabbed") == true)
    }
}
