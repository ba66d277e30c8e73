import FitnessMeasure
import Foundation
import Synchronization

/// A Bluetooth cuff's day at the product's driver. The radio's moment is the driver's time.
final class ScriptedCuff: Sendable {
    private let address: String
    private let steps: [Step]
    private let clocks: KnownClocks
    private let state = Mutex((now: Moment(0), heard: [Heard]()))

    init(address: String, _ steps: [Step], _ clocks: KnownClocks) {
        (self.address, self.steps, self.clocks) = (address, steps, clocks)
    }

    func play() async throws -> [Heard] {
        let moment: @Sendable () -> Moment = { [self] in state.withLock { $0.now } }
        let stamps = ReadingStamps(
            makeID: countedIDs(), now: { DeviceClock.firstDay + Double(moment()) / 1e9 }, monotonic: moment)
        let driver = GattInstrument(
            .bloodPressure, link: ScriptedRadio(cuff: self), isSimulated: true, zone: .gmt, clocks: clocks,
            stamps: stamps)
        do {
            try await driver.run { [self] report in
                state.withLock { $0.heard.append(Heard(at: $0.now, report: report)) }
            }
        } catch is CancellationError {
            // The script is at its end.
        }
        return state.withLock { $0.heard }
    }

    /// Every connection of the script, with a cuff at the other end that shows its clock and lets nobody set it: every
    /// other one says so, the rest take the time without a word and keep their own.
    private struct ScriptedRadio: GattLink {
        let cuff: ScriptedCuff

        func run(_ handle: (GattEvent) -> [GattOrder]) async throws {
            let peer = GattPeer(address: cuff.address, isSimulated: true)
            var clock: DeviceClock?
            for step in cuff.steps {
                cuff.state.withLock { $0.now = step.at }
                if case .connect(let ahead) = step.kind { clock = ahead.map { DeviceClock(ahead: $0) } }
                var orders = handle(step.event(of: peer))[...]
                while let order = orders.popFirst() {
                    orders += handle(.answered(peer, order, Self.answer(order, clock, step.at)))
                }
            }
            throw CancellationError()
        }

        /// One whose clock is nil shows it to nobody.
        private static func answer(_ order: GattOrder, _ clock: DeviceClock?, _ now: Moment) -> GattAnswer {
            guard let clock else { return .absent }
            return switch order {
            case .read(GattUUID(0x2A2B)): .done(clock.current(at: now))
            case .write(GattUUID(0x2A2B), _): now.isMultiple(of: 2) ? .done([]) : .refused("write not permitted")
            default: .absent
            }
        }
    }
}

extension Step {
    fileprivate func event(of peer: GattPeer) -> GattEvent {
        switch kind {
        case .connect: .connected(peer)
        case .live(let bytes): .value(peer, characteristic: GattUUID(0x2A36), bytes: bytes)
        case .bytes(let bytes): .value(peer, characteristic: GattUUID(0x2A35), bytes: bytes)
        case .quiet: .quiet(peer)
        case .disconnect: .disconnected(peer)
        }
    }
}
