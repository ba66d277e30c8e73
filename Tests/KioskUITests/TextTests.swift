import KioskUI
import Testing

@Suite struct TextTests {
    @Test(
        arguments: [
            (TextStyle(.caption), 27), (TextStyle(.body), 34), (TextStyle(.heading), 45), (TextStyle(.title), 54),
            (TextStyle(.value(45)), 100),
        ] as [(TextStyle, Int)])
    func `the em is chosen so that the ink has its millimetres`(style: TextStyle, em: Int) {
        #expect(frame(.text("가", style)).texts[0].font.pixels == em)
    }

    @Test(arguments: [1.0, 1.5, 2.0])
    func `zoom grows text with everything`(zoom: Double) {
        let text = frame(.text("가", TextStyle(.caption)), zoom: zoom).texts[0]
        #expect(Double(text.font.pixels) * 0.9 * 0.5 >= 12 * zoom)
    }

    @Test func `zooming out is reported`() {
        let problems = frame(.text("가", TextStyle(.caption)), zoom: 0.9).problems
        #expect(problems == [.tooSmallText("가", millimetres: 12 * 0.9)])
    }

    @Test func `a small number is reported`() {
        #expect(frame(.text("7", TextStyle(.value(8)))).problems == [.tooSmallText("7", millimetres: 8)])
    }

    @Test(
        arguments: [
            (Align.leading, 0), (.center, 266), (.trailing, 532),
        ] as [(Align, Int)])
    func `lines are aligned in their place`(align: Align, x: Int) {
        let commands = frame(.text("네글자요", TextStyle(.body, align: align)), 600, 100).commands
        guard case .text("네글자요", let found, 33, _, _) = commands.last else {
            Issue.record("not drawn where it should: \(commands)")
            return
        }
        #expect(found == x)
    }

    @Test func `changing digits stand in cells of one width`() {
        let before = frame(.text("1:11", TextStyle(.body, fixedDigits: true))).commands.dropFirst()
        let after = frame(.text("8:88", TextStyle(.body, fixedDigits: true))).commands.dropFirst()
        func places(_ commands: some Sequence<DrawCommand>) -> [Int] {
            commands.compactMap { if case .text(_, let x, _, _, _) = $0 { x } else { nil } }
        }
        #expect(places(before) == [0, 17, 34, 51])
        #expect(places(after) == places(before))
    }

    @Test func `more lines than allowed are shortened and reported`() {
        let long = "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열"
        let frame = frame(.text(long, TextStyle(.body, maxLines: 2)), 150)
        #expect(frame.texts[0].lines.count == 2)
        #expect(frame.texts[0].lines[1].hasSuffix("…"))
        #expect(frame.problems == [.textOverflow(long)])
    }

    @Test func `a word wider than its place is cut between characters`() {
        let frame = frame(.text("가나다라마바사아자차", TextStyle(.body)), 100)
        #expect(frame.texts[0].lines == ["가나다라마", "바사아자차"])
        #expect(frame.problems.isEmpty)
    }

    @Test func `a break in the text is a break on the screen`() {
        #expect(frame(.text("하나\n둘", TextStyle(.body))).texts[0].lines == ["하나", "둘"])
    }

    @Test(
        arguments: [
            ("오늘 출석했어요. 이번 달 열두 번째예요.", 340, ["오늘 출석했어요.", "이번 달 열두 번째예요."]),
            ("가나 다라 마바 사아", 160, ["가나 다라", "마바 사아"]),
            ("한 줄이면 돼요", 600, ["한 줄이면 돼요"]),
            ("", 600, [""]),
        ] as [(String, Int, [String])])
    func `lines are about equal and like to end with a sentence`(text: String, width: Int, lines: [String]) {
        #expect(frame(.text(text, TextStyle(.body)), width).texts[0].lines == lines)
    }

    @Test func `no line is lost or wider than its place`() {
        let words = "낱말 여럿이 이어지면 줄을 나누어야 하고, 나눈 줄은 모두 제자리에 있어야 해요. 하나도 빠지면 안 돼요."
        for width in stride(from: 120, through: 900, by: 31) {
            let text = frame(.text(words, TextStyle(.body)), width).texts[0]
            #expect(text.lines.joined(separator: " ") == words)
            #expect(text.lines.allSatisfy { $0.count * 17 <= width })
        }
    }

    @Test(arguments: ["가", "가 ", "\n", "\u{301}", "👨‍👩‍👧"])
    func `an endless text is cut and reported, not measured for ever`(unit: String) {
        let endless = String(repeating: unit, count: 200_000)
        let frame = frame(
            .row(spacing: 0, .leading, [.icon(.heart, size: 9, .pine), .text(endless, TextStyle(.body))]))
        #expect(frame.problems.contains(.textOverflow(endless)))
    }
}
