import FitnessMeasure
import Testing

@testable import KioskScreens

struct GripAndChairTests {
    private var house: House

    init() throws { house = try House() }

    private mutating func openFitness(weight: DecimalValue? = DecimalValue(mantissa: 56)) throws {
        var visit = Gallery.visit
        visit.weight = weight
        try house.welcome(visit)
        house.send(.home(.fitnessTapped))
    }

    private mutating func squeeze(_ tenths: Int64) {
        let report = house.grip(tenths)
        house.send(.device(.grip, report))
    }

    private mutating func save(_ event: AppEvent) -> [String?] {
        let effects = house.send(event)
        house.answer { .saved(readingID: Gallery.grip.id, request: $0) }
        return effects.map(\.savedTest)
    }

    private mutating func weigh(_ digits: Int...) -> [String?] {
        for digit in digits { house.send(.weight(.digit(digit))) }
        return house.send(.weight(.done)).map(\.savedTest)
    }

    @Test mutating func `a weight that is not known is asked for first, and saved`() throws {
        try openFitness(weight: nil)
        house.send(.fitness(.gripTapped))
        #expect(house.app.screenName == "weight")
        #expect(weigh(5, 6) == [TestID.weight])
        #expect(house.app.screenName == "grip")
        #expect(house.app.visit?.weight == DecimalValue(mantissa: 56))
    }

    @Test(arguments: [[2, 4], [1, 6, 1], []])
    mutating func `a weight that no body has is asked for again`(digits: [Int]) throws {
        try openFitness(weight: nil)
        house.send(.fitness(.gripTapped))
        for digit in digits { house.send(.weight(.digit(digit))) }
        #expect(house.send(.weight(.done)).isEmpty)
        #expect(house.app.screenName == "weight")
        #expect(house.texts.contains(house.words.weight.outOfRange))
    }

    @Test mutating func `a weight may be skipped, and grip still counts`() throws {
        try openFitness(weight: nil)
        house.send(.fitness(.gripTapped))
        #expect(house.send(.weight(.skipped)).isEmpty)
        squeeze(192)
        #expect(save(.grip(.saveTapped)) == [TestID.grip])
    }

    @Test mutating func `the better of two squeezes stays`() throws {
        try openFitness()
        for tenths in [192, 175] as [Int64] {
            house.send(.fitness(.gripTapped))
            squeeze(tenths)
            #expect(save(.grip(.saveTapped)) == [TestID.grip])
            house.send(.grip(.doneTapped))
        }
        #expect(house.app.today.map(\.value) == [DecimalValue(mantissa: 192, exponent: -1)])
        house.send(.fitness(.resultTapped))
        guard case .result(let page) = house.app.screen else { Issue.record("No result"); return }
        #expect(page.lines.map(\.testID) == [TestID.grip])
    }

    @Test mutating func `an unsaved squeeze is no result`() throws {
        try openFitness()
        house.send(.fitness(.gripTapped))
        squeeze(192)
        house.send(.grip(.saveTapped))
        house.answer { .failed(request: $0) }
        #expect(house.texts.contains(house.words.measure.notSaved))
        #expect(house.app.today.isEmpty)
    }

    @Test mutating func `a live squeeze is shown and not kept`() throws {
        try openFitness()
        house.send(.fitness(.gripTapped))
        house.send(.device(.grip, .measuring("test", live: Gallery.grip.values.first)))
        #expect(house.texts.contains("19.2"))
        #expect(house.send(.grip(.saveTapped)).isEmpty)
    }

    @Test mutating func `stands count while the timer runs, and are saved afterwards`() throws {
        try openFitness()
        house.send(.fitness(.chairTapped))
        house.send(.chair(.startTapped))
        house.send(.chair(.countTapped))
        house.wait(4)
        for _ in 0..<3 {
            house.send(.chair(.countTapped))
            house.wait(2)
        }
        house.send(.chair(.undoTapped))
        #expect(house.send(.chair(.saveTapped)).isEmpty)
        house.wait(30)
        #expect(house.texts.contains("2"))
        #expect(save(.chair(.saveTapped)) == [TestID.chairStand])
        #expect(house.app.today.map(\.value) == [DecimalValue(mantissa: 2)])
    }

    @Test mutating func `a disk that refuses keeps the count on the screen`() throws {
        try openFitness()
        house.app.screen = .chair(.running(count: 9, at: house.now.monotonic))
        house.wait(20)
        house.send(.chair(.saveTapped))
        house.answer { .failed(request: $0) }
        #expect(house.texts.contains(house.words.measure.notSaved))
        #expect(house.texts.contains("9"))
        #expect(save(.chair(.saveTapped)) == [TestID.chairStand])
        #expect(house.texts.contains(house.words.measure.saved))
    }

    @Test mutating func `a running test is not idleness`() throws {
        try openFitness()
        house.wait(80)
        house.send(.fitness(.chairTapped))
        house.send(.chair(.startTapped))
        for _ in 0..<33 { house.wait(1) }
        house.wait(80)
        #expect(house.app.overlay == nil)
    }
}
