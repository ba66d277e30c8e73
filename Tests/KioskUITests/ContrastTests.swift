import KioskUI
import Testing

@Suite struct ContrastTests {
    @Test(
        arguments: [
            (0x000000, 0xFFFFFF, 21.0), (0xFFFFFF, 0xFFFFFF, 1.0), (0x777777, 0xFFFFFF, 4.48),
            (0x1F1B16, 0xFBF7EE, 16.0), (0x1B5740, 0xFBF7EE, 7.9), (0x8B1313, 0xFFFFFF, 9.5),
        ] as [(UInt32, UInt32, Double)])
    func `ratios are those of WCAG`(a: UInt32, b: UInt32, ratio: Double) {
        #expect(abs(Contrast.ratio(Color(a), Color(b)) - ratio) < 0.06)
        #expect(Contrast.ratio(Color(a), Color(b)) == Contrast.ratio(Color(b), Color(a)))
    }

    private static let grounds: [ColorRole] = [.hanji, .paper, .mint, .sky, .sun, .rose, .foot]
    private static let pairs: [(ColorRole, ColorRole)] =
        grounds.flatMap { ground in [ColorRole.ink, .quietInk].map { ($0, ground) } }
        + [(.pine, .hanji), (.pine, .paper), (.indigo, .hanji), (.indigo, .paper), (.indigo, .sky)]
        + [(.persimmon, .hanji), (.persimmon, .paper), (.dancheongRed, .paper), (.dancheongRed, .hanji)]
        + [(.onPine, .pine), (.onPine, .persimmon), (.onPine, .dancheongRed), (.onPine, .indigo)]

    @Test(arguments: pairs)
    func `text stands out from every ground it is used on`(text: ColorRole, ground: ColorRole) {
        #expect(Contrast.ratio(Palette.hanji[text], Palette.hanji[ground]) >= 7)
    }

    @Test(arguments: pairs)
    func `the high contrast palette has at least fifteen to one`(text: ColorRole, ground: ColorRole) {
        #expect(Contrast.ratio(Palette.highContrast[text], Palette.highContrast[ground]) >= 15)
    }

    @Test func `colours mix by shares`() {
        #expect(Color(0x000000).mixed(with: Color(0xFFFFFF), share: 0.5) == Color(0x808080))
        #expect(Color(0x102030).mixed(with: Color(0xFFFFFF), share: 0) == Color(0x102030))
    }
}
