import Foundation

/// Reads the values of the weather office's categories. Its guide's code tables, valid from 2024-11-28.
enum KMACategory {
    /// Numbers at or beyond ±900 mean "no value" in every category.
    static func isMissing(_ text: String) -> Bool { Double(text).map { abs($0) >= 900 } ?? false }

    static func number(_ text: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = Double(text), range.contains(value) else { return nil }
        return value
    }

    static func whole(_ text: String, in range: ClosedRange<Double>) -> Int? {
        number(text, in: range).map { Int($0.rounded()) }
    }

    /// Code 2 (partly cloudy) ended in 2019; old archives have it.
    static func sky(_ text: String) -> Weather.Sky? {
        switch whole(text, in: 0...9) {
        case 1, 2: .clear
        case 3: .mostlyCloudy
        case 4: .overcast
        default: nil
        }
    }

    /// Codes 5 to 7 come in the ultra-short forecast and the nowcast only.
    static func precipitation(_ text: String) -> Weather.Precipitation? {
        let kinds: [Weather.Precipitation] = [
            .none, .rain, .rainAndSnow, .snow, .shower, .drizzle, .drizzleAndFlurries, .flurries,
        ]
        return whole(text, in: 0...7).map { kinds[$0] }
    }

    /// `강수없음`, `1mm 미만`, `6.2mm`, `30.0~50.0mm`, `50.0mm 이상`; nothing at all means none.
    static func amount(_ text: String?) -> PrecipitationAmount? {
        var text = (text ?? "").filter { !$0.isWhitespace }
        for unit in ["mm", "cm", "㎜", "㎝"] { text = text.replacingOccurrences(of: unit, with: "") }
        if ["", "-", "null", "강수없음", "적설없음"].contains(text) { return PrecipitationAmount.none }
        if text.hasSuffix("미만") { return depth(text.dropLast(2)).map { .lessThan($0) } }
        if text.hasSuffix("이상") { return depth(text.dropLast(2)).map { .atLeast($0) } }
        let bounds = text.split(separator: "~", omittingEmptySubsequences: false)
        if bounds.count == 2, let low = depth(bounds[0]), let high = depth(bounds[1]), low <= high {
            return .between(low, high)
        }
        return depth(text).map { $0 == 0 ? .none : .about($0) }
    }

    private static func depth(_ text: some StringProtocol) -> Double? {
        guard let value = Double(text), (0..<900).contains(value) else { return nil }
        return value
    }

    /// The last forecast day gives classes instead of amounts since November 2024: a bare 1, 2 or 3. A `2` there is
    /// medium rain, not two millimetres.
    static func classCode(_ text: String?) -> Int? {
        guard let text, ["1", "2", "3"].contains(text) else { return nil }
        return Int(text)
    }

    /// Weak is below 3 mm/h, medium below 15, strong from there.
    static func rainClass(_ code: Int) -> PrecipitationAmount { .intensity(intensity(code)) }

    /// Weak is below 1 cm/h; there is no third class.
    static func snowClass(_ code: Int) -> PrecipitationAmount { .intensity(code == 1 ? .weak : .strong) }

    /// Weak is below 4 m/s, medium below 9, strong from there.
    static func windClass(_ code: Int) -> PrecipitationAmount.Intensity { intensity(code) }

    private static func intensity(_ code: Int) -> PrecipitationAmount.Intensity {
        [1: .weak, 2: .medium][code] ?? .strong
    }
}
