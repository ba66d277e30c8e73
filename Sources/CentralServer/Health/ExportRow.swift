import Crypto
import FitnessMeasure
import Foundation
import GRDB
import SyncWire

/// A reading as it leaves the house: from the event that brought it, byte for byte, where there is one.
struct ExportRow: Sendable {
    let reading: OfficeReading
    /// The frozen line of the event; nil for a seeded row.
    let line: Data?
    let appVersion: String?

    private static let columns = """
        SELECT r.*, e.line, k.appVersion FROM reading r
        LEFT JOIN eventRaw e ON e.eventId = r.eventId LEFT JOIN kiosk k ON k.deviceId = r.deviceId
        JOIN person p ON p.id = r.personId
        """

    init(_ row: Row) throws {
        (reading, line, appVersion) = (try OfficeReading(row: row), row["line"], row["appVersion"])
    }

    /// A person's readings since an instant and after a row, the oldest first; at most `limit`.
    static func list(
        _ db: Database, person: String, since: Date, after last: ExportRow? = nil, limit: Int
    ) throws -> [ExportRow] {
        try Row.fetchAll(
            db,
            sql: """
                \(columns) WHERE r.personId = ? AND p.healthConsent AND r.takenAt >= ? AND (r.takenAt, r.id) > (?, ?)
                ORDER BY r.takenAt, r.id LIMIT ?
                """, arguments: [person, since, last?.reading.takenAt ?? .distantPast, last?.reading.id ?? "", limit]
        ).map(ExportRow.init)
    }

    /// A page of a centre's readings of people who consent to health data, by id.
    static func page(_ db: Database, centre: String, after id: String, limit: Int) throws -> [ExportRow] {
        try Row.fetchAll(
            db,
            sql: """
                \(columns) WHERE r.centreId = ? AND p.healthConsent AND r.id > ? ORDER BY r.id LIMIT ?
                """, arguments: [centre, id, limit]
        ).map(ExportRow.init)
    }

    /// - Throws: `DecodingError` or ``DamagedReading`` if the row is not what the projection writes.
    func record(by pseudonyms: Pseudonyms) throws -> MeasuredRecord {
        let wire = try line.flatMap(Self.wire)
        let header = try line.map { try CanonicalJSON.decode(EventHeader.self, from: $0) }
        guard let id = UUID(uuidString: reading.id), let person = reading.personId else { throw DamagedReading() }
        let values = try CanonicalJSON.decode([WireReading.Value].self, from: Data(reading.valuesJSON.utf8))
        let flags = try CanonicalJSON.decode([String].self, from: Data(reading.flagsJSON.utf8))
        let key = DeviceKey(rawValue: wire?.deviceKey ?? "unknown")
        let taken = Reading(
            id: id, deviceKey: key, values: values.compactMap(QuantityValue.init(wire:)),
            deviceTime: wire?.deviceTime.flatMap(DeviceTime.init(wire:)),
            flags: Set(flags.map(QualityFlag.init(rawValue:))).union(hand), raw: wire.map { Self.bytes($0.raw) } ?? [],
            receivedMonotonic: 0, receivedAt: reading.takenAt, isSimulated: reading.simulated)
        return MeasuredRecord(
            subject: pseudonyms.person(person), test: FitnessTestID(rawValue: reading.testId), outcome: .reading(taken),
            device: MeasuringDevice(key: key, isSimulated: reading.simulated),
            zone: (header?.utcOffset ?? KoreanTime.zone.secondsFromGMT()) / 60,
            state: reading.claimedAt == nil ? .final : .amended,
            protocolUse: reading.protocolId.map { ProtocolUse(id: $0, followed: .unknown) },
            corrections: corrections(pseudonyms))
    }

    /// The codes of a grip tell the hands apart.
    private var hand: Set<QualityFlag> {
        guard reading.testId == FitnessTestID.grip.rawValue else { return [] }
        return switch reading.side.flatMap(BodySide.init(rawValue:)) {
        case .right: [.rightHand]
        case .left: [.leftHand]
        case nil: []
        }
    }

    /// The kiosk that had it.
    var gateway: GatewayDevice {
        GatewayDevice(
            id: reading.deviceId ?? "seeds", manufacturer: "Sarangbang", model: "kiosk", software: appVersion ?? "0")
    }

    /// A reading that was nobody's at first was given to its owner later.
    private func corrections(_ pseudonyms: Pseudonyms) -> [Correction] {
        guard let at = reading.claimedAt else { return [] }
        let by = pseudonyms.staff(reading.claimedBy ?? "")
        return [Correction(at: at, by: by, from: nil, reason: reading.claimedWhy ?? "given to its owner")]
    }

    private static func wire(_ line: Data) throws -> WireReading? {
        switch try CanonicalJSON.decode(EventHeader.self, from: line).type {
        case ReadingSaved.type: try CanonicalJSON.decode(Event<ReadingSaved>.self, from: line).body.reading
        case ReadingUnclaimed.type: try CanonicalJSON.decode(Event<ReadingUnclaimed>.self, from: line).body.reading
        default: nil
        }
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
        }
    }
}

/// Names that say nothing outside of the office, the same every time for the same person.
struct Pseudonyms: Sendable {
    private let key: SymmetricKey

    init(_ identity: ServerIdentity) { key = identity.sealingKey(for: "sarangbang pseudonyms") }

    func person(_ id: String) -> Pseudonym { Pseudonym(rawValue: hash("person " + id)) }

    func staff(_ name: String) -> String { hash("staff " + name) }

    /// 128 bits.
    private func hash(_ text: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key).prefix(16)
            .map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }
}

extension QuantityValue {
    /// Nil for what is no decimal.
    init?(wire value: WireReading.Value) {
        guard let decimal = DecimalValue(value.decimal) else { return nil }
        self.init(QuantityKind(rawValue: value.quantity), decimal, UCUMUnit(rawValue: value.unit))
    }
}

extension DeviceTime {
    /// `2026-11-21T10:30:05`, as ``SyncWire/WireReading/deviceTime`` has it.
    init?(wire text: String) {
        let numbers = text.split { "-T:".contains($0) }.map { Int($0) }
        guard numbers.count == 6, let year = numbers[0], let month = numbers[1], let day = numbers[2],
            let hour = numbers[3], let minute = numbers[4], let second = numbers[5]
        else { return nil }
        self.init(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    }
}
