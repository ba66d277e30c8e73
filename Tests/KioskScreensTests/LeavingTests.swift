import FitnessMeasure
import Foundation
import KioskUI
import SeniorCard
import Testing

@testable import KioskScreens

struct LeavingTests {
    private var house: House

    init() throws { house = try House() }

    private mutating func showValue() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        let report = house.pressure(147, 91)
        house.send(.device(.cuff, report))
    }

    @Test mutating func `after 90 seconds it is asked, after 120 the wall is on`() throws {
        try house.welcome()
        house.wait(89)
        #expect(house.app.screenName == "home")
        house.wait(1)
        #expect(house.app.screenName == "idle")
        house.wait(29)
        #expect(house.app.screenName == "idle")
        house.wait(1)
        #expect(house.app.screenName == "wall")
        #expect(house.app.visit == nil)
    }

    @Test mutating func `an answer to the question gives the time back`() throws {
        try house.welcome()
        house.wait(95)
        house.send(.stayTapped)
        #expect(house.app.screenName == "home")
        house.wait(89)
        #expect(house.app.screenName == "home")
    }

    @Test mutating func `a cuff that speaks takes the question away`() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        house.wait(95)
        let report = house.pressure(128, 78)
        house.send(.device(.cuff, report))
        #expect(house.app.screenName == "pressure")
        #expect(house.texts.contains("128"))
    }

    @Test(arguments: [DeviceReport.ready("test"), .lost("test")])
    mutating func `a cuff that only comes and goes keeps nobody's page open`(report: DeviceReport) throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        house.wait(95)
        house.send(.device(.cuff, report))
        #expect(house.app.screenName == "idle")
        house.wait(25)
        #expect(house.app.screen == .wall)
    }

    @Test(arguments: [CardTrouble.barcode, .lost])
    mutating func `a message that nobody reads goes after 15 seconds`(trouble: CardTrouble) {
        house.send(.scanned(.barcode))
        house.app.screen = .cardTrouble(trouble)
        house.wait(14)
        #expect(house.app.screenName == "card-\(trouble)")
        house.wait(1)
        #expect(house.app.screenName == "wall")
    }

    @Test mutating func `nothing of the person is left on the wall`() throws {
        let card = try House.card()
        try house.welcome()
        house.send(.display(.zoom(2)))
        house.send(.display(.contrast(true)))
        house.send(.display(.language(.english)))
        house.send(.homeTapped)
        try showValue()
        #expect(house.texts.contains("147"))
        house.wait(120)
        #expect(house.app.screen == .wall)
        let personal = ["김영순", "김○순", "147", "91", card.digits, card.grouped]
        #expect(!house.texts.contains { text in personal.contains { text.contains($0) } })
        #expect(house.app.display == DisplaySettings())
        #expect(house.app.today.isEmpty)
        #expect(house.app.theme(pitch: 0.311).zoom == 1)
    }

    @Test mutating func `a value that was not saved waits in the tray`() throws {
        try showValue()
        #expect(house.wait(120).map(\.unclaimedReason) == ["left_unsaved"])
    }

    @Test(arguments: [AppEvent.homeTapped, .backTapped, .staff(.erased)])
    mutating func `however one goes, the unsaved value is kept once`(event: AppEvent) throws {
        try showValue()
        #expect(house.send(event).map(\.unclaimedReason) == ["left_unsaved"])
        #expect(house.wait(120).isEmpty)
    }

    private mutating func countStands(_ count: Int) throws {
        house.app.progress = try Panel.gallery().passed()
        house.send(.home(.fitnessTapped))
        house.send(.fitness(.testTapped(.chairStand)))
        house.send(.test(.startTapped))
        house.wait(4)
        for _ in 0..<count {
            house.send(.test(.countTapped))
            house.wait(1)
        }
    }

    @Test mutating func `a chair stand that was counted and not saved waits in the tray`() throws {
        try house.welcome()
        try countStands(9)
        house.wait(40)
        let effects = house.send(.homeTapped)
        #expect(effects.map(\.unclaimedReason) == ["left_unsaved"])
        guard case .keepUnclaimed(let reading, TestID.chairStand, _)? = effects.first else { return }
        #expect(reading[.repetitions]?.value == DecimalValue(mantissa: 9))
    }

    @Test mutating func `a saved value is not kept again`() throws {
        try showValue()
        house.send(.pressure(.saveTapped))
        house.answer { .saved(readingID: Gallery.usual.id, request: $0) }
        #expect(house.wait(120).isEmpty)
    }

    @Test mutating func `answers that come after their person are dropped`() throws {
        house.send(.scanned(.card(try House.card())))
        house.answer { .card(.person(Gallery.visit.person.id), request: $0) }
        let request = house.app.request
        house.wait(120)
        #expect(house.send(.answered(.visit(Gallery.visit, request: request))).isEmpty)
        #expect(house.app.screen == .wall)
        #expect(house.app.visit == nil)
    }

    @Test mutating func `first the first page, then the wall`() throws {
        try house.welcome()
        house.send(.home(.recordsTapped))
        house.send(.homeTapped)
        #expect(house.app.screenName == "home")
        house.send(.homeTapped)
        #expect(house.app.screen == .wall)
    }
}
