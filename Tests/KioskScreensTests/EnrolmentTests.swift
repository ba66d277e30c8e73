import FitnessMeasure
import KioskUI
import Testing

@testable import KioskScreens

/// libhangul composes the names.
@MainActor
struct EnrolmentTests {
    private var enrolment = Enrolment(supporters: ["이영자"])

    /// All answers are there and wait for the last touch.
    private static var reviewed: Enrolment {
        var enrolment = Enrolment(step: .review)
        enrolment.senior = Gallery.newSenior
        return enrolment
    }

    @discardableResult private mutating func answer(_ events: Enrolment.Event...) -> Enrolment.Outcome {
        events.reduce(.stays) { _, event in enrolment.update(event, year: 2026) }
    }

    private mutating func type(_ jamo: String) { for key in jamo { answer(.key(key)) } }

    private mutating func reach(_ step: Enrolment.Step) {
        enrolment = Enrolment(supporters: ["이영자"], step: step)
    }

    @Test mutating func `every step asks one thing, and the answers arrive together`() {
        answer(.agreed, .agreed)
        type("ㅂㅏㄱㅁㅏㄹㅈㅏ")
        #expect(enrolment.name == "박말자")
        answer(.next)
        answer(.digit(4), .digit(8), .month(5), .sex(.female))
        answer(.digit(2), .digit(9), .digit(6), .digit(0), .helped("이영자"))
        #expect(enrolment.step == .review)
        var wanted = NewSenior()
        (wanted.name, wanted.birthYear, wanted.birthMonth, wanted.sex) = ("박말자", 1948, 5, .female)
        (wanted.phoneLastDigits, wanted.consentsToHealthData, wanted.helpedBy) = ("2960", true, "이영자")
        #expect(answer(.confirmed) == .finished(wanted))
        #expect(enrolment.step == .saving)
    }

    @Test mutating func `nothing is asked of who does not want to be written down`() {
        #expect(answer(.declined) == .leaves)
    }

    @Test mutating func `who refuses health data goes on without`() {
        #expect(answer(.agreed, .declined) == .stays)
        #expect(enrolment.step == .name)
        #expect(!enrolment.senior.consentsToHealthData)
    }

    @Test mutating func `a name is needed`() {
        reach(.name)
        answer(.next)
        #expect(enrolment.step == .name)
        #expect(enrolment.objection == .nameMissing)
        type("ㄱ")
        #expect(enrolment.objection == nil)
    }

    @Test mutating func `erasing takes one key back`() {
        reach(.name)
        type("ㄱㅣㅁ")
        answer(.erased)
        #expect(enrolment.name == "기")
    }

    @Test(arguments: [(1911, true), (1910, false), (1966, true), (1967, false)])
    mutating func `years outside the tables are asked for again`(year: Int, isTaken: Bool) {
        reach(.birthYear)
        answer(.digit(year / 10 % 10), .digit(year % 10))
        #expect(enrolment.step == (isTaken ? .birthMonth : .birthYear))
        #expect(enrolment.objection == (isTaken ? nil : .yearOutOfRange))
        #expect(enrolment.yearDigits.isEmpty != isTaken)
    }

    @Test mutating func `a telephone number may be skipped`() {
        reach(.phone)
        answer(.digit(1), .skipped)
        #expect(enrolment.step == .helper)
        #expect(enrolment.senior.phoneLastDigits == nil)
    }

    @Test(arguments: Enrolment.Step.allCases.dropFirst().dropLast())
    mutating func `every step can be taken back`(step: Enrolment.Step) {
        reach(step)
        #expect(enrolment.goBack() == true)
        #expect(enrolment.step.rawValue == step.rawValue - 1)
    }

    @Test mutating func `before the first step is the start, and saving cannot be taken back`() {
        #expect(enrolment.goBack() == false)
        reach(.saving)
        #expect(enrolment.goBack() == false)
    }

    @Test func `a disk that refuses loses nothing`() throws {
        var house = try House()
        house.app.screen = .enrolment(Self.reviewed)
        #expect(house.send(.enrolment(.confirmed)).count == 1)
        house.answer { .failed(request: $0) }
        #expect(house.app.screenName == "enrol-review")
        #expect(house.texts.contains { $0.contains(house.words.measure.notSaved) })
        #expect(house.send(.enrolment(.confirmed)).count == 1)
    }

    @Test func `a new senior stands before the card, and it is printed`() throws {
        var house = try House()
        house.app.screen = .enrolment(Self.reviewed)
        house.send(.enrolment(.confirmed))
        let card = try House.card()
        let effects = house.answer { .enrolled(Gallery.visit, card, request: $0) }
        #expect(effects == [.printCard(card, name: Gallery.visit.person.name)])
        #expect(house.app.screen == .newCard(card))
    }

    @Test func `who keeps no health data is not offered measuring`() throws {
        var house = try House()
        var visit = Gallery.visit
        visit.person.consentsToHealthData = false
        try house.welcome(visit)
        let ids = house.frame.targets.map(\.id)
        #expect(ids.contains("classes"))
        #expect(Set(ids).isDisjoint(with: ["pressure", "fitness", "records"]))
        house.send(.home(.pressureTapped))
        house.send(.home(.fitnessTapped))
        #expect(house.app.screenName == "home")
    }
}
