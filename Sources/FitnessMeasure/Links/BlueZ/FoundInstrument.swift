/// An instrument of a known kind that is in the air, for the person who pairs.
public struct FoundInstrument: Equatable, Sendable, Identifiable {
    public let address: String
    /// What it calls itself, at most 60 characters; its address if it has no name.
    public let name: String
    /// The drivers' ids that its services ask for, `blood-pressure`.
    public let kinds: [String]
    public let isPaired: Bool

    public var id: String { address }

    public init(address: String, name: String, kinds: [String], isPaired: Bool) {
        (self.address, self.name, self.kinds, self.isPaired) = (address, name, kinds, isPaired)
    }

    /// The properties of a device of BlueZ; nil for one that is not in reach or of no kind that we know.
    init?(_ device: [String: BusValue]) {
        guard let address = device["Address"]?.text, device["Connected"]?.bool == true || device["RSSI"] != nil
        else { return nil }
        let offered = Set((device["UUIDs"]?.elements ?? []).compactMap { $0.text.flatMap { GattUUID($0) } })
        let kinds = GattFamily.all.filter { offered.contains($0.service) }.map(\.manifest.id)
        guard !kinds.isEmpty else { return nil }
        let name = (device["Alias"] ?? device["Name"])?.text ?? ""
        self.init(
            address: address, name: name.isEmpty ? address : String(name.prefix(60)), kinds: kinds,
            isPaired: device["Paired"]?.bool == true)
    }
}
