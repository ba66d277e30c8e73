import FitnessMeasure
import Foundation
import KioskScreens
import Logging
import SeniorCard

/// All instruments and scanners of this kiosk, each kept running by a task of its own.
struct DeviceRoom: Sendable {
    var cuff: (any DeviceDriver)?
    var grip: (any DeviceDriver)?
    var scanners: [ScannerService]
    let logger: Logger

    /// Runs everything until cancelled. A driver that fails is begun again; the others do not notice.
    func run(post: @escaping @Sendable (AppEvent) -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            for (instrument, driver) in [(Instrument.cuff, cuff), (.grip, grip)] {
                guard let driver else { continue }
                group.addTask { await keepRunning(instrument, driver, post) }
            }
            for scanner in scanners { group.addTask { await scanner.run { post(.scanned($0)) } } }
        }
    }

    private func keepRunning(
        _ instrument: Instrument, _ driver: any DeviceDriver, _ post: @escaping @Sendable (AppEvent) -> Void
    ) async {
        while !Task.isCancelled {
            do {
                try await driver.run { post(.device(instrument, $0)) }
            } catch is CancellationError {
                return
            } catch {
                logger.warning(
                    "A driver failed and is begun again",
                    metadata: ["instrument": "\(instrument.rawValue)", "error": "\(error)"])
            }
            do {
                try await Task.sleep(for: .seconds(5))
            } catch {
                return
            }
        }
    }
}

extension DeviceRoom {
    /// The instruments that the settings name. A profile that cannot be read stops the start: an installer is there.
    init(_ settings: Settings, assets: Assets, simulated: Set<Instrument>, logger: Logger) throws {
        self.logger = logger
        let monotonic: @Sendable () -> Int64 = { MonotonicTime.nanoseconds }
        let bus = settings.cuffBus.map { BusAddress.address($0) } ?? .system
        cuff = GattInstrument(
            .bloodPressure,
            link: BlueZLink(bus: bus, wanted: GattFamily.bloodPressure.demand(address: settings.cuffAddress)),
            isSimulated: simulated.contains(.cuff),
            stamps: ReadingStamps(makeID: { UUID() }, now: { Date() }, monotonic: monotonic))
        if let port = settings.gripPort {
            let file = assets.device(settings.gripProfile)
            let profile = try LineProfile(yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
            grip = LineDevice(
                profile, link: SerialLink(path: port, settings: profile.serial),
                isSimulated: simulated.contains(.grip),
                stamps: ReadingStamps(makeID: { UUID() }, now: { Date() }, monotonic: monotonic))
        } else {
            grip = nil
        }
        scanners = []
        if let port = settings.scannerPort {
            let link = SerialLink(path: port, settings: SerialSettings(baud: 9600))
            scanners.append(ScannerService(link: link, kind: .serial, logger: logger))
        }
        if let keyboard = settings.scannerKeyboard {
            scanners.append(ScannerService(link: EvdevLink(path: keyboard), kind: .wedge, logger: logger))
        }
    }
}
