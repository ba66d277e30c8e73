import Foundation
import SignageFeed

extension Gallery {
    /// The day's beginning in Korea.
    private static let midnight = now.wall - 33_120

    static let snapshot: WallSnapshot = {
        let hours = stride(from: -1, through: 40, by: 1).map { offset -> Weather.Hour in
            let at = now.wall - 720 + Double(offset) * 3600
            let temperature = [2.0, 3, 5, 7, 8, 9, 9, 8, 6, 5, 4, 3][(offset + 12) % 12]
            return Weather.Hour(
                at: at, temperature: temperature, feelsLike: temperature - 4,
                sky: offset < 1 ? .mostlyCloudy : offset < 5 ? .clear : .overcast,
                precipitation: offset > 20 ? .rain : .none, precipitationChance: 20, windSpeed: 3, humidity: 55)
        }
        let lowest = [-2.0, 1, -4, -7, -3, 0, 2]
        let days = (0..<7).map { number -> Weather.Day in
            let half = Weather.Day.Half(
                words: number == 4 ? "흐리고 눈" : "맑음", sky: number == 4 ? .overcast : .clear,
                precipitation: number == 4 ? .snow : .none, precipitationChance: number == 4 ? 70 : 10)
            return Weather.Day(
                date: midnight + Double(number) * 86_400, lowest: lowest[number], highest: lowest[number] + 9,
                morning: number < 2 ? nil : half, afternoon: number < 2 ? nil : half)
        }
        return WallSnapshot(
            version: 7, publishedAt: now.wall - 60,
            weather: Fact(Weather(hours: hours, days: days), issuedAt: now.wall - 4320, fetchedAt: now.wall - 3600),
            buses: Fact(
                BusBoard(
                    stop: "문래초등학교 앞",
                    arrivals: [
                        .init(route: "603", seconds: 385, stopsBefore: 4),
                        .init(route: "607-1", seconds: 80, stopsBefore: 1, isLowFloor: true),
                    ]), issuedAt: now.wall - 20, fetchedAt: now.wall - 20),
            notices: [
                Notice(
                    id: "flu", title: "독감 예방접종, 이달까지 무료예요",
                    text: "예순다섯이 넘으신 분은 신분증을 가지고 가까운 병원에 가시면 돼요.", from: "보건소",
                    publishedAt: now.wall - 86_400)
            ],
            classes: [
                ClassSession(
                    id: "song", programme: "노래교실", startsAt: now.wall + 6480, endsAt: now.wall + 10_080,
                    place: "큰방", instructor: nil, isRemote: true),
                ClassSession(
                    id: "yut", programme: "윷놀이", startsAt: now.wall + 17_280, endsAt: now.wall + 20_880,
                    place: "마루", instructor: nil),
            ])
    }()
}
