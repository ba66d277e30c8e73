import FitnessMeasure

/// A simulated Bluetooth instrument of any kind, in any mood: it is switched on, found, connected and listened to, says
/// what it has to say with the bytes of a real one, and is switched off.
public struct SimulatedInstrument: Sendable {
    /// What it is and what it measures.
    public enum Kind: Hashable, Sendable {
        /// mmHg, and beats a minute.
        case cuff(systolic: Int, diastolic: Int, pulse: Int)
        case scale(grams: Int)
        /// Tenths of a percent of fat.
        case bodyComposition(grams: Int, fatTenths: Int)
        /// Percent, and beats a minute.
        case oximeter(saturation: Int, pulse: Int)
        /// Tenths of a degree Celsius.
        case thermometer(tenths: Int)
        /// mg/dL.
        case glucoseMeter(milligrams: Int)
        /// Beats a minute.
        case chestStrap(rate: Int)
        /// Hundredths of a metre a second.
        case footPod(speed: Int)
        case treadmill(metres: Int, seconds: Int)
        case stepClimber(steps: Int, seconds: Int)
    }

    /// What can go wrong with it.
    public enum Mood: String, CaseIterable, Sendable {
        case usual
        /// It shows "Err", and sends no numbers or no good ones.
        case errorFrame
        /// Its value never holds still.
        case unstable
        /// Its clock is an hour slow, and can be set.
        case wrongClock
        /// Its clock is an hour slow, takes a new time with thanks, and shows the old one.
        case forgetsClock
        /// It sends old records first.
        case storedFirst
        /// It has nothing but yesterday's record of another of its users.
        case strangersHistory
        /// It switches off in the middle of a measurement.
        case hangsUpMidFrame
        /// It switches off in the middle of its records.
        case hangsUpMidBurst
        /// It is of a maker who does not keep to the layout.
        case vendorLayout
        /// It takes its time to say what it offers.
        case slowServices
        /// It stops in the middle of its records and has to be told to give up.
        case abortsRecords
    }

    let bluez: FakeBlueZ
    let kind: Kind
    let mood: Mood
    let peripheral: FakePeripheral
    private let script: InstrumentScript
    private let pace: Duration
    private let clock: any Clock<Duration>

    /// - Parameters:
    ///   - now: the kiosk's time; the instrument's own clock is built on it.
    ///   - pace: the wait between two values.
    public init(
        _ kind: Kind, mood: Mood = .usual, bluez: FakeBlueZ, address: String = "C0:FF:EE:00:18:01",
        pace: Duration = .milliseconds(250), clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> DeviceTime
    ) {
        (self.kind, self.mood, self.bluez, self.pace, self.clock) = (kind, mood, bluez, pace, clock)
        let script = InstrumentScript(kind: kind, mood: mood, now: now())
        self.script = script
        var services = [FakePeripheral.Service(script.service, script.characteristics)]
        if kind.hasClock { services.append(SimulatedClock(mood: mood, now: now).service) }
        peripheral = FakePeripheral(address: address, name: "Sarangbang \(script.service)", services: services)
    }

    /// A peripheral that lets itself be paired this way.
    func secured(_ security: FakeSecurity?) -> FakePeripheral {
        var peripheral = peripheral
        peripheral.security = security
        return peripheral
    }

    /// From switching on to switching off; returns when it has hung up. Waits for a program to listen, however long
    /// that takes.
    public func use() async throws {
        var device = peripheral
        if mood == .slowServices { device.resolvesAfter = .milliseconds(200) }
        await bluez.comesIntoReach(device)
        do {
            try await bluez.waitForListener(to: script.listened, of: device)
            for value in script.values {
                await bluez.send(value.bytes, as: value.characteristic, from: device)
                try await clock.sleep(for: pace)
            }
            try await waitUntilAsked(device)
        } catch {
            await bluez.leavesReach(device)
            throw error
        }
        await bluez.leavesReach(device)
    }

    /// A device stays on until the program has looked at its clock and had its records.
    private func waitUntilAsked(_ device: FakePeripheral) async throws {
        guard mood != .hangsUpMidFrame else { return }
        if kind.hasClock {
            let isSet = mood == .wrongClock || mood == .forgetsClock
            try await bluez.waitForReads(isSet ? 2 : 1, of: SimulatedClock.characteristic, of: device)
        }
        guard let records = script.records else { return }
        try await bluez.wait(untilTrue: { records.isDone })
    }
}

extension SimulatedInstrument.Kind {
    var hasClock: Bool {
        switch self {
        case .cuff, .scale, .bodyComposition, .oximeter, .thermometer, .glucoseMeter: true
        case .chestStrap, .footPod, .treadmill, .stepClimber: false
        }
    }
}
