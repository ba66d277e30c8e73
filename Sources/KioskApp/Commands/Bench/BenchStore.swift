import FitnessMeasure
import Foundation
import KioskScreens
import KioskStore
import KoreanText
import SyncWire

/// A store of its own in a folder, with one invented senior who measures blood pressure.
struct BenchStore: Sendable {
    let settings: Settings
    let store: KioskStore
    let visit: Visit

    /// Fails when the folder holds a store already.
    static func open(_ settings: Settings) async throws -> BenchStore {
        let (store, opening) = try House.openStore(settings)
        guard opening == .created else { throw Failure.badData("the folder holds a store already") }
        let senior = SeniorToStore(
            name: "김순자", initials: InitialConsonants.of("김순자"), birthYear: 1946, birthMonth: 5, sex: .female,
            phoneLastDigits: "2960", consentsToMembership: true, consentsToHealthData: true, helpedBy: nil)
        let person = try await store.enrol(senior, cardDigest: nil)
        let visit = try await store.startVisit(of: person.id)
        return BenchStore(
            settings: settings, store: store,
            visit: Visit(id: visit, person: person.screen, isFirstToday: true, daysThisMonth: 1))
    }

    /// A reading as a cuff sends it.
    static func reading(_ number: Int) -> Reading {
        let (upper, lower, pulse) = (Int64(110 + number % 60), Int64(60 + number % 40), Int64(55 + number % 50))
        return Reading(
            id: UUID(), deviceKey: "bench:cuff",
            values: [
                QuantityValue(.systolic, DecimalValue(mantissa: upper), .millimetresOfMercury),
                QuantityValue(.diastolic, DecimalValue(mantissa: lower), .millimetresOfMercury),
                QuantityValue(.pulse, DecimalValue(mantissa: pulse), .perMinute),
            ], deviceSequence: number,
            raw: [
                0x1E, UInt8(upper), 0, UInt8(lower), 0, 0, 0, 0xEA, 0x07, 11, 21, 9, 12, 0, UInt8(pulse), 0, 1, 0, 0,
            ],
            receivedMonotonic: MonotonicTime.nanoseconds, receivedAt: Date(), isSimulated: true)
    }

    func close() throws { try store.close() }
}
