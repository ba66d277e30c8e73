import FitnessMeasure
import Foundation
import SeniorCard

extension VisitHouse {
    /// Three invented seniors with known cards: Kim Yeong-sun, Park Cheol-su, who has a plan, and Choi Mal-sun, who keeps no health
    /// data.
    public static func example() throws -> VisitHouse {
        let key = try MunicipalityKey(bytes: [UInt8](repeating: 7, count: MunicipalityKey.byteCount))
        let people = [
            ("김영순", Sex.female, 1948, 5, true), ("박철수", .male, 1945, 8, true), ("최말순", .female, 1940, 1, false),
        ]
        var dice = CountingGenerator()
        let planned = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 2))
        return VisitHouse(
            people: people.enumerated().map { index, person in
                let id = UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(index + 1)))
                let (name, sex, year, month, consents) = person
                return (
                    Person(
                        id: id, name: name, sex: sex, birthYear: year, birthMonth: month,
                        consentsToHealthData: consents), CardNumber.make(key: key, using: &dice)
                )
            }, plans: [planned: .inForce(Gallery.sheet)], key: key)
    }

    /// The cards of the seniors, in their order.
    public var cardNumbers: [CardNumber] {
        people.compactMap { person in cards.first { $0.value == person.id }?.key }
    }

    /// What the blood pressure driver would report of these bytes of characteristic 2A35.
    public static func report(of bytes: [UInt8], at now: Moment) -> DeviceReport {
        let key: DeviceKey = "ble:script"
        do throws(GattFrameError) {
            let frame = try BloodPressureFrame(bytes: bytes)
            if let failure = frame.failure { return .failed(key, failure) }
            return .reading(
                Reading(
                    id: UUID(), deviceKey: key, values: frame.quantities, flags: frame.qualityFlags, raw: bytes,
                    receivedMonotonic: now.monotonic.wholeNanoseconds, receivedAt: now.wall, isSimulated: false))
        } catch {
            return .failed(key, .unreadable("\(error)"))
        }
    }
}

/// The same "random" numbers every time, so that scripts can name cards.
private struct CountingGenerator: RandomNumberGenerator {
    private var state: UInt64 = 20_261_120

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
