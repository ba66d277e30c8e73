import Foundation

/// Times as a person would say them, in Korea's zone.
enum KoreanTime {
    /// UTC+9 all year.
    static let zone = TimeZone(secondsFromGMT: 9 * 3600) ?? .gmt

    static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }

    /// How long ago, as long as that is easy to feel; then the day and the hour.
    static func spoken(_ date: Date, at now: Date) -> String {
        let seconds = Int(now.timeIntervalSince(date))
        switch seconds {
        case 0..<3: return "방금"
        case 3..<60: return "\(seconds)초 전"
        case 60..<3600: return "\(seconds / 60)분 전"
        default: return "\(dayWord(LocalDay(date), today: LocalDay(now))) \(hour(date))"
        }
    }

    /// `11월 21일 토요일 오전 9시 14분`
    static func full(_ date: Date) -> String { "\(LocalDay(date).words) \(hour(date))" }

    /// A length of time in its largest unit: `19시간`, `3일`.
    static func length(_ seconds: TimeInterval) -> String {
        switch Int(max(0, seconds)) {
        case let seconds where seconds < 60: "\(seconds)초"
        case let seconds where seconds < 3600: "\(seconds / 60)분"
        case let seconds where seconds < 2 * 86_400: "\(seconds / 3600)시간"
        case let seconds: "\(seconds / 86_400)일"
        }
    }

    /// `오전 9시 14분`; whole hours without minutes, noon and midnight by their names.
    static func hour(_ date: Date) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        let (hour, minute) = (parts.hour ?? 0, parts.minute ?? 0)
        switch (hour, minute) {
        case (0, 0): return "자정"
        case (12, 0): return "정오"
        default:
            let half = hour < 12 ? "오전" : "오후"
            let spoken = hour % 12 == 0 ? 12 : hour % 12
            return minute == 0 ? "\(half) \(spoken)시" : "\(half) \(spoken)시 \(minute)분"
        }
    }

    private static func dayWord(_ day: LocalDay, today: LocalDay) -> String {
        switch today.days(since: day) {
        case 0: "오늘"
        case 1: "어제"
        case 2: "그저께"
        default: day.year == today.year ? day.short : "\(day.year)년 \(day.short)"
        }
    }
}
