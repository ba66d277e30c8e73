import Foundation
import SignageFeed

/// Each kind of content where it has the wall's main place, on a touch kiosk and on a television.
extension Gallery {
    var stories: [Piece] {
        Self.contents.map { name, content in
            piece("wall-" + name) { $0.show(SignageItem(id: name, content: content)) }
        } + [
            piece("wall-house") { app in
                app.wall.signage.install(Playlist(items: []))
                app.wall.signage.look(at: Self.now.wall, activity: nil)
            },
            piece("wall-care") { app in
                let at = Self.now.wall - 600
                app.wall.snapshot?.warnings = Fact(
                    [
                        WeatherWarning(
                            area: "L1100100", areaName: "서울", hazard: .init(rawValue: 3), level: .warning, issuedAt: at)
                    ], issuedAt: at, fetchedAt: at)
                app.show(SignageItem(id: "care", content: .care))
            },
            piece("wall-class-on") { app in
                let classes = app.wall.snapshot?.classes ?? []
                app.wall.snapshot?.classes = classes.map { lesson in
                    var lesson = lesson
                    (lesson.startsAt, lesson.endsAt) = (lesson.startsAt - 7_200, lesson.endsAt - 7_200)
                    return lesson
                }
                app.wall.signage.look(at: Self.now.wall, activity: nil)
            },
            piece("wall-notice-long") { app in
                app.show(SignageItem(id: "long", content: .notice(title: Self.longTitle, text: Self.longText)))
            },
            piece("wall-pin") { app in
                app.wall.signage.install(Playlist(items: []))
                app.wall.signage.pin(
                    LocalPin(
                        picture: Self.picture, title: "김장 나눔 잔치", pinnedAt: Self.now.wall,
                        last: CivilDay(number: 20_787)))
                app.wall.signage.look(at: Self.now.wall, activity: nil)
            },
        ]
    }

    static let contents: [(name: String, content: SignageContent)] = [
        ("today", .weather(.today)), ("tomorrow", .weather(.tomorrow)), ("week", .weather(.week)), ("buses", .buses),
        ("class", .classOfToday), ("notices", .noticeFeed),
        ("notice", .notice(title: "내일은 소독하는 날이에요", text: "오전 10시부터 12시까지 문을 닫아요. 오후 1시부터 다시 열어요.")),
        (
            "job",
            .job(
                .init(
                    title: "학교 앞 건널목 도우미를 찾아요",
                    text: "하루 세 시간, 아침과 낮에 아이들이 길을 건너게 도와요. 예순다섯이 넘으신 분이면 돼요. 주민 센터 2층으로 오세요.",
                    applyBy: CivilDay(number: 20_787)))
        ),
        (
            "course",
            .course(
                .init(
                    title: "손전화 배우기", text: "사진 찍기, 길 찾기, 손주와 얼굴 보며 이야기하기. 월요일과 목요일 오후 2시, 큰방에서 해요.",
                    applyBy: CivilDay(number: 20_777)))
        ),
        ("newsletter", .newsletter(title: "우리 동네 소식 11월호", page: 3, picture: picture)),
        (
            "practice",
            .practice(
                title: "의자에 앉아 발목 돌리기",
                steps: ["허리를 펴고 앉아요", "한쪽 발을 조금 들어요", "발목을 천천히 열 번 돌려요", "반대쪽도 똑같이 해요"])
        ),
        ("picture", .picture(picture, caption: "가을 나들이, 다 함께 웃은 날")), ("picture-bare", .picture(picture, caption: nil)),
    ]

    private static let longTitle = "겨울철 수도 계량기가 얼어 터지지 않도록 미리 살펴 주세요"
    private static let longText = [String](
        repeating: "계량기함 안에 헌 옷이나 담요를 채우고 뚜껑을 닫아 주세요. 몹시 추운 밤에는 물을 가늘게 틀어 두면 얼지 않아요. 얼었을 때는 따뜻한 물로 천천히 녹이세요.",
        count: 3
    ).joined(separator: " ")

    /// No file has this hash; where pictures are drawn, its place stays paper.
    static let picture = ContentHash.noughts
}

extension App {
    /// One item, which stays as it is alone.
    mutating func show(_ item: SignageItem) {
        wall.signage.install(Playlist(items: [item]))
        wall.signage.look(at: Gallery.now.wall, activity: nil)
    }
}
