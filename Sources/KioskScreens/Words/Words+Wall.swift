import Foundation
import SignageFeed

extension Words {
    func degrees(_ celsius: Double) -> String { weather.degrees(["degrees": String(Int(celsius.rounded()))]) }

    func feelsLike(_ celsius: Double) -> String {
        let whole = Int(celsius.rounded())
        return (whole < 0 ? weather.feelsLikeBelow : weather.feelsLike)(["degrees": String(abs(whole))])
    }

    func sky(_ hour: Weather.Hour) -> String {
        switch hour.precipitation {
        case .rain: weather.rain
        case .shower: weather.shower
        case .drizzle: weather.drizzle
        case .rainAndSnow, .drizzleAndFlurries: weather.rainAndSnow
        case .snow, .flurries: weather.snow
        case .none:
            switch hour.sky {
            case .clear: weather.clear
            case .mostlyCloudy: weather.mostlyCloudy
            case .overcast, nil: weather.overcast
            }
        }
    }

    /// One sentence of what to do outside. The bounds are the project's own, by what one would tell a parent.
    func advice(for hour: Weather.Hour) -> String {
        let felt = hour.feelsLike ?? hour.temperature ?? 15
        switch hour.precipitation {
        case .snow, .flurries: return weather.adviceSnow
        case .rain, .shower, .drizzle, .rainAndSnow, .drizzleAndFlurries: return weather.adviceWet
        case .none: break
        }
        if felt >= 31 { return weather.adviceHot }
        if felt <= 5 { return weather.adviceCold }
        return (hour.windSpeed ?? 0) >= 9 ? weather.adviceWind : weather.adviceMild
    }

    /// "아침 8시에 발표한 예보예요"
    func forecastAge(_ issuedAt: Date, at now: Date, _ calendar: Calendar) -> String {
        let day = calendar.isDate(issuedAt, inSameDayAs: now) ? "" : daysAgo(issuedAt, at: now, calendar) + " "
        return weather.issued(["time": day + spokenTime(issuedAt, calendar)])
    }

    func bus(in seconds: Int) -> String {
        seconds < 90 ? wall.arriving : wall.busIn(["minutes": String(seconds / 60)])
    }

    /// "네 정거장 전", "낮은 버스", "막차"
    func busNote(_ arrival: BusBoard.Arrival) -> String {
        if arrival.isLast { return wall.lastBus }
        if arrival.isLowFloor { return wall.lowFloor }
        return arrival.stopsBefore.map { wall.stopsBefore(["count": String($0)]) } ?? ""
    }

    func busAge(stop: String, _ age: String) -> String { wall.busAge(["stop": stop, "age": age]) }

    func classLine(_ session: ClassSession, _ calendar: Calendar) -> String {
        wall.classLine(["time": spokenTime(session.startsAt, calendar), "programme": session.programme])
    }

    func classPlace(_ session: ClassSession) -> String {
        if session.isRemote { return wall.remoteClass }
        let place = [session.place, session.instructor].compactMap { $0 }.joined(separator: " · ")
        return place.isEmpty ? session.programme : wall.classPlace(["place": place])
    }

    func airGrade(_ grade: AirQuality.Grade) -> String { wall.airGrades[(grade.rawValue - 1) % wall.airGrades.count] }

    /// What kind of message it is, by how grave its sender says it is.
    func alertKind(_ plan: AlertPlan) -> String {
        guard plan.colour != .calm else { return alert.over }
        return switch plan.level {
        case .grave: alert.grave
        case .urgent: alert.urgent
        case .advice: alert.advice
        }
    }

    func alertCame(at date: Date, _ calendar: Calendar) -> String {
        alert.came(["day": day(date, calendar), "time": spokenTime(date, calendar)])
    }

    func noticeAge(_ notice: Notice, at now: Date, _ calendar: Calendar) -> String {
        guard let published = notice.publishedAt else { return wall.noticeUndated(["from": notice.from]) }
        return wall.noticeAge(["from": notice.from, "day": daysAgo(published, at: now, calendar)])
    }
}
