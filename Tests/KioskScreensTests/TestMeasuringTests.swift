import FitnessMeasure
import Foundation
import Testing

@testable import KioskScreens

/// Tests of the battery, each in the way in which its value comes.
struct TestMeasuringTests {
    private var house: House

    init() throws { house = try House() }

    /// Somebody who may do all tests stands before the menu.
    private mutating func openFitness(weight: DecimalValue? = DecimalValue(mantissa: 56)) throws {
        var visit = Gallery.visit
        visit.weight = weight
        try house.welcome(visit)
        house.app.progress = try Panel.gallery().passed()
        house.send(.home(.fitnessTapped))
    }

    private mutating func open(_ id: FitnessTestID) { house.send(.fitness(.testTapped(id))) }

    private mutating func squeeze(_ tenths: Int64) {
        let report = house.grip(tenths)
        house.send(.device(.grip, report))
    }

    private mutating func save() -> [String?] {
        let effects = house.send(.test(.saveTapped))
        house.answer { .saved(readingID: Gallery.grip.id, request: $0) }
        return effects.map(\.savedTest)
    }

    /// Digits and a point; then the key that ends the entry.
    @discardableResult private mutating func type(_ text: String) -> [Effect] {
        for character in text {
            switch character {
            case ".": house.send(.test(.pointTapped))
            case "-": house.send(.test(.signTapped))
            default: house.send(.test(.digit(character.wholeNumberValue ?? 0)))
            }
        }
        return house.send(.test(.entered))
    }

    /// Starts the chair stand, waits for "go" and counts so many, one a second.
    private mutating func stand(_ count: Int) {
        open(.chairStand)
        house.send(.test(.startTapped))
        house.wait(4)
        for _ in 0..<count {
            house.send(.test(.countTapped))
            house.wait(1)
        }
    }

    private func saved(_ effects: [Effect]) -> Reading? {
        if case .save(let reading, _, _, _, _)? = effects.first { reading } else { nil }
    }

    private var value: DecimalValue? { house.app.today.first?.value }

    @Test mutating func `a weight that is not known is asked for on the way to grip, typed twice and saved`() throws {
        try openFitness(weight: nil)
        open(.grip)
        #expect(house.app.screenName == "weight")
        #expect(type("56").isEmpty)
        #expect(house.texts.contains(house.words.test.typeAgain))
        #expect(type("56").map(\.savedTest) == [TestID.weight])
        #expect(house.app.visit?.weight == nil, "not before the disk has it")
        house.answer { .saved(readingID: Gallery.grip.id, request: $0) }
        #expect(house.app.visit?.weight == DecimalValue(mantissa: 56))
        #expect(house.app.screenName == "grip")
    }

    @Test mutating func `a weight that the disk refuses stays on the screen`() throws {
        try openFitness(weight: nil)
        open(.grip)
        type("56.4")
        type("56.4")
        house.answer { .failed(request: $0) }
        #expect(house.texts.contains(house.words.measure.notSaved))
        #expect(house.texts.contains("56.4"))
        #expect(save() == [TestID.weight])
        #expect(house.app.visit?.weight == DecimalValue(mantissa: 564, exponent: -1))
    }

    @Test(arguments: ["24.9", "160.1"])
    mutating func `a weight that no body has is refused with the limit`(digits: String) throws {
        try openFitness(weight: nil)
        open(.grip)
        #expect(type(digits).isEmpty)
        #expect(house.app.screenName == "weight")
        let limit = digits == "24.9" ? "25 킬로그램보다" : "160 킬로그램보다"
        #expect(house.texts.contains { $0.hasPrefix(limit) })
    }

    @Test(arguments: ["25", "160"])
    mutating func `a weight at the limit is unusual, and asked about before it is saved`(digits: String) throws {
        try openFitness(weight: nil)
        open(.grip)
        type(digits)
        #expect(type(digits).isEmpty)
        #expect(house.texts.contains(house.words.test.isItRight))
        let reading = saved(house.send(.test(.rightTapped)))
        #expect(reading?.flags == [.enteredBySupporter, .outsideUsual])
    }

    @Test mutating func `two entries that differ are both forgotten`() throws {
        try openFitness(weight: nil)
        open(.grip)
        type("56")
        #expect(type("65").isEmpty)
        #expect(house.texts.contains(house.words.test.typedDiffer))
        #expect(type("65").isEmpty, "the wrong ones do not count as a first entry")
        #expect(type("65.0").map(\.savedTest) == [TestID.weight], "65 and 65.0 are the same amount")
    }

    @Test mutating func `a weight may be left out, and grip still counts`() throws {
        try openFitness(weight: nil)
        open(.grip)
        house.send(.test(.skipTapped))
        #expect(house.send(.test(.skipped(.refused))).map(\.skipped) == [.refused])
        #expect(house.app.screenName == "grip")
        squeeze(192)
        #expect(save() == [TestID.grip])
    }

    @Test mutating func `right and left hand take turns, and the best of four counts`() throws {
        try openFitness()
        open(.grip)
        for tenths in [175, 160, 192, 181] as [Int64] {
            squeeze(tenths)
            #expect(save() == [TestID.grip])
            house.send(.test(.nextTapped))
        }
        let sides = house.app.progress.records[.grip]?.trials.map(\.side)
        #expect(sides == [.right, .left, .right, .left])
        #expect(value == DecimalValue(mantissa: 192, exponent: -1))
    }

    @Test mutating func `who has had enough after one squeeze keeps it`() throws {
        try openFitness()
        open(.grip)
        squeeze(192)
        _ = save()
        house.send(.test(.doneTapped))
        #expect(house.app.screenName == "fitness")
        #expect(value == DecimalValue(mantissa: 192, exponent: -1))
        house.send(.fitness(.resultTapped))
        guard case .result(let page) = house.app.screen else { Issue.record("No result"); return }
        #expect(page.lines.map(\.test.id) == [.grip])
    }

    @Test mutating func `an unsaved squeeze is no result`() throws {
        try openFitness()
        open(.grip)
        squeeze(192)
        house.send(.test(.saveTapped))
        house.answer { .failed(request: $0) }
        #expect(house.texts.contains(house.words.measure.notSaved))
        #expect(house.app.today.isEmpty)
    }

    @Test mutating func `a live squeeze is shown and not kept`() throws {
        try openFitness()
        open(.grip)
        house.send(.device(.grip, .measuring("test", live: Gallery.grip.values.first)))
        #expect(house.texts.contains("19.2"))
        #expect(house.send(.test(.saveTapped)).isEmpty)
    }

    @Test mutating func `an impossible squeeze is answered on the screen and waits in the tray`() throws {
        try openFitness()
        open(.grip)
        let report = house.grip(2000)
        #expect(house.send(.device(.grip, report)).map(\.unclaimedReason) == ["implausible"])
        #expect(house.texts.contains(house.words.measure.implausible))
        #expect(house.texts.contains(house.words.measure.tryAgain))
        squeeze(192)
        #expect(save() == [TestID.grip])
    }

    @Test mutating func `an impossible squeeze while nobody waits says nothing`() throws {
        try openFitness()
        let report = house.grip(2000)
        house.send(.device(.grip, report))
        #expect(house.app.screenName == "fitness")
    }

    @Test mutating func `stands count while the timer runs, and are saved afterwards`() throws {
        try openFitness()
        open(.chairStand)
        house.send(.test(.startTapped))
        house.send(.test(.countTapped))
        house.wait(4)
        for _ in 0..<9 {
            house.send(.test(.countTapped))
            house.wait(2)
        }
        house.send(.test(.undoTapped))
        #expect(house.send(.test(.saveTapped)).isEmpty)
        house.wait(30)
        #expect(house.texts.contains("8"))
        #expect(save() == [TestID.chairStand])
        #expect(value == DecimalValue(mantissa: 8))
    }

    @Test mutating func `a disk that refuses keeps the count on the screen`() throws {
        try openFitness()
        stand(9)
        house.wait(40)
        house.send(.test(.saveTapped))
        house.answer { .failed(request: $0) }
        #expect(house.texts.contains(house.words.measure.notSaved))
        #expect(save() == [TestID.chairStand])
        #expect(house.texts.contains(house.words.measure.saved))
    }

    @Test mutating func `a count that the disk refuses after its screen is gone waits in the tray`() throws {
        try openFitness()
        stand(9)
        house.wait(40)
        house.send(.test(.saveTapped))
        let request = house.app.request
        house.send(.homeTapped)
        let effects = house.send(.answered(.failed(request: request)))
        guard case .keepUnclaimed(let reading, let test, let reason)? = effects.first else {
            Issue.record("Lost")
            return
        }
        #expect(reading[.repetitions]?.value == DecimalValue(mantissa: 9))
        #expect((test, reason) == (TestID.chairStand, "save_failed"))
    }

    @Test mutating func `a stopwatch runs after three seconds and stops at a touch`() throws {
        try openFitness()
        open(.upAndGo)
        house.send(.test(.startTapped))
        house.wait(3 + 6.44)
        house.send(.test(.pressTapped))
        #expect(house.texts.contains("6.4"))
        #expect(save() == ["tug_3m_fast"])
        #expect(value == DecimalValue(mantissa: 64, exponent: -1))
        #expect(house.texts.contains(house.words.test.betterCounts))
    }

    @Test mutating func `the faster of two trials counts`() throws {
        try openFitness()
        open(.upAndGo)
        for seconds in [7.2, 6.4] {
            house.send(.test(.startTapped))
            house.wait(3 + seconds)
            house.send(.test(.pressTapped))
            _ = save()
            house.send(.test(.nextTapped))
        }
        #expect(house.app.today.map(\.value) == [DecimalValue(mantissa: 64, exponent: -1)])
    }

    @Test mutating func `a false start is said kindly and begins anew`() throws {
        try openFitness()
        open(.upAndGo)
        house.send(.test(.startTapped))
        house.wait(1)
        house.send(.test(.pressTapped))
        #expect(house.texts.contains(house.words.test.falseStart))
        house.send(.test(.startTapped))
        house.wait(3 + 8)
        house.send(.test(.pressTapped))
        #expect(house.texts.contains("8.0"))
    }

    @Test mutating func `a time that nobody can have is refused with its reason`() throws {
        try openFitness()
        open(.upAndGo)
        house.send(.test(.startTapped))
        house.wait(3.3)
        house.send(.test(.pressTapped))
        #expect(house.texts.contains { $0.contains("보다 작을 수 없어요") })
        #expect(house.send(.test(.saveTapped)).isEmpty)
    }

    @Test mutating func `a stopwatch that nobody stops gives no value`() throws {
        try openFitness()
        open(.upAndGo)
        house.send(.test(.startTapped))
        house.wait(3 + 181)
        #expect(house.texts.contains(house.words.test.tooLong))
        #expect(house.send(.test(.saveTapped)).isEmpty)
    }

    @Test mutating func `a stance that was held to the end needs no touch`() throws {
        try openFitness()
        open("tandem")
        house.send(.test(.startTapped))
        house.wait(3 + 12)
        #expect(house.texts.contains("10.00"))
        #expect(save() == ["tandem"])
    }

    @Test(arguments: [(4, "1.00"), (6, "1.50")])
    mutating func `a walk's speed is made of its course`(metres: Int, speed: String) throws {
        try openFitness()
        open(.usualGait)
        house.send(.test(.courseTapped(metres)))
        house.wait(3 + 4)
        house.send(.test(.pressTapped))
        #expect(house.texts.contains(speed))
        #expect(house.texts.contains(house.words.units.metrePerSecond.word))
    }

    @Test mutating func `hands that do not reach the toes count below zero`() throws {
        try openFitness()
        open(.sitAndReach)
        house.send(.test(.typeTapped))
        type("-3.5")
        #expect(saved(type("-3.5"))?[.reach]?.value == DecimalValue(mantissa: -35, exponent: -1))
    }

    @Test(arguments: [SkipReason.noSpace, .noEquipment, .refused])
    mutating func `a test that is left out says so in the menu`(reason: SkipReason) throws {
        try openFitness()
        open(.upAndGo)
        house.send(.test(.skipTapped))
        #expect(house.send(.test(.skipped(reason))).map(\.skipped) == [reason])
        #expect(house.app.screenName == "fitness")
        #expect(
            (0..<4).contains { page in
                house.send(.pageTurned(page))
                return house.texts.contains(house.words.fitness.leftOut)
            })
        #expect(house.app.progress.records[.upAndGo]?.skipped == reason)
    }

    @Test mutating func `pain stops the test, calls a supporter, and ends the day's tests`() throws {
        try openFitness()
        open(.chairStand)
        house.send(.test(.startTapped))
        house.wait(10)
        house.send(.test(.skipTapped))
        let effects = house.send(.test(.skipped(.pain)))
        #expect(effects.map(\.skipped) == [.pain, nil] && effects.last == .callSupporter)
        #expect(house.texts.contains(house.words.test.restNow))
        house.send(.test(.doneTapped))
        #expect(house.texts.contains(house.words.fitness.unwell))
        open(.upAndGo)
        #expect(house.app.screenName == "fitness")
    }

    @Test(arguments: [AppEvent.backTapped, .test(.goOnTapped)])
    mutating func `who did not mean to stop goes on where the clock is`(event: AppEvent) throws {
        try openFitness()
        stand(9)
        house.send(.test(.skipTapped))
        house.wait(3)
        house.send(event)
        house.wait(0.1)
        #expect(house.texts.contains("17초 남았어요"))
        house.wait(30)
        #expect(save() == [TestID.chairStand])
        #expect(value == DecimalValue(mantissa: 9))
    }

    @Test mutating func `a running test is not idleness`() throws {
        try openFitness()
        house.wait(80)
        open(.chairStand)
        house.send(.test(.startTapped))
        for _ in 0..<33 { house.wait(1) }
        house.wait(80)
        #expect(house.app.overlay == nil)
    }
}
