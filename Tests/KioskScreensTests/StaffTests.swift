import FitnessMeasure
import Testing

@testable import KioskScreens

struct StaffTests {
    private var house: House
    private let entry = TrayEntry(
        id: Gallery.grip.id, values: Gallery.grip.values, receivedAt: Gallery.now.wall, isSimulated: false)

    init() throws {
        house = try House()
        house.send(.helpTapped)
        house.send(.staff(.erased))
    }

    private mutating func type(_ pin: String) -> [Effect] {
        pin.compactMap(\.wholeNumberValue).reduce([]) { $0 + house.send(.staff(.digit($1))) }
    }

    /// The tray is on, with one reading in it.
    private mutating func open() -> [Effect] {
        _ = type("123456")
        let effects = house.answer { .staffAdmitted(name: "이영자", request: $0) }
        house.answer { .tray([entry], request: $0) }
        return effects
    }

    @Test mutating func `six digits ask, and they are never on the screen`() {
        #expect(type("12345").isEmpty)
        #expect(!house.texts.contains { $0.contains("12345") })
        #expect(type("6") == [.admitStaff(pin: "123456", request: house.app.request)])
    }

    @Test mutating func `a wrong number is told and forgotten`() {
        _ = type("111111")
        house.answer { .staffRefused(request: $0) }
        #expect(house.texts.contains(house.words.staff.pinRefused))
        #expect(type("123456") == [.admitStaff(pin: "123456", request: house.app.request)])
    }

    @Test mutating func `the right number opens the tray`() {
        #expect(open() == [.listTray(request: house.app.request)])
        #expect(house.texts.contains { $0.contains("19.2") })
    }

    @Test mutating func `a reading is given to the person who is chosen and confirmed`() {
        _ = open()
        house.send(.staff(.entryTapped(entry)))
        #expect(house.send(.staff(.jamo("ㄱ"))).isEmpty)
        #expect(house.send(.staff(.jamo("ㅇ"))) == [.findPeople(initials: "ㄱㅇ", request: house.app.request)])
        house.answer { .people([Gallery.visit.person], request: $0) }
        #expect(house.send(.staff(.personTapped(Gallery.visit.person))).isEmpty)
        let effects = house.send(.staff(.confirmed(.ownRecord)))
        #expect(
            effects == [
                .claim(
                    readingID: entry.id, personID: Gallery.visit.person.id, by: "이영자", why: .ownRecord,
                    request: house.app.request)
            ])
        #expect(house.answer { .claimed(request: $0) } == [.listTray(request: house.app.request)])
        house.answer { .tray([], request: $0) }
        #expect(house.texts.contains(house.words.staff.trayEmpty))
    }

    @Test mutating func `going back from a choice lists the tray again`() {
        _ = open()
        house.send(.staff(.entryTapped(entry)))
        #expect(house.send(.backTapped) == [.listTray(request: house.app.request)])
        house.answer { .tray([entry], request: $0) }
        #expect(house.texts.contains { $0.contains("19.2") })
    }

    @Test mutating func `opening the supporter's side ends the visit`() throws {
        house.send(.homeTapped)
        try house.welcome()
        house.send(.helpTapped)
        house.send(.staff(.erased))
        #expect(house.app.visit == nil)
        #expect(house.app.screenName == "staff")
    }

    @Test mutating func `the tray does not stay open`() {
        _ = open()
        house.wait(120)
        #expect(house.app.screen == .wall)
    }
}
