import SeniorCard
import Testing

struct CardLayoutTests {
    private func layout(_ form: CardForm, name: String = "김영순", place: String = "영등포구 사랑경로당") throws -> CardLayout {
        try CardLayout(form, number: .example(), name: name, place: place)
    }

    @Test(arguments: CardForm.allCases) func `the code is large enough and has its quiet zone`(form: CardForm) throws {
        let card = try layout(form)
        #expect(card.code.width >= 25 && abs(card.code.width - card.code.height) < 1e-9)
        for margin in [
            card.code.x - card.quietZone.x, card.code.y - card.quietZone.y, card.quietZone.maxX - card.code.maxX,
            card.quietZone.maxY - card.code.maxY,
        ] {
            #expect(margin >= 4 * card.moduleSide - 1e-9)
        }
    }

    @Test(arguments: CardForm.allCases) func `a module is a whole number of dots at 203 dpi`(form: CardForm) throws {
        let dots = try layout(form).moduleSide / 0.125
        #expect(abs(dots - dots.rounded()) < 1e-9)
    }

    @Test(arguments: CardForm.allCases) func `all stands on the page and nothing on anything else`(form: CardForm)
        throws
    {
        let card = try layout(form)
        let areas = [card.place.area, card.name.area, card.quietZone] + card.number.map(\.area)
        for (index, area) in areas.enumerated() {
            #expect(area.x >= 1 && area.y >= 1 && area.maxX <= card.page.width - 1 && area.maxY <= card.page.height - 1)
            for other in areas[(index + 1)...] {
                #expect(area.maxX <= other.x || other.maxX <= area.x || area.maxY <= other.y || other.maxY <= area.y)
            }
        }
    }

    @Test(arguments: CardForm.allCases) func `name and number are in large type`(form: CardForm) throws {
        let card = try layout(form)
        #expect(card.name.inkHeight >= 10)
        #expect(card.number.allSatisfy { $0.inkHeight >= 4 })
        #expect(card.number.map(\.text) == (try CardNumber.example().groups))
    }

    @Test func `a long name gets smaller, then is cut`() throws {
        let four = try layout(.card, name: "남궁민수")
        let eight = try layout(.card, name: "행복한우리할머니")
        #expect(four.name.inkHeight > eight.name.inkHeight && eight.name.inkHeight >= 3.5)
        #expect(eight.name.text == "행복한우리할머니")
        let endless = try layout(.card, name: String(repeating: "가", count: 10_000))
        #expect(endless.name.text.hasSuffix("가…") && endless.name.text.count < 14 && endless.name.inkHeight == 3.5)
    }

    @Test func `a name stays on one line`() throws {
        #expect(try layout(.card, name: "김\n영순").name.text == "김 영순")
    }
}
