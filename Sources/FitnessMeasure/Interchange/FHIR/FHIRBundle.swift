/// A FHIR R4 transaction: everything or nothing, and nothing twice.
///
/// Each resource is created only if the server has none with its identifier. What was withdrawn or changed replaces
/// what the server has.
public struct FHIRBundle: Sendable {
    public private(set) var entries: [Entry] = []

    public struct Entry: Sendable {
        public let fullURL: String
        public let resource: any FHIRResource
        let replaces: Bool
    }

    public init() {}

    /// Adds a resource once; a second one of the same identifier is the same resource. Without an identifier nothing
    /// could be created only once, so that is a mistake of the caller's.
    public mutating func add(_ resource: some FHIRResource, replacing: Bool = false) {
        guard let identifier = resource.identifiers.first else { preconditionFailure("a resource without identifier") }
        let url = Self.fullURL(identifier.system + "|" + identifier.value)
        guard !entries.contains(where: { $0.fullURL == url }) else { return }
        entries.append(Entry(fullURL: url, resource: resource, replaces: replacing))
    }

    /// Adds a record's observations with its device and gateway.
    public mutating func add(
        _ record: MeasuredRecord, by codes: ClinicalCodes, through gateway: GatewayDevice
    ) throws(InterchangeError) {
        let observations = try record.observations(by: codes, through: gateway)
        if record.isMeasured || record.clocks != nil {
            add(gateway.resource)
            add(record.device.resource)
        }
        for observation in observations { add(observation, replacing: observation.status != .final) }
    }

    /// The transaction as JSON text.
    public var json: String {
        let bundle: FHIRObject = [
            "resourceType": .text("Bundle"), "type": .text("transaction"), "entry": .list(entries.map(\.fhir)),
        ]
        return bundle.json
    }

    /// A `urn:uuid:` that is the same for the same name: version 8 (RFC 9562) over 128-bit FNV-1a. It only ties
    /// entries of one bundle together; the server gives its own ids.
    static func fullURL(_ name: String) -> String {
        let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013B
        let seed: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        var hash = name.utf8.reduce(seed) { ($0 ^ UInt128($1)) &* prime }
        hash = hash & ~(0xF << 76) | 8 << 76
        hash = hash & ~(0x3 << 62) | 2 << 62
        let digits = String(hash, radix: 16)
        let hex = String(repeating: "0", count: 32 - digits.count) + digits
        var groups: [Substring] = []
        var rest = hex[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}

extension FHIRBundle.Entry {
    fileprivate var fhir: FHIRValue {
        let search = resource.identifiers.first?.search ?? ""
        let url = resource.resourceType + (replaces ? "?" + search : "")
        return .object([
            "fullUrl": .text(fullURL), "resource": .object(resource.fhir),
            "request": .object([
                "method": .text(replaces ? "PUT" : "POST"), "url": .text(url),
                "ifNoneExist": replaces ? nil : .text(search),
            ]),
        ])
    }
}
