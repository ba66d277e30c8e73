import Foundation
import GRDB
import SyncWire

/// Months of attendance and readings that nobody made, for demonstrations. The same person and day always give the
/// same rows; every reading says that it is simulated and synthetic.
struct SyntheticHistory {
    /// Days before today that are filled.
    static let length = 120

    let db: Database
    let calendar: Calendar
    let today: Date

    /// The first filled day's beginning.
    var start: Date { day(before: Self.length) }

    /// Enters the history of one person.
    func enter(_ person: PersonSeed) throws {
        var habit = SeededDice("habit", person.personID.uuidString)
        let eagerness = 0.2 + 0.5 * habit.fraction()
        let body = SyntheticBody(person, at: today, in: calendar)
        for back in 1...Self.length {
            let midnight = day(before: back)
            let date = "\(CalendarDay(of: midnight, in: calendar))"
            var dice = SeededDice("day", person.personID.uuidString, date)
            let isSunday = calendar.component(.weekday, from: midnight) == 1
            guard !isSunday, dice.fraction() < eagerness else { continue }
            let arrival = midnight.addingTimeInterval(9 * 3600 + 3 * 3600 * dice.fraction())
            try AttendanceDay(
                personId: person.personID.uuidString, centreId: person.centreID, day: date, classId: nil,
                countedAt: arrival, eventId: nil
            ).insert(db, onConflict: .ignore)
            if person.consentsToHealthData { try measure(person, body, at: arrival, with: &dice) }
        }
    }

    /// Enters a few readings of a centre that nobody stood for.
    func enterUnclaimed(at centre: String) throws {
        for back in stride(from: 7, through: Self.length, by: 29) {
            let midnight = day(before: back)
            var dice = SeededDice("unclaimed", centre, "\(CalendarDay(of: midnight, in: calendar))")
            let values = SyntheticBody.bloodPressure(systolic: 128 + 14 * dice.fraction(), with: &dice)
            try insert(
                (test: "blood_pressure", values), at: midnight.addingTimeInterval(11 * 3600), person: nil,
                centre: centre, with: &dice)
        }
    }

    /// Blood pressure about every third visit, the fitness tests about every fourteenth.
    private func measure(
        _ person: PersonSeed, _ body: SyntheticBody, at arrival: Date, with dice: inout SeededDice
    ) throws {
        var taken: [(test: String, [WireReading.Value])] = []
        if dice.fraction() < 0.33 { taken.append(body.pressure(with: &dice)) }
        if dice.fraction() < 0.07 { taken += body.fitness(with: &dice) }
        for (index, reading) in taken.enumerated() {
            try insert(
                reading, at: arrival.addingTimeInterval(Double(300 + index * 240)), person: person.personID,
                centre: person.centreID, with: &dice)
        }
    }

    private func insert(
        _ reading: (test: String, values: [WireReading.Value]), at: Date, person: UUID?, centre: String,
        with dice: inout SeededDice
    ) throws {
        try OfficeReading(
            id: dice.uuid().uuidString, personId: person?.uuidString, centreId: centre, testId: reading.test,
            takenAt: at, valuesJSON: String(decoding: try CanonicalJSON.encode(reading.values), as: UTF8.self),
            simulated: true, flagsJSON: #"["synthetic"]"#, clockState: .synced,
            unclaimedReason: person == nil ? "nobody_armed" : nil
        ).insert(db, onConflict: .ignore)
    }

    private func day(before count: Int) -> Date {
        let midnight = calendar.startOfDay(for: today)
        return calendar.date(byAdding: .day, value: -count, to: midnight) ?? midnight
    }
}
