/// Temperature Measurement (2A1C).
public struct TemperatureFrame: GattFrame {
    /// Where the temperature was taken, by its number in the format.
    public enum Site: UInt8, Sendable {
        case armpit = 1
        case body, ear, finger, gastrointestinal, mouth, rectum, toe, tympanum
    }

    public let isFahrenheit: Bool
    public let temperature: GattNumber
    public let timestamp: GattDateTime?
    /// The number that was sent; see ``site``.
    public let siteCode: UInt8?
    /// A number that a body can have.
    public let isValid: Bool
    public let warnings: [GattWarning]

    /// Our own assumption: from the deepest survived hypothermia (13.7 °C) to what no living body exceeds. The same in
    /// Fahrenheit, rounded outwards.
    static func plausible(isFahrenheit: Bool) -> DecimalBounds {
        isFahrenheit ? DecimalBounds(55, 115) : DecimalBounds(13, 46)
    }

    /// Flag bits: 0 Fahrenheit, 1 time, 2 site; the rest is reserved.
    public init(bytes: [UInt8]) throws(GattFrameError) {
        var reader = try ByteReader(bytes)
        let flags = try reader.uint8("flags")
        isFahrenheit = flags.bit(0)
        temperature = try reader.float("temperature")
        timestamp = flags.bit(1) ? try reader.dateTime("timestamp") : nil
        siteCode = flags.bit(2) ? try reader.uint8("site") : nil
        reader.warn(.reservedCode(field: "site"), if: siteCode != nil && siteCode.flatMap(Site.init) == nil)
        let isPlausible = temperature.decimal.map(Self.plausible(isFahrenheit: isFahrenheit).contains)
        isValid = isPlausible == true
        reader.warn(.implausible, if: isPlausible == false)
        reader.warn(.reservedFlags, if: flags & 0xF8 != 0)
        warnings = reader.finish()
    }

    public var site: Site? { siteCode.flatMap(Site.init) }

    public var values: [String: GattFieldValue] {
        var values: [String: GattFieldValue] = [
            "unit": .text(isFahrenheit ? "F" : "C"), "temperature": GattFieldValue(temperature),
            "valid": .flag(isValid),
        ]
        if let timestamp { values.merge(timestamp.values("timestamp")) { $1 } }
        if siteCode != nil { values["site"] = site.map { .text("\($0)") } ?? .unknown }
        return values
    }
}
