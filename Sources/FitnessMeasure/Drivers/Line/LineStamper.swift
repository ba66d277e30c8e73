/// Turns a machine's news into a device's reports: adds the key, the id and the times.
struct LineStamper: Sendable {
    let key: DeviceKey
    let isSimulated: Bool
    let stamps: ReadingStamps

    /// Nil for what is meant for the device.
    func report(_ news: LineMachine.News) -> DeviceReport? {
        switch news {
        case .send: nil
        case .live(let value): .measuring(key, live: value)
        case .failed(let failure): .failed(key, failure)
        case .value(let value, let raw, let at): .reading(reading(value, raw, at))
        }
    }

    private func reading(_ value: LineValue, _ raw: [UInt8], _ at: Int64) -> Reading {
        Reading(
            id: stamps.makeID(), deviceKey: key, values: value.values, deviceTime: value.deviceTime,
            deviceSequence: value.sequence, flags: value.flags, raw: raw, receivedMonotonic: at,
            receivedAt: stamps.now(), isSimulated: isSimulated)
    }
}
