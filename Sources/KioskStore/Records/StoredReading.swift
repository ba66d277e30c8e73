import FitnessMeasure
import Foundation
import GRDB
import SyncClient
import SyncWire

/// A reading as the kiosk keeps it: with its person, or with the reason why it has none.
public struct StoredReading: Equatable, Sendable, Identifiable {
    public let reading: Reading
    /// Id of the reference tables; nil when no step was armed.
    public let testID: String?
    /// Nil in the tray.
    public let personID: UUID?
    public let visitID: UUID?
    /// Why no person stood for it, as a rule id; stays after it was claimed.
    public let reason: String?
    /// Who gave it to its person, if it lay in the tray.
    public let claimedBy: String?
    /// Why it was theirs, and when that was decided: milliseconds since 1970, UTC.
    public let claimedWhy: Reassignment.Reason?
    public let claimedWallMilliseconds: Int64?
    /// How it came about, as far as that was kept.
    public let context: ReadingContext
    /// Local day on which it was kept.
    public let day: CalendarDay
    /// When it was kept, by the kiosk's clock, milliseconds since 1970, UTC.
    public let wallMilliseconds: Int64

    public var id: UUID { reading.id }

    init(_ row: Row) throws {
        guard let day = CalendarDay(row["day"] as String) else { throw StoreError.damaged("reading") }
        reading = try JSONDecoder().decode(Reading.self, from: row["json"] as Data)
        (testID, reason, claimedBy) = (row["testId"], row["reason"], row["claimedBy"])
        personID = (row["personId"] as String?).flatMap(UUID.init(uuidString:))
        visitID = (row["visitId"] as String?).flatMap(UUID.init(uuidString:))
        (self.day, wallMilliseconds) = (day, row["wall"])
        claimedWhy = (row["claimedWhy"] as String?).flatMap(Reassignment.Reason.init(rawValue:))
        claimedWallMilliseconds = row["claimedWall"]
        context = ReadingContext(
            protocolID: (row["protocol"] as String?).map(ProtocolID.init(rawValue:)),
            side: (row["side"] as String?).flatMap(BodySide.init(rawValue:)),
            source: (row["source"] as String?).flatMap(ValueSource.init(rawValue:)), battery: row["battery"],
            tables: row["tables"])
    }
}

extension WireReading {
    /// Stands for a test when a reading came while no step was armed.
    static let noTest = "unassigned"

    init(_ reading: Reading, testID: String?, context: ReadingContext = ReadingContext()) {
        self.init(
            readingID: reading.id, testID: testID ?? Self.noTest, deviceKey: reading.deviceKey.rawValue,
            simulated: reading.isSimulated,
            values: reading.values.map {
                Value(quantity: $0.kind.rawValue, decimal: $0.value.description, unit: $0.unit.rawValue)
            },
            deviceTime: reading.deviceTime.map(\.wireText), flags: reading.flags.map(\.rawValue).sorted(),
            raw: HexDigest.hex(reading.raw))
        (protocolID, side, source) = (context.protocolID?.rawValue, context.side?.rawValue, context.source?.rawValue)
        (battery, tables) = (context.battery, context.tables)
    }
}

extension DeviceTime {
    /// ISO 8601 without zone; unknown parts stay zero.
    var wireText: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let yearDigits = String(year)
        let padded = String(repeating: "0", count: max(0, 4 - yearDigits.count)) + yearDigits
        return "\(padded)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))"
    }
}
