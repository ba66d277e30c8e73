import KioskUI

/// Pages that together show all widgets.
enum Gallery: String, CaseIterable, Sendable {
    case home, homeContrast, homeLandscape, value, valueZoomed, results, drawings, languages

    var node: Node<Act> {
        switch self {
        case .home, .homeContrast, .homeLandscape: Self.screen(Self.homeParts)
        case .value, .valueZoomed: Self.screen(Self.valueParts)
        case .results: Self.screen(Self.resultsParts)
        case .drawings: Self.screen(Self.drawingsParts)
        case .languages: Self.screen(Self.languagesParts)
        }
    }

    var size: (width: Int, height: Int) {
        self == .homeLandscape ? (width: 1920, height: 1080) : (width: 1080, height: 1920)
    }

    var theme: Theme {
        switch self {
        case .homeContrast: Theme(palette: .highContrast)
        case .valueZoomed: Theme(zoom: 1.5)
        case .languages: Theme(language: .chinese)
        default: Theme()
        }
    }

    var pressed: TouchID? { self == .home ? "fitness" : nil }

    private static func screen(_ parts: [Node<Act>]) -> Node<Act> {
        let body = Node<Act>.column(spacing: 8, .stretch, parts)
        return .column(
            spacing: 0, .stretch,
            [
                .lattice(height: 17), .flex(1, .box(BoxStyle(corner: 0, padding: 15), body)),
                .foot([
                    FootButton("처음으로", icon: .home, id: "home", event: .first),
                    FootButton("이전", icon: .back, id: "back", event: .first),
                    FootButton("도움", icon: .help, color: .persimmon, id: "help", event: .first),
                ]),
            ])
    }

    private static let homeParts: [Node<Act>] = [
        .text("김○순 님, 어서 오세요", TextStyle(.title)),
        .optional(
            priority: 5,
            .card(
                ground: .mint, edge: .mint,
                .row(
                    spacing: 7, .center,
                    [.icon(.check, size: 22, .pine), .flex(1, .text("오늘 출석했어요. 이번 달 열두 번째예요.", TextStyle(.body)))]))),
        .grid(
            columns: 1, spacing: 8,
            [
                .choice(
                    icon: .heart, color: .dancheongRed, title: "혈압 재기", caption: "팔을 넣고 가만히 앉아 있으면 돼요",
                    id: "pressure", event: .first),
                .choice(icon: .dumbbell, title: "체력 재기", caption: "악력, 의자 일어서기, 걷기", id: "fitness", event: .first),
                .choice(
                    icon: .calendar, color: .persimmon, title: "오늘 수업", caption: "11시 노래교실", id: "class",
                    event: .first),
            ]),
    ]

    private static let valueParts: [Node<Act>] = [
        .text("조금 높게 나왔어요", TextStyle(.title)),
        .card(
            ground: .sun,
            .rowOrColumn(
                spacing: 8, [.valueCard(label: "위 혈압", value: "142"), .valueCard(label: "아래 혈압", value: "88")])),
        .optional(
            priority: 1,
            .card(
                .column(
                    spacing: 6, .stretch,
                    [
                        .text("5분 동안 앉아서 쉬고, 한 번 더 재 볼까요?", TextStyle(.body)),
                        .optional(
                            priority: 2, .text("지난번에는 138에 84였어요.", TextStyle(.caption, color: .quietInk))),
                    ]))),
        .button("쉬었다가 다시 재기", icon: .timer, id: "again", kind: .primary, event: .first),
        .optional(priority: 4, .button("저장하기", icon: .save, id: "save", event: .first)),
        .optional(priority: 3, .progressSteps(["팔 넣기", "가만히 있기", "다 됐어요"], current: 1)),
    ]

    private static let resultsParts: [Node<Act>] = [
        .text("다리 힘이 아주 좋아요", TextStyle(.title)),
        .flex(
            1,
            .paged(
                PagedList(
                    items: [
                        result(.chair, "의자 일어서기", "22번", 5, "아주 좋아요"), result(.hand, "손아귀 힘", "19.2킬로그램", 3, "보통이에요"),
                        result(.walk, "3미터 돌아오기", "6.4초", 4, "좋아요"),
                        result(.figureEight, "8자 걷기", "33.8초", 2, "조금 약해요"),
                        result(.balance, "한 발로 서기", "4초", 1, "약해요"), result(.timer, "제자리 걷기", "92번", 3, "보통이에요"),
                        result(.elderly, "허리 굽히기", "3센티미터", 2, "조금 약해요"),
                    ], spacing: 5, page: 0, upWord: "위로", downWord: "아래로", turn: { _ in .first }))),
        .rowOrColumn(
            spacing: 6,
            [
                .button("종이로 받기", icon: .printer, id: "print", kind: .primary, event: .first),
                .button("소리로 듣기", icon: .speaker, id: "listen", event: .first),
            ]),
    ]

    private static func result(
        _ icon: Icon, _ title: String, _ value: String, _ level: Int, _ word: String
    ) -> Node<Act> {
        let words = Node<Act>.column(
            spacing: 4, .stretch,
            [.text(title, TextStyle(.body)), .text(value, TextStyle(.caption, color: .quietInk))])
        let level = Node<Act>.column(spacing: 3, .trailing, [.steps(level: level), .text(word, TextStyle(.caption))])
        return .card(padding: 6, .row(spacing: 6, .center, [.icon(icon, size: 22, .pine), .flex(1, words), level]))
    }

    private static let drawingsParts: [Node<Act>] = [
        .card(ground: .sky, .picture(smile, height: 90)),
        .row(
            spacing: 8, .center,
            [
                .modules((0..<21).map { y in (0..<21).map { x in (x * 7 + y * 13 + x * y) % 3 == 0 } }, side: 50),
                .column(
                    spacing: 5, .leading,
                    [
                        .chip("정○숙"), .chip("한○희", icon: .person),
                        .text("12:34", TextStyle(.value(40), fixedDigits: true)),
                    ]),
            ]),
        .box(BoxStyle(edge: .persimmon, edgeWidth: 1.5, padding: 8), .text("테두리만 있는 상자", TextStyle(.body))),
        .button("고르기", icon: .question, id: "choose", kind: .attention, event: .first),
    ]

    private static let smile = Picture(
        aspect: 1.2,
        strokes: [
            .init(circle(0.5, 0.5, 0.4), closed: true, fill: .sun),
            .init(
                (0...12).map { UnitPoint(0.35 + 0.025 * Double($0), 0.62 + 0.1 * arch(Double($0) / 12)) },
                ink: .persimmon, width: 0.04),
            .init([UnitPoint(0.38, 0.42)], width: 0.07), .init([UnitPoint(0.62, 0.42)], width: 0.07),
            .init([UnitPoint(0.02, 0.05), UnitPoint(0.98, 0.08)], ink: .pine, width: 0.03),
        ])

    private static func arch(_ share: Double) -> Double { 4 * share * (1 - share) }

    /// A circle by the rational parametrisation, wide as the picture's aspect asks.
    private static func circle(_ x: Double, _ y: Double, _ radius: Double) -> [UnitPoint] {
        let quarter = (0..<12).map { step -> (Double, Double) in
            let t = Double(step) / 12
            return ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
        }
        let turns: [((Double, Double)) -> (Double, Double)] = [
            { $0 }, { (-$0.1, $0.0) }, { (-$0.0, -$0.1) }, { ($0.1, -$0.0) },
        ]
        return turns.flatMap { turn in
            quarter.map { UnitPoint(x + turn($0).0 * radius / 1.2, y + turn($0).1 * radius) }
        }
    }

    private static let languagesParts: [Node<Act>] = [
        .text("测量血压", TextStyle(.title)), .text("请把手臂放进去,安静地坐着。", TextStyle(.body)),
        .text("血圧を測りましょう 腕を入れて静かに座ってください", TextStyle(.body, weight: .regular)),
        .card(.valueCard(label: "Blood pressure", value: "142/88", unit: "mmHg")),
    ]
}
