/// Glucose Measurement Context (2A34): what belongs to the measurement with the same sequence number.
public struct GlucoseContextFrame: GattFrame {
    public let sequence: UInt16
    public let extendedFlags: UInt8?
    public let carbohydrateCode: UInt8?
    /// Kilograms, as the current text says; the old one added a factor.
    public let carbohydrate: GattNumber?
    public let mealCode: UInt8?
    /// Tester in the low, health in the high half.
    public let testerCode: UInt8?
    /// Seconds; 65535 for longer.
    public let exerciseDuration: UInt16?
    /// Percent.
    public let exerciseIntensity: UInt8?
    public let medicationCode: UInt8?
    /// Kilograms or litres.
    public let medication: GattNumber?
    public let isMedicationInLitres: Bool
    /// Percent.
    public let haemoglobinA1c: GattNumber?
    public let warnings: [GattWarning]

    static let carbohydrates: [UInt8: String] = [
        1: "breakfast", 2: "lunch", 3: "dinner", 4: "snack", 5: "drink", 6: "supper", 7: "brunch",
    ]
    static let meals: [UInt8: String] = [
        1: "preprandial", 2: "postprandial", 3: "fasting", 4: "casual", 5: "bedtime",
    ]
    static let testers: [UInt8: String] = [
        1: "self", 2: "health_care_professional", 3: "lab_test", 15: "not_available",
    ]
    static let healths: [UInt8: String] = [
        1: "minor_issues", 2: "major_issues", 3: "during_menses", 4: "under_stress", 5: "no_issues",
        15: "not_available",
    ]
    static let medications: [UInt8: String] = [
        1: "rapid_acting", 2: "short_acting", 3: "intermediate_acting", 4: "long_acting", 5: "premixed",
    ]

    /// Flag bits: 0 carbohydrate, 1 meal, 2 tester and health, 3 exercise, 4 medication, 5 medication in litres,
    /// 6 haemoglobin A1c, 7 extended flags, which come first.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        sequence = try reader.uint16("sequence")
        extendedFlags = flags.bit(7) ? try reader.uint8("extended_flags") : nil
        carbohydrateCode = flags.bit(0) ? try reader.uint8("carb") : nil
        carbohydrate = flags.bit(0) ? try reader.sfloat("carb_amount") : nil
        mealCode = flags.bit(1) ? try reader.uint8("meal") : nil
        testerCode = flags.bit(2) ? try reader.uint8("tester_health") : nil
        exerciseDuration = flags.bit(3) ? try reader.uint16("exercise_duration") : nil
        exerciseIntensity = flags.bit(3) ? try reader.uint8("exercise_intensity") : nil
        medicationCode = flags.bit(4) ? try reader.uint8("medication") : nil
        medication = flags.bit(4) ? try reader.sfloat("medication_amount") : nil
        isMedicationInLitres = flags.bit(5)
        haemoglobinA1c = flags.bit(6) ? try reader.sfloat("hba1c") : nil
        reader.warn(.reservedFlags, if: (extendedFlags ?? 0) != 0)
        warnings = reader.finish()
    }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = ["sequence": .whole(Int(sequence))]
        let names: [(String, UInt8?, [UInt8: String])] = [
            ("carb", carbohydrateCode, Self.carbohydrates), ("meal", mealCode, Self.meals),
            ("tester", testerCode.map { $0 & 0x0F }, Self.testers),
            ("health", testerCode.map { $0 >> 4 }, Self.healths),
            ("medication", medicationCode, Self.medications),
        ]
        for (field, code, table) in names {
            if let code { values[field] = table[code].map { .text($0) } ?? .unknown }
        }
        if let carbohydrate { values["carb_kg"] = GattFieldValue(carbohydrate) }
        if let exerciseDuration { values["exercise_s"] = .whole(Int(exerciseDuration)) }
        if let exerciseIntensity { values["exercise_pct"] = .whole(Int(exerciseIntensity)) }
        if let medication {
            values[isMedicationInLitres ? "medication_l" : "medication_kg"] = GattFieldValue(medication)
        }
        if let haemoglobinA1c { values["hba1c_pct"] = GattFieldValue(haemoglobinA1c) }
        return values
    }
}
