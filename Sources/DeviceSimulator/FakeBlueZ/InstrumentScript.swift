import FitnessMeasure

/// What a simulated instrument offers and says, as data.
struct InstrumentScript: Sendable {
    typealias Kind = SimulatedInstrument.Kind
    typealias Mood = SimulatedInstrument.Mood

    let service: GattUUID
    let characteristics: [FakePeripheral.Characteristic]
    /// It begins to speak when a program listens to this.
    let listened: GattUUID
    /// What it says, in order.
    let values: [Value]
    /// What it gives only when asked.
    let records: SimulatedRecords?

    struct Value: Sendable {
        var characteristic: GattUUID
        var bytes: [UInt8]

        init(_ characteristic: UInt16, _ bytes: AttributeBytes) {
            (self.characteristic, self.bytes) = (GattUUID(characteristic), bytes.bytes)
        }
    }

    /// `now` is the kiosk's time.
    init(kind: Kind, mood: Mood, now: DeviceTime) {
        let shown = now.advanced(bySeconds: SimulatedClock.offset(mood)) ?? now
        let (service, offered, values) = kind.said(mood, at: shown)
        self.service = GattUUID(service)
        var characteristics = offered.map {
            FakePeripheral.Characteristic(GattUUID($0.0), flags: [$0.1])
        }
        listened = GattUUID(offered[0].0)
        if case .glucoseMeter = kind {
            let records = values.map { (sequence: Int($0.bytes[1]), bytes: $0.bytes) }
            let stored = SimulatedRecords(characteristic: listened, records: records, mood: mood)
            characteristics.append(stored.controlPoint)
            (self.values, self.records) = ([], stored)
        } else {
            (self.values, self.records) = (values, nil)
        }
        self.characteristics = characteristics
    }
}

extension DeviceTime {
    /// The same time so many days earlier.
    func daysAgo(_ days: Int) -> DeviceTime { advanced(bySeconds: -86_400 * days) ?? self }
}
