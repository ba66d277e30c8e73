import FitnessMeasure
import Foundation
import KioskScreens
import Logging
import SeniorCard

/// All instruments and scanners of this kiosk, each kept running by a task of its own.
struct DeviceRoom: Sendable {
    let instruments: [(id: Instrument, driver: any DeviceDriver)]
    let scanners: [ScannerService]
    let clocks: ClockFile
    let logger: Logger

    /// Runs everything until cancelled. A driver that fails is begun again; the others do not notice.
    func run(post: @escaping @Sendable (AppEvent) -> Void) async {
        await withTaskGroup(of: Void.self) { group in
            for (instrument, driver) in instruments {
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
                try await driver.run { report in
                    post(.device(instrument, report))
                    clocks.heard(report)
                }
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
    /// The instruments that the settings name, with their drivers.
    init(_ attached: [AttachedInstrument], _ settings: Settings, simulated: Set<Instrument>, logger: Logger) {
        let bus = settings.bus
        let stamps = ReadingStamps(
            makeID: { UUID() }, now: { Date() }, monotonic: { MonotonicTime.nanoseconds })
        let clocks = ClockFile(path: DataFolder(settings).deviceClocks, logger: logger)
        self.init(
            instruments: attached.map { instrument in
                let driver = instrument.driver(
                    bus: bus, isSimulated: simulated.contains(instrument.id), clocks: clocks.clocks, stamps: stamps,
                    isOneOfSeveral: attached.count { $0.isSameKind(as: instrument) } > 1)
                return (instrument.id, driver)
            }, scanners: Self.scanners(settings, logger), clocks: clocks, logger: logger)
    }

    private static func scanners(_ settings: Settings, _ logger: Logger) -> [ScannerService] {
        let serial = settings.scannerPort.map { port in
            let link = SerialLink(path: port, settings: SerialSettings(baud: 9600))
            return ScannerService(link: link, kind: .serial, logger: logger)
        }
        let keyboard = settings.scannerKeyboard.map {
            ScannerService(link: EvdevLink(path: $0), kind: .wedge, logger: logger)
        }
        return [serial, keyboard].compactMap { $0 }
    }
}

extension AttachedInstrument {
    /// `isOneOfSeveral`: then two devices of the kind have keys of their own.
    func driver(
        bus: BusAddress, isSimulated: Bool, clocks: KnownClocks, stamps: ReadingStamps, isOneOfSeveral: Bool
    ) -> any DeviceDriver {
        let line = { (profile: LineProfile, link: any ByteLink) in
            LineDevice(
                profile,
                key: isOneOfSeveral ? DeviceKey(rawValue: "\(profile.deviceKey.rawValue):\(id.rawValue)") : nil,
                link: link, isSimulated: isSimulated, stamps: stamps)
        }
        switch road {
        case .bluetooth(let family, let address):
            return GattInstrument(
                family, link: BlueZLink(bus: bus, wanted: family.demand(address: address)), isSimulated: isSimulated,
                clocks: clocks, stamps: stamps)
        case .serial(let profile, let ports):
            return line(profile, SerialLink(ports: ports, settings: profile.serial))
        case .keyboard(let profile, let path): return line(profile, TypedLink(keys: EvdevLink(path: path)))
        }
    }

    func isSameKind(as other: AttachedInstrument) -> Bool { kind == other.kind }

    private var kind: String {
        switch road {
        case .bluetooth(let family, _): family.manifest.id
        case .serial(let profile, _), .keyboard(let profile, _): profile.id
        }
    }
}

extension Settings {
    /// Where BlueZ is.
    var bus: BusAddress { cuffBus.map { .address($0) } ?? .system }

    /// Every instrument: those that are listed, and what the older keys `cuff` and `grip` mean. A blood pressure monitor
    /// on the radio is always waited for, unless another instrument is there for blood pressure or none is wanted.
    func attached(_ assets: Assets, tests: TestCatalogue) throws -> [AttachedInstrument] {
        let drivers = Drivers(folder: assets.device(""))
        var attached = try instruments.map { try AttachedInstrument($0, drivers: drivers, tests: tests) }
        let isNamed = { (id: Instrument) in attached.contains { $0.id == id } }
        let hasPressure = attached.contains { $0.place.tests.contains(.bloodPressure) }
        var older: [InstrumentSettings] = []
        if !isNamed(.cuff), cuffAddress != Settings.noCuff, cuffAddress != nil || !hasPressure {
            older.append(
                InstrumentSettings(.cuff, driver: "blood-pressure", address: cuffAddress, tests: [.bloodPressure]))
        }
        if !isNamed(.grip), let gripPort {
            older.append(InstrumentSettings(.grip, driver: gripProfile, port: gripPort, tests: [.grip]))
        }
        attached += try older.map { try AttachedInstrument($0, drivers: drivers, tests: tests) }
        return attached
    }
}
