import FitnessMeasure
import Foundation
import KioskScreens
import KioskStore
import SyncWire

extension StoredPerson {
    /// As the screens know a senior.
    var screen: KioskScreens.Person {
        KioskScreens.Person(
            id: id, name: name, sex: sex == .female ? .female : .male, birthYear: birthYear, birthMonth: birthMonth,
            consentsToHealthData: consentsToHealthData)
    }
}

extension StoredReading {
    var past: PastReading {
        PastReading(
            testID: testID ?? "", values: reading.values, takenAt: takenAt, isSimulated: reading.isSimulated,
            protocolID: context.protocolID)
    }

    var trayEntry: TrayEntry {
        TrayEntry(id: id, values: reading.values, receivedAt: takenAt, isSimulated: reading.isSimulated, reason: reason)
    }

    private var takenAt: Date { Date(timeIntervalSince1970: Double(wallMilliseconds) / 1000) }
}

extension Effect {
    /// The number that its answer must repeat; absent for work that nobody waits for.
    var request: Int? {
        switch self {
        case .lookUpCard(_, let request), .findPeople(_, let request), .findPeopleByPhone(_, let request),
            .openVisit(_, let request), .enrol(_, let request), .save(_, _, _, _, let request),
            .admitStaff(_, let request), .listTray(let request), .claim(_, _, _, _, let request):
            request
        case .keepUnclaimed, .keepGate, .keepSkip, .printCard, .printSlip, .callSupporter, .radio, .reply: nil
        }
    }
}

extension FitnessTest {
    /// The test whose values a reading without an owner holds, so that it keeps its meaning once it is claimed.
    static func measured(by reading: Reading) -> FitnessTest? {
        all.first { test in test.items.filter(\.isRequired).allSatisfy { reading[$0.quantity] != nil } }
    }
}
