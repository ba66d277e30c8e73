import Foundation
import SignageFeed

/// What the cards of the wall's main place say.
extension Words {
    func sky(_ outlook: Weather.Outlook) -> String {
        sky(Weather.Hour(at: outlook.date, sky: outlook.sky, precipitation: outlook.precipitation))
    }

    /// One sentence for the day to come; the same bounds as for today.
    func advice(tomorrow outlook: Weather.Outlook) -> String {
        switch outlook.precipitation {
        case .snow, .flurries: return story.tomorrowSnow
        case .rain, .shower, .drizzle, .rainAndSnow, .drizzleAndFlurries: return story.tomorrowWet
        case .none: break
        }
        if let highest = outlook.highest, highest >= 31 { return story.tomorrowHot }
        if let lowest = outlook.lowest ?? outlook.highest, lowest <= 5 { return story.tomorrowCold }
        return story.tomorrowMild
    }

    /// One sentence for the days to come: the first on which something falls.
    func advice(week: [Weather.Outlook], at now: Date, _ calendar: Calendar) -> String {
        guard let wet = week.first(where: { $0.precipitation != .none }) else { return story.dryWeek }
        return story.wetDay(["day": dayName(wet.date, at: now, calendar)])
    }

    /// "오늘", "내일" or "월요일"
    func dayName(_ date: Date, at now: Date, _ calendar: Calendar) -> String {
        switch days(from: now, to: date, calendar) {
        case 0: time.today
        case 1: story.tomorrow
        default: time.weekdays[(calendar.component(.weekday, from: date) - 1) % time.weekdays.count]
        }
    }

    /// "11월 30일까지 신청하세요 · 9일 남았어요"
    func applyBy(_ last: CivilDay, at now: Date, _ calendar: Calendar) -> String {
        guard let date = last.date(calendar) else { return last.description }
        let left = days(from: now, to: date, calendar)
        guard left > 0 else { return story.applyToday }
        return story.applyBy(["day": day(date, calendar), "count": String(left)])
    }

    func pinned(until last: CivilDay, _ calendar: Calendar) -> String {
        story.pinned(["day": last.date(calendar).map { day($0, calendar) } ?? last.description])
    }

    func newsletter(_ title: String, page: Int) -> String {
        story.newsletter(["title": title, "page": String(page)])
    }

    /// "1시간 뒤에 시작해요"
    func classNearness(_ session: ClassSession, at now: Date) -> String {
        let minutes = Int((session.startsAt.timeIntervalSince(now) / 60).rounded(.up))
        switch minutes {
        case ...0: return story.running
        case ..<60: return story.inMinutes(["count": String(minutes)])
        default: return story.inHours(["count": String(minutes / 60)])
        }
    }

    func timetableAge(_ published: Date, at now: Date, _ calendar: Calendar) -> String {
        story.timetable(["day": daysAgo(published, at: now, calendar), "time": spokenTime(published, calendar)])
    }

    /// Where to go now or later; where to ask when nobody here knows. Nil for advice that sends nobody anywhere.
    func shelter(_ card: CareCard, at now: Date, _ calendar: Calendar) -> String? {
        if let open = card.shelter {
            return story.shelter(["name": open.name, "time": spokenTime(open.closesAt, calendar)])
        }
        guard let next = card.nextShelter else { return card.lacksShelter ? story.shelterUnknown : nil }
        return story.shelterLater([
            "name": next.name, "day": dayName(next.opensAt, at: now, calendar),
            "time": spokenTime(next.opensAt, calendar),
        ])
    }

    func greeting(at now: Date, _ calendar: Calendar) -> String {
        switch calendar.component(.hour, from: now) {
        case 5..<11: story.greetingMorning
        case 11..<17: story.greetingDay
        default: story.greetingEvening
        }
    }

    private func days(from: Date, to: Date, _ calendar: Calendar) -> Int {
        calendar.dateComponents([.day], from: calendar.startOfDay(for: from), to: calendar.startOfDay(for: to)).day ?? 0
    }
}

extension CivilDay {
    /// Its noon in a calendar.
    fileprivate func date(_ calendar: Calendar) -> Date? {
        let parts = description.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2], hour: 12))
    }
}
