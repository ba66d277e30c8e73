import ArgumentParser
import FitnessMeasure
import Foundation

extension DeviceCommand {
    /// `kiosk device listen`
    struct Listen: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "listen", abstract: "Run a driver and print what it reports, a line of JSON each.")
        @Option(help: "The driver's id, as `kiosk device list` shows it.") var device: String
        @Option(help: "The serial port, or the Bluetooth address; without one any device of the kind.")
        var port: String?
        @Option(help: "Stop after so many seconds.") var seconds = 60

        func run() throws {
            try reporting {
                let driver = try driver()
                let seconds = seconds
                try waitFor {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask { try await driver.run { ReportLine($0).print() } }
                        group.addTask { try await Task.sleep(for: .seconds(seconds)) }
                        try await group.next()
                        group.cancelAll()
                    }
                }
            }
        }

        private func driver() throws -> any DeviceDriver {
            if let family = GattFamily.named(device) {
                return GattInstrument(
                    family, link: BlueZLink(wanted: family.demand(address: port)), stamps: DeviceCommand.stamps)
            }
            let profile = try DeviceCommand.profile(device)
            let ports = port.map { [DeviceMatch.path($0)] } ?? profile.ports
            return LineDevice(
                profile, link: SerialLink(ports: ports, settings: profile.serial), isSimulated: false,
                stamps: DeviceCommand.stamps)
        }
    }

    static func profile(_ id: String) throws -> LineProfile {
        let profiles = try LineProfiles(folder: Assets.find().folder.appending(path: "devices"))
        guard let profile = profiles[id] else {
            throw Failure.badData("no such device: \(id); `kiosk device list` shows them")
        }
        return profile
    }

    static var stamps: ReadingStamps {
        ReadingStamps(makeID: { UUID() }, now: { Date() }, monotonic: { MonotonicTime.nanoseconds })
    }
}
