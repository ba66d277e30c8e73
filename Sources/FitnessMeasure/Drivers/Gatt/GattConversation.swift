import Foundation

/// What a driver says to a link's events: reports for the kiosk, orders for the device. Pure but for the stamps that
/// it is given.
struct GattConversation {
    private let family: GattFamily
    private let isSimulated: Bool
    private let zone: TimeZone
    private let stamps: ReadingStamps

    private var lastKey: DeviceKey
    private var isLost = false
    private var interpreter: any GattInterpreter
    private var bursts = MeasurementBursts()
    private var clock = ClockSetting()
    private var records = RecordDownload()
    /// The first burst of a connection was measured before it, with the clock as it was.
    private var isFirstBurst = true
    /// When something last came over this connection, and whether that was a value that still moves.
    private var lastHeard: (at: Int64, isLive: Bool) = (0, false)
    /// Readings of this burst that were made before our eyes.
    private var seenBeingMade: Set<UUID> = []
    private var seenDate: DeviceTime?
    /// The highest record number of each device, so that it is not asked for the same records again.
    private var lastRecords: [DeviceKey: Int] = [:]
    /// Each device's clock, for the times that it hangs up before it can be asked, and to notice that it was moved.
    private let clocks: KnownClocks

    /// Seconds. A measurement and its sending take a few minutes; what was measured before that was stored.
    private static let longestSending = 900

    /// Seconds. By more than this no measurement of now is ahead of the clock that dated it.
    private static let longestAhead = 60

    /// A kiosk meets few devices; more are strangers, whose numbers need not be remembered.
    static let mostRemembered = 64

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

    private mutating func heardControl(_ bytes: [UInt8]) -> ([DeviceReport], [GattOrder]) {
        let orders: [GattOrder]
        do throws(GattFrameError) {
            orders = try records.receive(bytes)
        } catch {
            return ([.health(lastKey, .recordsRefused(code: error.code))], [])
        }
        return (recordsEnded(), orders)
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

    /// Once the last record came, nothing is waited for.
    private mutating func recordsEnded() -> [DeviceReport] {
        guard let refusal = records.takeRefusal() else { return [] }
        return [.health(lastKey, .recordsRefused(code: refusal))]
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

    /// Nobody gets what may be from before a clock was moved: the first dated burst after it, and what is doubtful.
    private func settled(_ reports: [DeviceReport]) -> [DeviceReport] {
        let isDated = reports.contains { if case .reading(let reading) = $0 { reading.isDated } else { false } }
        let isFirst = isDated && clocks.settle(lastKey)
        return reports.map { report in
            guard case .reading(var reading) = report, reading.isDated,
                isFirst || reading.takenMonotonic.map({ clocks.isDoubtful($0, of: lastKey) }) == true
            else { return report }
            reading.flags.insert(.clockChanged)
            return .reading(reading)
        }
    }

    private mutating func remember(_ reports: [DeviceReport]) {
        let numbers = reports.compactMap { if case .reading(let reading) = $0 { reading.deviceSequence } else { nil } }
        guard let highest = numbers.max(), lastRecords.count < Self.mostRemembered || lastRecords[lastKey] != nil else {
            return
        }
        lastRecords[lastKey] = max(highest, lastRecords[lastKey] ?? 0)
    }

    private func reading(_ measurement: GattMeasurement, isSimulated isSimulatedPeer: Bool) -> Reading {
        Reading(
            id: stamps.makeID(), deviceKey: lastKey, values: measurement.values, deviceTime: measurement.deviceTime,
            deviceSequence: measurement.sequence, deviceUserSlot: measurement.userSlot, flags: measurement.flags,
            raw: measurement.raw, receivedMonotonic: stamps.monotonic(), receivedAt: stamps.now(),
            isSimulated: isSimulated || isSimulatedPeer)
    }

    /// Adds what the device's clock says of the moment of measuring, if the clock is known.
    private func dated(_ report: DeviceReport, _ offset: Int) -> DeviceReport {
        guard case .reading(var reading) = report, let taken = reading.deviceTime?.seconds else { return report }
        reading.deviceClockOffset = offset
        guard let received = DeviceTime(reading.receivedAt, in: zone).seconds else { return .reading(reading) }
        // At most a generation, so that no clock can make the nanoseconds overflow.
        let age = min(max(-1_000_000_000, received - (taken - offset)), 1_000_000_000)
        reading.takenMonotonic = reading.receivedMonotonic - Int64(max(0, age)) * 1_000_000_000
        // What is dated after now was dated by a clock that was another then.
        if age > Self.longestSending || age < -Self.longestAhead { reading.flags.insert(.fromStorage) }
        return .reading(reading)
    }
}

/// Records that are dated by a clock which nobody can read.
extension GattConversation {
    /// No device takes longer between two records of one burst.
    private static let longestBurst = Duration.seconds(20)

    /// Says of the newest record how old it is, as far as that can be known; the others are marked as stored already.
    private func aged(_ reports: [DeviceReport]) -> [DeviceReport] {
        let newest = reports.compactMap(candidate).max { $0.date < $1.date }
        guard let newest else { return reports }
        let standing = clocks.hear(
            lastKey, date: newest.date, ahead: newest.ahead, isSeenBeingMade: newest.isSeenBeingMade,
            at: stamps.monotonic())
        return reports.map { report in
            guard case .reading(var reading) = report, let own = candidate(report) else { return report }
            switch standing {
            case .now: break
            case .unknown: reading.flags.insert(.ageUnknown)
            case .aged(let seconds):
                let age = min(seconds + newest.ahead - own.ahead, 1_000_000_000) + LearnedClock.tolerance
                reading.takenMonotonic = reading.receivedMonotonic - Int64(age) * 1_000_000_000
                if age > Self.longestSending { reading.flags.insert(.fromStorage) }
            }
            return .reading(reading)
        }
    }

    private struct Candidate {
        var date: Int
        var ahead: Int
        var isSeenBeingMade: Bool
    }

    private func candidate(_ report: DeviceReport) -> Candidate? {
        guard case .reading(let reading) = report, !reading.flags.contains(.fromStorage),
            let date = reading.deviceTime?.seconds, let received = DeviceTime(reading.receivedAt, in: zone).seconds
        else { return nil }
        return Candidate(
            date: date, ahead: date - received, isSeenBeingMade: seenBeingMade.contains(reading.id))
    }
}

extension Reading {
    fileprivate var isDated: Bool { deviceTime?.seconds != nil }
}
