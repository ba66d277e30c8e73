/// How well one colour stands out from another, as WCAG 2 defines it.
public enum Contrast {
    /// The smallest ratio that text may have on its ground.
    public static let leastForText = 7.0

    /// From 1 (the same) to 21 (black and white).
    public static func ratio(_ a: Color, _ b: Color) -> Double {
        let (light, dark) = (max(a.luminance, b.luminance), min(a.luminance, b.luminance))
        return (light + 0.05) / (dark + 0.05)
    }
}

extension Color {
    /// Relative luminance of WCAG 2, 0 for black to 1 for white.
    public var luminance: Double {
        0.2126 * Color.linear[Int(red)] + 0.7152 * Color.linear[Int(green)] + 0.0722 * Color.linear[Int(blue)]
    }

    /// The sRGB curve for all 256 values of a channel.
    private static let linear: [Double] = (0...255).map { channel in
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : twelveFifths((value + 0.055) / 1.055)
    }

    /// `share` of the way from this colour to another.
    public func mixed(with other: Color, share: Double) -> Color {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded())
        }
        var color = self
        color.red = mix(red, other.red)
        color.green = mix(green, other.green)
        color.blue = mix(blue, other.blue)
        return color
    }
}

/// x to the power of 2.4, without a mathematics library: x² times the square of the fifth root by Newton's method.
private func twelveFifths(_ x: Double) -> Double {
    var root = 1.0
    for _ in 0..<40 {
        let fourth = root * root * root * root
        root -= (fourth * root - x) / (5 * fourth)
    }
    return x * x * root * root
}
