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
    static let today: [(FitnessTestID, DecimalValue)] = [
        (.chairStand, DecimalValue(mantissa: 22)), (.grip, DecimalValue(mantissa: 192, exponent: -1)),
    ]

    /// More stands than last time, a weaker hand.
    static let weakerToday: [(FitnessTestID, DecimalValue)] = [
        (.chairStand, DecimalValue(mantissa: 27)), (.grip, DecimalValue(mantissa: 141, exponent: -1)),
    ]

    /// All that the national programme asks for.
    static let whole: [(FitnessTestID, DecimalValue)] = [
        (.height, DecimalValue(mantissa: 1524, exponent: -1)), (.weight, DecimalValue(mantissa: 56)),
        (.grip, DecimalValue(mantissa: 192, exponent: -1)), (.chairStand, DecimalValue(mantissa: 22)),
        (.upAndGo, DecimalValue(mantissa: 64, exponent: -1)),
        (.figureOfEight, DecimalValue(mantissa: 338, exponent: -1)),
        (.sitAndReach, DecimalValue(mantissa: 125, exponent: -1)), (.twoMinuteStep, DecimalValue(mantissa: 96)),
    ]

    private static func pressure(_ upper: Int64, _ lower: Int64, _ pulse: Int64) -> [QuantityValue] {
        [
            QuantityValue(.systolic, DecimalValue(mantissa: upper), .millimetresOfMercury),
            QuantityValue(.diastolic, DecimalValue(mantissa: lower), .millimetresOfMercury),
            QuantityValue(.pulse, DecimalValue(mantissa: pulse), .perMinute),
        ]
    }

    static func reading(_ values: [QuantityValue]) -> Reading {
        Reading(
            id: identifier(20), deviceKey: "gallery", values: values, raw: [],
            receivedMonotonic: 0, receivedAt: now.wall, isSimulated: false)
    }

    /// The same ids every time, so that pictures and their texts do not change.
    private static func identifier(_ number: UInt8) -> UUID {
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
    }
}
