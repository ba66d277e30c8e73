import ArgumentParser
import DeviceSimulator
import FitnessMeasure
import Foundation
import KioskScreens

/// `kiosk bench device`: from the last byte of a grip meter's result on the cable until its reading lies in the mailbox.
/// The cable is a pseudo terminal, the driver the real one.
struct DeviceBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "device", abstract: "Device byte to mailbox.")

    @Option(help: "Readings.") var count = 1000

    func run() throws {
        try reporting {
            let count = count
            try write(Timings(nanoseconds: try waitFor { try await Self.measure(count) }))
        }
    }

    private static func measure(_ count: Int) async throws -> [Int64] {
        let path = FileManager.default.temporaryDirectory.appending(path: "bench-grip-\(getpid())").path
        let terminal = PseudoTerminal(path: path)
        try terminal.plugIn()
        defer { terminal.unplug() }
        let (arrivals, arrival) = AsyncStream.makeStream(of: Int64.self)
        let mailbox = Mailbox<StageEvent> { arrival.yield(MonotonicTime.nanoseconds) }
        let profile = try DeviceCommand.profile("grip-serial")
        let driver = LineDevice(
            profile, link: SerialLink(path: path, settings: profile.serial), isSimulated: true,
            stamps: DeviceCommand.stamps)
        let work = Task.detached {
            try await driver.run { report in
                switch report {
                case .ready, .reading: mailbox.post(.app(.device(.grip, report)))
                default: break
                }
            }
        }
        defer { work.cancel() }
        var heard = arrivals.makeAsyncIterator()
        // The first one is the port's being ready.
        guard await heard.next() != nil else { throw Failure.unavailable("the port did not open") }
        var times: [Int64] = []
        for number in 0..<count {
            let force = "\(number % 80 + 10)"
            let start = MonotonicTime.nanoseconds
            try terminal.write(SimulatedGrip.frame("G,R,+0\(force).\(number % 10),kg,S"))
            guard let at = await heard.next() else { throw Failure.unavailable("a reading did not come") }
            times.append(at - start)
        }
        return times
    }
}
