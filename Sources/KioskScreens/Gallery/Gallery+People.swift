import FitnessMeasure
import Foundation
import SignageFeed

extension Gallery {
    static let other = Person(
        id: identifier(2), name: "김옥순", sex: .female, birthYear: 1939, birthMonth: 11, consentsToHealthData: true)

    static let visit = Visit(
        id: identifier(10),
        person: Person(
            id: identifier(1), name: "김영순", sex: .female, birthYear: 1948, birthMonth: 5, consentsToHealthData: true),
        isFirstToday: true, daysThisMonth: 12, weight: DecimalValue(mantissa: 56),
        earlier: [
            PastReading(
                testID: TestID.pressure, values: pressure(138, 84, 70), takenAt: now.wall - 86_400 * 7,
                isSimulated: false),
            PastReading(
                testID: TestID.grip, values: grip.values, takenAt: now.wall - 86_400 * 30, isSimulated: false),
            PastReading(
                testID: TestID.chairStand, values: chairStand.values, takenAt: now.wall - 86_400 * 30,
                isSimulated: false),
        ])

    static let newSenior: NewSenior = {
        var senior = NewSenior()
        (senior.name, senior.birthYear, senior.birthMonth) = ("김영순", 1948, 5)
        (senior.phoneLastDigits, senior.consentsToHealthData) = ("2960", true)
        return senior
    }()

    static let openRecords: Records = {
        var records = Records()
        records.isOpen = true
        return records
    }()

    static let usual = reading(pressure(128, 78, 71))
    static let high = reading(pressure(168, 102, 84))
    static let grip = reading([QuantityValue(.grip, DecimalValue(mantissa: 192, exponent: -1), .kilogram)])
    static let chairStand = reading([QuantityValue(.repetitions, DecimalValue(mantissa: 22), .repetitions)])
    static let today = [
        TodaysResult(testID: TestID.chairStand, value: DecimalValue(mantissa: 22), isSimulated: false),
        TodaysResult(testID: TestID.grip, value: DecimalValue(mantissa: 192, exponent: -1), isSimulated: false),
    ]

    /// More stands than last time, a weaker hand.
    static let weakerToday = [
        TodaysResult(testID: TestID.chairStand, value: DecimalValue(mantissa: 27), isSimulated: true),
        TodaysResult(testID: TestID.grip, value: DecimalValue(mantissa: 141, exponent: -1), isSimulated: true),
    ]

    private static func pressure(_ upper: Int64, _ lower: Int64, _ pulse: Int64) -> [QuantityValue] {
        [
            QuantityValue(.systolic, DecimalValue(mantissa: upper), .millimetresOfMercury),
            QuantityValue(.diastolic, DecimalValue(mantissa: lower), .millimetresOfMercury),
            QuantityValue(.pulse, DecimalValue(mantissa: pulse), .perMinute),
        ]
    }

    private static func reading(_ values: [QuantityValue]) -> Reading {
        Reading(
            id: identifier(20), deviceKey: "gallery", values: values, raw: [],
            receivedMonotonic: 0, receivedAt: now.wall, isSimulated: false)
    }

    /// The same ids every time, so that pictures and their texts do not change.
    private static func identifier(_ number: UInt8) -> UUID {
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
    }
}
