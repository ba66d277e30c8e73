import FitnessMeasure
import Foundation
import SeniorCard
import Testing

@testable import KioskScreens

struct ScanTests {
    private var house: House

    init() throws { house = try House() }

    @Test(arguments: [
        (Scan.damagedCard, CardTrouble.damaged), (.barcode, .barcode), (.link, .link), (.foreign, .foreign),
    ])
    mutating func `what is no card is told apart`(scan: Scan, trouble: CardTrouble) {
        #expect(house.send(.scanned(scan)).isEmpty)
        #expect(house.app.screen == .cardTrouble(trouble))
        #expect(house.texts.contains(house.words.cardTrouble[trouble].sentence))
    }

    @Test(arguments: [
        (CardFinding.genuineStranger, CardTrouble.stranger), (.notOurs, .notOurs), (.replaced, .replaced),
        (.lost, .lost),
    ])
    mutating func `a card that opens nothing says why`(finding: CardFinding, trouble: CardTrouble) throws {
        house.send(.scanned(.card(try House.card())))
        house.answer { .card(finding, request: $0) }
        #expect(house.app.screen == .cardTrouble(trouble))
        #expect(house.texts.contains(house.words.cardTrouble[trouble].sentence))
    }

    @Test mutating func `an empty scan is nothing`() {
        house.send(.scanned(.empty))
        #expect(house.app.screen == .wall)
    }

    @Test mutating func `a card opens its person's page`() throws {
        let card = try House.card()
        #expect(house.send(.scanned(.card(card))) == [.lookUpCard(card, request: house.app.request)])
        let effects = house.answer { .card(.person(Gallery.visit.person.id), request: $0) }
        #expect(effects == [.openVisit(personID: Gallery.visit.person.id, request: house.app.request)])
        house.answer { .visit(Gallery.visit, request: $0) }
        #expect(house.app.screenName == "home")
        #expect(house.app.visit == Gallery.visit)
    }

    @Test mutating func `a disk that refuses a visit is no visit`() throws {
        house.send(.scanned(.card(try House.card())))
        house.answer { .failed(request: $0) }
        #expect(house.app.screen == .sorry)
        #expect(house.app.visit == nil)
    }

    @Test mutating func `another card ends the first visit`() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        let unsaved = house.pressure(128, 78)
        house.send(.device(.cuff, unsaved))
        let effects = house.send(.scanned(.card(try House.card(1))))
        #expect(effects.first?.unclaimedReason == "left_unsaved")
        #expect(house.app.visit == nil)
        #expect(house.app.screen == .looking)
    }

    @Test(arguments: [Scan.barcode, .link, .foreign, .damagedCard])
    mutating func `other codes do not disturb a visit`(scan: Scan) throws {
        try house.welcome()
        house.send(.scanned(scan))
        #expect(house.app.screenName == "home")
    }

    @Test(arguments: [App.Screen.enrolment(Enrolment(step: .name)), .staff(Staff())])
    mutating func `a card is left alone while somebody types`(screen: App.Screen) throws {
        house.app.screen = screen
        #expect(house.send(.scanned(.card(try House.card()))).isEmpty)
        #expect(house.app.screen == screen)
    }
}
