/// Temperatures as the weather forecast says them.
public enum SpokenTemperature {
    /// `영하 1도`, `0도`, `23도`.
    public static func words(_ celsius: Int) -> String {
        celsius < 0 ? "영하 \(celsius.magnitude)도" : "\(celsius)도"
    }

    /// Rounded to whole degrees. Nil for what cannot be a temperature of the air.
    public static func words(rounding celsius: Double) -> String? {
        guard celsius.isFinite, (-100.0...100.0).contains(celsius) else { return nil }
        return words(Int(celsius.rounded()))
    }

    /// For the voice: 영하 일 도.
    public static func spoken(_ celsius: Int) -> String {
        (celsius < 0 ? "영하 " : "") + SpokenNumber.sinoKorean(Int(clamping: celsius.magnitude)) + " 도"
    }
}
