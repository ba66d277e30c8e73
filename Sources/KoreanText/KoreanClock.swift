import Foundation

/// Times, days and ages in words that a senior would use: 12 hours, no figures in a row.
public struct KoreanClock: Sendable {
    private let calendar: Calendar

    /// Days begin and hours are told in this zone.
    public init(zone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    /// For the screen: `오후 3시 30분`, `오전 9시`. Noon and midnight have no 오전 or 오후 that everybody agrees on;
    /// they are `낮 12시` and `밤 12시`.
    public func time(_ instant: Date) -> String {
        let (hour, minute) = hourAndMinute(instant)
        return "\(Self.half(hour)) \(Self.twelve(hour))시" + (minute == 0 ? "" : " \(minute)분")
    }

    /// For the voice: 오후 세 시 삼십 분.
    public func spokenTime(_ instant: Date) -> String {
        let (hour, minute) = hourAndMinute(instant)
        let told = "\(Self.half(hour)) \(SpokenNumber.counted(Self.twelve(hour), .hour))"
        return told + (minute == 0 ? "" : " \(SpokenNumber.sinoKorean(minute)) 분")
    }

    /// For the screen: `11월 21일 토요일`.
    public func day(_ instant: Date) -> String {
        let (month, day) = monthAndDay(instant)
        return "\(month)월 \(day)일 \(weekday(instant))"
    }

    /// For the voice: 십일월 이십일일 토요일. June and October have their own sound: 유월, 시월.
    public func spokenDay(_ instant: Date) -> String {
        let (month, day) = monthAndDay(instant)
        let monthWord =
            switch month {
            case 6: "유"
            case 10: "시"
            default: SpokenNumber.sinoKorean(month)
            }
        return "\(monthWord)월 \(SpokenNumber.sinoKorean(day))일 \(weekday(instant))"
    }

    /// 일요일 … 토요일
    public func weekday(_ instant: Date) -> String {
        ["일", "월", "화", "수", "목", "금", "토"][calendar.component(.weekday, from: instant) - 1] + "요일"
    }

    /// How old something is: `방금`, `20초 전`, `5분 전`, `한 시간 전`, `어제`, `그저께`, `3일 전`, then the day.
    ///
    /// Something from the future means that two clocks disagree; then the time itself is told, never an age.
    public func age(of instant: Date, at now: Date) -> String {
        let seconds = now.timeIntervalSince(instant)
        let days = daysBetween(instant, now)
        guard seconds >= 0, days < 7 else { return absolute(instant, days: days) }
        switch days {
        case _ where seconds < 3_600, 0: return SpokenDuration.ago(.seconds(seconds))
        case 1 where seconds < 6 * 3_600: return SpokenDuration.ago(.seconds(seconds))
        case 1: return "어제"
        case 2: return "그저께"
        default: return "\(days)일 전"
        }
    }

    private func absolute(_ instant: Date, days: Int) -> String {
        if days == 0 { return time(instant) }
        let (month, day) = monthAndDay(instant)
        guard abs(days) > 300 else { return "\(month)월 \(day)일" }
        return "\(calendar.component(.year, from: instant))년 \(month)월 \(day)일"
    }

    /// Midnights between two instants.
    private func daysBetween(_ earlier: Date, _ later: Date) -> Int {
        let days = calendar.dateComponents(
            [.day], from: calendar.startOfDay(for: earlier), to: calendar.startOfDay(for: later))
        return days.day ?? 0
    }

    private func hourAndMinute(_ instant: Date) -> (hour: Int, minute: Int) {
        (calendar.component(.hour, from: instant), calendar.component(.minute, from: instant))
    }

    private func monthAndDay(_ instant: Date) -> (month: Int, day: Int) {
        (calendar.component(.month, from: instant), calendar.component(.day, from: instant))
    }

    private static func half(_ hour: Int) -> String {
        switch hour {
        case 0: "밤"
        case 12: "낮"
        default: hour < 12 ? "오전" : "오후"
        }
    }

    private static func twelve(_ hour: Int) -> Int { hour % 12 == 0 ? 12 : hour % 12 }
}
