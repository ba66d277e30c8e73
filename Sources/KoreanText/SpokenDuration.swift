/// Lengths of time in words, rounded down to the one unit that matters.
public enum SpokenDuration {
    /// `20초`, `5분`, `한 시간`, `하루`, `이틀`, `3일`. Negative lengths count as none: `0초`.
    public static func words(_ duration: Duration) -> String {
        let seconds = max(0, duration.components.seconds)
        switch seconds {
        case ..<60: return "\(seconds)초"
        case ..<3_600: return "\(seconds / 60)분"
        case ..<86_400: return SpokenNumber.counted(Int(seconds / 3_600), .hours)
        case ..<172_800: return "하루"
        case ..<259_200: return "이틀"
        default: return "\(seconds / 86_400)일"
        }
    }

    /// `20초 전`, `5분 전`, `한 시간 전`; below three seconds `방금`.
    public static func ago(_ duration: Duration) -> String {
        duration < .seconds(3) ? "방금" : words(duration) + " 전"
    }

    /// `5분 뒤`, `한 시간 뒤`; below three seconds `곧`.
    public static func ahead(_ duration: Duration) -> String {
        duration < .seconds(3) ? "곧" : words(duration) + " 뒤"
    }
}
