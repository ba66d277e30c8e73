/// What instruments beside cuff, grip and scale measure.
extension QuantityKind {
    /// The pressure in the cuff at this moment, for show only.
    public static let cuffPressure: QuantityKind = "cuff_pressure"
    public static let bodyMassIndex: QuantityKind = "bmi"
    /// Percent of the body's mass.
    public static let bodyFat: QuantityKind = "body_fat"
    /// Percent of the body's mass.
    public static let muscleShare: QuantityKind = "muscle_share"
    public static let muscleMass: QuantityKind = "muscle_mass"
    public static let fatFreeMass: QuantityKind = "fat_free_mass"
    public static let softLeanMass: QuantityKind = "soft_lean_mass"
    public static let bodyWaterMass: QuantityKind = "body_water_mass"
    public static let impedance: QuantityKind = "impedance"
    /// A day's energy at rest.
    public static let basalMetabolism: QuantityKind = "basal_metabolism"
    public static let oxygenSaturation: QuantityKind = "spo2"
    /// How strongly the pulse moves the light, in percent.
    public static let pulseAmplitude: QuantityKind = "pulse_amplitude"
    public static let bodyTemperature: QuantityKind = "body_temperature"
    public static let glucose: QuantityKind = "glucose"
    public static let speed: QuantityKind = "speed"
    public static let steps: QuantityKind = "steps"
    public static let floors: QuantityKind = "floors"
}

extension UCUMUnit {
    public static let percent: UCUMUnit = "%"
    public static let kilogramPerSquareMetre: UCUMUnit = "kg/m2"
    public static let inch: UCUMUnit = "[in_i]"
    public static let ohm: UCUMUnit = "Ohm"
    public static let kilojoule: UCUMUnit = "kJ"
    public static let celsius: UCUMUnit = "Cel"
    public static let fahrenheit: UCUMUnit = "[degF]"
    public static let milligramPerDecilitre: UCUMUnit = "mg/dL"
    public static let millimolePerLitre: UCUMUnit = "mmol/L"
    public static let metrePerSecond: UCUMUnit = "m/s"
    public static let kilometrePerHour: UCUMUnit = "km/h"
    public static let steps: UCUMUnit = "{steps}"
    public static let floors: UCUMUnit = "{floors}"
}
