import Foundation

extension Words {
    /// "11월 20일 금요일"
    func date(_ date: Date, _ calendar: Calendar) -> String { time.date(parts(date, calendar)) }

    /// "9:12", as clocks on walls say it.
    func clock(_ date: Date, _ calendar: Calendar) -> String { time.clock(parts(date, calendar)) }

    /// "오후 3시 30분", "오후 3시"
    func spokenTime(_ date: Date, _ calendar: Calendar) -> String {
        let isWhole = calendar.component(.minute, from: date) == 0
        return (isWhole ? time.whole : time.exact)(parts(date, calendar))
    }

    /// "12시", or "내일" for a point of the next day.
    func hour(_ date: Date, from now: Date, _ calendar: Calendar) -> String {
        calendar.isDate(date, inSameDayAs: now) ? time.hour(parts(date, calendar)) : time.tomorrow
    }

    /// "오늘", "어제" or "11월 3일"
    func day(_ date: Date, _ calendar: Calendar) -> String { time.day(parts(date, calendar)) }

    /// "20초 전", "5분 전", "2시간 전", "3일 전"; seconds in tens. A time to come is now: clocks differ by seconds.
    func ago(_ seconds: TimeInterval) -> String {
        let seconds = Int(max(0, seconds))
        switch seconds {
        case ..<60: return time.secondsAgo(["count": String(max(10, seconds / 10 * 10))])
        case ..<3600: return time.minutesAgo(["count": String(seconds / 60)])
        case ..<86_400: return time.hoursAgo(["count": String(seconds / 3600)])
        default: return time.daysAgo(["count": String(seconds / 86_400)])
        }
    }

    /// "오늘", "어제", "3일 전" by calendar days, not by hours.
    func daysAgo(_ date: Date, at now: Date, _ calendar: Calendar) -> String {
        let days =
            calendar.dateComponents(
                [.day], from: calendar.startOfDay(for: date), to: calendar.startOfDay(for: now)
            ).day ?? 0
        switch days {
        case ...0: return time.today
        case 1: return time.yesterday
        default: return time.daysAgo(["count": String(days)])
        }
    }

    /// "4:32"
    func countdown(_ left: Duration) -> String {
        let seconds = Int(left.seconds.rounded(.up))
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }

    func countdownSeconds(_ left: Duration) -> String {
        idle.seconds(["count": String(Int(left.seconds.rounded(.up)))])
    }

    private func parts(_ date: Date, _ calendar: Calendar) -> [String: String] {
        let parts = calendar.dateComponents([.month, .day, .weekday, .hour, .minute], from: date)
        let hour = parts.hour ?? 0
        let minute = parts.minute ?? 0
        return [
            "month": String(parts.month ?? 0), "day": String(parts.day ?? 0),
            "weekday": time.weekdays[((parts.weekday ?? 1) - 1) % time.weekdays.count],
            "monthName": time.months[((parts.month ?? 1) - 1) % time.months.count],
            "half": hour < 12 ? time.morning : time.afternoon,
            "hour": String(hour % 12 == 0 ? 12 : hour % 12),
            "minute": String(minute), "minute2": (minute < 10 ? "0" : "") + String(minute),
        ]
    }
}
