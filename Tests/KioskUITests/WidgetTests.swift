import KioskUI
import Testing

@Suite struct WidgetTests {
    private static let feet = [
        FootButton("처음으로", icon: .home, id: "home", event: Act.first),
        FootButton("이전", icon: .back, id: "back", event: Act.first),
        FootButton("도움", icon: .help, color: .persimmon, id: "help", event: Act.second),
    ]

    private static let widgets: [(String, Node<Act>)] = [
        ("button", .button("쉬었다가 다시 재기", icon: .timer, id: "a", kind: .primary, event: .first)),
        ("attention", .button("고르기", id: "a", kind: .attention, event: .first)),
        ("choice", .choice(icon: .heart, title: "혈압 재기", caption: "팔을 넣고 앉아 있어요", id: "a", event: .first)),
        ("foot", .foot(feet)), ("steps", .steps(level: 3)),
        ("progress", .progressSteps(["팔 넣기", "가만히 있기", "다 됐어요"], current: 1)),
        ("value", .card(ground: .sun, .valueCard(label: "위 혈압", value: "142"))), ("chip", .chip("정○숙", icon: .person)),
    ]

    @Test(arguments: widgets.map(\.0), [1.0, 1.5, 2.0])
    func `widgets keep every rule at every zoom`(name: String, zoom: Double) throws {
        let widget = try #require(Self.widgets.first { $0.0 == name }?.1)
        for palette in [Palette.hanji, .highContrast] {
            let frame = frame(.column(spacing: 0, .stretch, [widget]), 676, 1200, zoom: zoom, palette: palette)
            #expect(frame.problems == [])
        }
    }

    @Test(arguments: 0...5)
    func `so many steps are lit as the level says`(level: Int) {
        let commands = frame(.steps(level: level)).commands
        func count(_ role: ColorRole) -> Int {
            commands.filter { if case .box(_, _, Palette.hanji[role], _, _) = $0 { true } else { false } }.count
        }
        #expect(count(.pine) == level)
        #expect(count(.unlit) == 5 - level)
    }

    @Test func `steps grow to the right from one floor`() {
        let rects = frame(.steps(level: 2)).commands.compactMap { command -> Rect? in
            if case .box(let rect, _, _, _, _) = command { rect } else { nil }
        }
        #expect(zip(rects, rects.dropFirst()).allSatisfy { $0.height < $1.height && $0.maxX < $1.x })
        #expect(Set(rects.map(\.maxY)).count == 1)
    }

    @Test func `the foot's buttons are equal`() {
        let targets = frame(.column(spacing: 0, .stretch, [.spacer, .foot(Self.feet)]), 676).targets
        let widths = targets.map(\.rect.width)
        #expect((widths.max() ?? 0) - (widths.min() ?? 0) <= 1)
        #expect(Set(targets.map { [$0.rect.height, $0.rect.y] }).count == 1)
        #expect(targets.map(\.id) == ["home", "back", "help"])
    }

    @Test func `a choice loses its caption before it loses its room`() {
        let choices = Node<Act>.column(
            spacing: 5, .stretch,
            ["a", "b"].map { .choice(icon: .heart, title: "혈압 재기", caption: "앉아요", id: TouchID($0), event: .first) })
        #expect(frame(choices, 600, 400).words.count == 4)
        #expect(frame(choices, 600, 230).words == ["혈압 재기", "혈압 재기"])
    }
}
