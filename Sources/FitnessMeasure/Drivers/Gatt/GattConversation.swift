import Foundation

/// What a driver says to a link's events: reports for the kiosk, orders for the device. Pure but for the stamps that
/// it is given.
struct GattConversation {
    private let family: GattFamily
    private let isSimulated: Bool
    let zone: TimeZone
    let stamps: ReadingStamps

    var lastKey: DeviceKey
    private var isLost = false
    private var interpreter: any GattInterpreter
    private var bursts = MeasurementBursts()
    private var clock = ClockSetting()
    var records = RecordDownload()
    /// The first burst of a connection was measured before it, with the clock as it was.
    private var isFirstBurst = true
    /// When something last came over this connection, and whether that was a value that still moves.
    private var lastHeard: (at: Int64, isLive: Bool) = (0, false)
    /// Readings of this burst that were made before our eyes.
    var seenBeingMade: Set<UUID> = []
    private var seenDate: DeviceTime?
    /// The highest record number of each device, so that it is not asked for the same records again.
    var lastRecords: [DeviceKey: Int] = [:]
    /// Each device's clock, for the times that it hangs up before it can be asked, and to notice that it was moved.
    let clocks: KnownClocks

    /// No device takes longer between two records of one burst.
    private static let longestBurst = Duration.seconds(20)

    init(
        _ family: GattFamily, isSimulated: Bool, zone: TimeZone, clocks: KnownClocks = KnownClocks(),
        stamps: ReadingStamps
    ) {
        (self.family, self.isSimulated, self.zone, self.stamps) = (family, isSimulated, zone, stamps)
        self.clocks = clocks
        (lastKey, interpreter) = (family.unknownKey, family.makeInterpreter())
    }

    /// Takes in what the link says, and gives reports and orders, each in order.
    mutating func handle(_ event: GattEvent) -> (reports: [DeviceReport], orders: [GattOrder]) {
        switch event {
        case .connected(let peer): return begin(with: peer)
        case .value(_, RecordDownload.controlPoint, let bytes): return heardControl(bytes)
        case .value(let peer, let characteristic, let bytes): return (heard(bytes, characteristic, peer), [])
        case .answered(let peer, let order, let answer): return answered(order, answer, peer)
        case .quiet(let peer): return quiet(peer)
        case .disconnected, .unavailable: return (lose(), [])
        }
    }

    private mutating func begin(with peer: GattPeer) -> ([DeviceReport], [GattOrder]) {
        (lastKey, isLost, isFirstBurst) = (peer.deviceKey, false, true)
        (interpreter, clock, records) = (family.makeInterpreter(), ClockSetting(), RecordDownload())
        (lastHeard, seenBeingMade) = ((stamps.monotonic(), false), [])
        var orders: [GattOrder] = []
        if family.manifest.capabilities.contains(.clockSetting) { orders += clock.begin() }
        if family.hasRecords { orders += records.begin(after: lastRecords[peer.deviceKey]) }
        return ([.ready(lastKey)], orders)
    }

    private mutating func heard(_ bytes: [UInt8], _ characteristic: GattUUID, _ peer: GattPeer) -> [DeviceReport] {
        do throws(GattFrameError) {
            return take(try interpreter.receive(bytes, of: characteristic), characteristic, peer.isSimulated)
        } catch {
            // What is only for show and cannot be read shows nothing.
            guard family.required.contains(characteristic) else { return [.measuring(lastKey, live: nil)] }
            return bursts.add(.failed(lastKey, .unreadable(error.code)), to: characteristic)
        }
    }

    private mutating func take(
        _ findings: [GattFinding], _ series: GattUUID, _ isSimulatedPeer: Bool
    ) -> [DeviceReport] {
        findings.flatMap { finding -> [DeviceReport] in
            switch finding {
            case .live(let value):
                lastHeard = (stamps.monotonic(), true)
                return [.measuring(lastKey, live: value)]
            case .failed(let failure):
                lastHeard = (stamps.monotonic(), false)
                return bursts.add(.failed(lastKey, failure), to: series)
            case .measured(let measurement):
                let reading = reading(measurement, isSimulated: isSimulatedPeer)
                // Of several records after live values nobody knows which of them was made then.
                if !seenBeingMade.isEmpty, reading.deviceTime != seenDate { seenBeingMade = [] }
                if isBeingMade(at: reading.receivedMonotonic) {
                    seenBeingMade.insert(reading.id)
                    seenDate = reading.deviceTime
                }
                lastHeard = (reading.receivedMonotonic, false)
                return bursts.add(.reading(reading), to: series)
            }
        }
    }

    /// What follows live values, or a silence longer than any memory needs to be sent, was measured just now.
    private func isBeingMade(at moment: Int64) -> Bool {
        lastHeard.isLive || .nanoseconds(moment - lastHeard.at) >= Self.longestBurst
    }

    private mutating func answered(
        _ order: GattOrder, _ answer: GattAnswer, _ peer: GattPeer
    ) -> ([DeviceReport], [GattOrder]) {
        if order.characteristic == RecordDownload.controlPoint {
            records.answered(order, answer)
            return (recordsEnded(), [])
        }
        let before = clock
        let orders = clock.answered(order, answer, at: DeviceTime(stamps.now(), in: zone))
        if let offset = clock.offsetBefore, before.offsetBefore == nil {
            clocks.saw(lastKey, offset, at: stamps.monotonic())
        }
        guard let health = clock.health, before.health == nil else { return ([], orders) }
        clocks.left(lastKey, health.offsetAfter, at: stamps.monotonic())
        return ([.health(lastKey, .clock(health))], orders)
    }

    private mutating func quiet(_ peer: GattPeer) -> ([DeviceReport], [GattOrder]) {
        guard records.isBusy else { return (endBurst(.quiet, peer.isSimulated), []) }
        let orders = records.quiet()
        return (recordsEnded(), orders)
    }

    private mutating func lose() -> [DeviceReport] {
        let reports = endBurst(.hungUp, false) + (isLost ? [] : [.lost(lastKey)])
        isLost = true
        return reports
    }

    private mutating func endBurst(_ ending: GattEnding, _ isSimulatedPeer: Bool) -> [DeviceReport] {
        let late = interpreter.end(ending).flatMap { take([$0.finding], $0.characteristic, isSimulatedPeer) }
        let offset = clock.offset(isMeasuredSince: !isFirstBurst) ?? clocks.offset(of: lastKey)
        let ended = bursts.end()
        let reports = late + (offset.map { offset in ended.map { dated($0, offset) } } ?? aged(ended))
        seenBeingMade = []
        isFirstBurst = false
        remember(reports)
        return settled(reports)
    }

    private func reading(_ measurement: GattMeasurement, isSimulated isSimulatedPeer: Bool) -> Reading {
        Reading(
            id: stamps.makeID(), deviceKey: lastKey, values: measurement.values, deviceTime: measurement.deviceTime,
            deviceSequence: measurement.sequence, deviceUserSlot: measurement.userSlot, flags: measurement.flags,
            raw: measurement.raw, receivedMonotonic: stamps.monotonic(), receivedAt: stamps.now(),
            isSimulated: isSimulated || isSimulatedPeer)
    }
}
