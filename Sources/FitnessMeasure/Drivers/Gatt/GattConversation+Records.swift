/// Stored records that were asked for, and which of them are known.
extension GattConversation {
    /// A kiosk meets few devices; more are strangers, whose numbers need not be remembered.
    static let mostRemembered = 64

    mutating func heardControl(_ bytes: [UInt8]) -> ([DeviceReport], [GattOrder]) {
        let orders: [GattOrder]
        do throws(GattFrameError) {
            orders = try records.receive(bytes)
        } catch {
            return ([.health(lastKey, .recordsRefused(code: error.code))], [])
        }
        return (recordsEnded(), orders)
    }

    /// Once the last record came, nothing is waited for.
    mutating func recordsEnded() -> [DeviceReport] {
        guard let refusal = records.takeRefusal() else { return [] }
        return [.health(lastKey, .recordsRefused(code: refusal))]
    }

    mutating func remember(_ reports: [DeviceReport]) {
        let numbers = reports.compactMap { if case .reading(let reading) = $0 { reading.deviceSequence } else { nil } }
        guard let highest = numbers.max(), lastRecords.count < Self.mostRemembered || lastRecords[lastKey] != nil else {
            return
        }
        lastRecords[lastKey] = max(highest, lastRecords[lastKey] ?? 0)
    }
}
