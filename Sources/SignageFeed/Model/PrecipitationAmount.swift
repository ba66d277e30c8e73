/// How much falls in an hour, as exactly as the source says it. Millimetres for rain, centimetres for snow.
public enum PrecipitationAmount: Codable, Equatable, Sendable {
    case none
    case lessThan(Double)
    case about(Double)
    case between(Double, Double)
    case atLeast(Double)
    /// Only a class is known: the last forecast day says weak, medium or strong.
    case intensity(Intensity)

    public enum Intensity: String, Codable, Sendable { case weak, medium, strong }
}
