import FitnessMeasure
import Foundation
import Testing

@testable import KioskScreens

struct AttributionOnScreenTests {
    private var house: House

    init() throws { house = try House() }

    @discardableResult private mutating func hear(_ instrument: Instrument, _ report: DeviceReport) -> [String?] {
        house.send(.device(instrument, report)).map(\.unclaimedReason)
    }

    @Test mutating func `a value on the wall is nobody's`() {
        #expect(hear(.cuff, house.pressure(128, 78)) == ["nobody_armed"])
        #expect(house.app.screen == .wall)
    }

    @Test mutating func `a value on a person's first page is nobody's`() throws {
        try house.welcome()
        #expect(hear(.cuff, house.pressure(128, 78)) == ["nobody_armed"])
        #expect(house.app.screenName == "home")
    }

    @Test mutating func `a step takes only its own quantity`() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        #expect(hear(.grip, house.grip(192)) == ["other_quantity"])
        #expect(hear(.cuff, house.pressure(128, 78)).isEmpty)
    }

    @Test mutating func `a value on the screen is not replaced by a second one`() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        hear(.cuff, house.pressure(128, 78))
        #expect(hear(.cuff, house.pressure(150, 90)) == ["nobody_armed"])
        #expect(house.texts.contains("128"))
    }

    @Test mutating func `what is saved is the armed person's`() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        hear(.cuff, house.pressure(128, 78))
        guard case .save(_, _, _, let visit, _)? = house.send(.pressure(.saveTapped)).first else {
            Issue.record("Nothing is to be saved")
            return
        }
        #expect(visit.person == Gallery.visit.person)
    }

    @Test(arguments: [AppEvent.homeTapped, .backTapped])
    mutating func `who has left the step gets nothing more`(event: AppEvent) throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        house.send(event)
        #expect(hear(.cuff, house.pressure(128, 78)) == ["nobody_armed"])
    }

    @Test mutating func `the next person never gets the last one's value`() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        let late = house.pressure(128, 78)
        house.wait(1)
        try house.welcome(Visit(id: UUID(), person: Gallery.other, isFirstToday: true, daysThisMonth: 1))
        house.send(.home(.pressureTapped))
        #expect(hear(.cuff, late) == ["older_than_armed"])
        #expect(!house.texts.contains("128"))
    }

    @Test mutating func `a record that comes twice counts once`() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        let report = house.pressure(128, 78, number: 41)
        #expect(hear(.cuff, report).isEmpty)
        #expect(hear(.cuff, report).isEmpty)
        house.send(.pressure(.againTapped))
        #expect(hear(.cuff, report).isEmpty)
        #expect(!house.texts.contains("128"))
    }

    @Test mutating func `a simulated instrument marks the screen`() throws {
        try house.welcome()
        house.send(.home(.pressureTapped))
        #expect(!house.texts.contains(house.words.measure.simulated))
        guard case .reading(var reading) = house.pressure(128, 78) else { return }
        reading.isSimulated = true
        hear(.cuff, .reading(reading))
        #expect(house.texts.contains(house.words.measure.simulated))
    }
}
