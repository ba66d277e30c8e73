/// What a test measures, in the spelling of the reference tables.
public enum FitnessFactor: String, CaseIterable, Codable, Hashable, Sendable {
    case cardio
    case upperStrength = "upper_strength"
    case lowerStrength = "lower_strength"
    /// No test of the batteries measures it; exercises train it.
    case trunkStrength = "trunk_strength"
    case flexibility, balance, coordination
    /// Height, weight and the like.
    case body
    /// Blood pressure, pulse and the like.
    case vital = "vital_sign"

    /// The six factors of the national grade.
    public static let graded: [FitnessFactor] = [
        .cardio, .upperStrength, .lowerStrength, .flexibility, .balance, .coordination,
    ]
}
