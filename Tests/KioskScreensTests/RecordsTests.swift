import FitnessMeasure
import Testing

@testable import KioskScreens

struct RecordsTests {
    private var house: House

    init() throws {
        house = try House()
        try house.welcome()
        house.send(.home(.recordsTapped))
    }

    @Test mutating func `the birth month opens one's own records`() {
        #expect(!house.texts.contains { $0.contains("138") })
        house.send(.records(.month(5)))
        #expect(house.texts.contains { $0.contains("138") })
        #expect(house.texts.contains(house.words.records.sentence))
    }

    @Test mutating func `a wrong month is asked again and shows nothing`() {
        house.send(.records(.month(6)))
        #expect(house.texts.contains(house.words.records.tryAgain))
        #expect(!house.texts.contains { $0.contains("138") })
        house.send(.records(.month(5)))
        #expect(house.texts.contains { $0.contains("138") })
    }

    @Test mutating func `three wrong months close the page and bring help`() {
        for month in [1, 2, 3] { house.send(.records(.month(month))) }
        #expect(house.app.screenName == "help")
        house.send(.helpClosed)
        #expect(house.app.screenName == "home")
    }

    @Test mutating func `who has no records reads that, not an empty page`() throws {
        var visit = Gallery.visit
        visit.earlier = []
        try house.welcome(visit)
        house.send(.home(.recordsTapped))
        house.send(.records(.month(5)))
        #expect(house.texts.contains(house.words.records.none))
    }
}
