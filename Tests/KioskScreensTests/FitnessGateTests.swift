import FitnessMeasure
import KioskUI
import Testing

@testable import KioskScreens

/// Questions and blood pressure come before anybody moves.
struct FitnessGateTests {
    private var house: House

    init() throws {
        house = try House()
        try house.welcome()
        house.send(.home(.fitnessTapped))
    }

    private var questions: Int {
        house.app.setup.evaluation.gate.askedEachTime(of: house.app.setup.evaluation.questions).count
    }

    private mutating func answerNo() {
        house.send(.fitness(.questionsTapped))
        for _ in 0..<questions { house.send(.screening(.noTapped)) }
    }

    /// Measures, saves and goes on.
    private mutating func measure(_ upper: Int64, _ lower: Int64) {
        let report = house.pressure(upper, lower)
        house.send(.device(.cuff, report))
        house.send(.pressure(.saveTapped))
        house.answer { .saved(readingID: Gallery.usual.id, request: $0) }
    }

    private var offered: [String] {
        house.app.plan(for: Gallery.visit).items.map { item in
            switch item {
            case .questions: "questions"
            case .test(let test): test.screenName
            }
        }
    }

    @Test mutating func `the questions come first, then the cuff`() {
        #expect(house.frame.event(for: "questions") == .fitness(.questionsTapped))
        #expect(!offered.contains("chair"))
        answerNo()
        #expect(house.app.screenName == "pressure")
    }

    @Test mutating func `who answers no and has a usual pressure may do all`() {
        answerNo()
        measure(128, 78)
        house.send(.pressure(.doneTapped))
        #expect(house.app.screenName == "fitness")
        #expect(Set(offered).isSuperset(of: ["grip", "chair", "tug-3m-fast", "figure8-walk", "step-2min"]))
    }

    @Test mutating func `only what nobody can clear is asked, one question a screen`() {
        house.send(.fitness(.questionsTapped))
        let asked = house.app.setup.evaluation.gate.askedEachTime(of: house.app.setup.evaluation.questions)
        #expect(
            asked.map(\.id) == ["symptoms_now", "recent_event", "walking_aid", "par_q_2", "par_q_3", "par_q_7"])
        #expect(house.frame.event(for: "yes") != nil)
        #expect(house.frame.event(for: "no") != nil)
        #expect(house.frame.targets.count == 5)
    }

    @Test mutating func `chest pain now stops everything at once and calls a supporter`() {
        house.send(.fitness(.questionsTapped))
        let effects = house.send(.screening(.yesTapped))
        #expect(effects.first == .callSupporter)
        let gate = effects.last?.gate
        #expect(gate?.outcome == .stopAndRefer && gate?.rules == ["term_symptoms"])
        #expect(gate?.answers == ["symptoms_now": "yes"] && gate?.tables == House.tablesVersion)
        #expect(house.send(.tick).isEmpty, "the same decision is kept once")
        #expect(house.app.screenName == "fitness")
        #expect(house.texts.contains { $0.contains("보건소 선생님과 이야기해 봐요") })
        #expect(offered == ["questions"])
    }

    @Test mutating func `a walking aid leaves grip, and what moves nobody`() {
        house.send(.fitness(.questionsTapped))
        while case .screening(let screening) = house.app.screen {
            house.send(.screening(screening.current?.id == "walking_aid" ? .yesTapped : .noTapped))
        }
        measure(128, 78)
        house.send(.pressure(.doneTapped))
        #expect(offered.contains("grip"))
        #expect(!offered.contains("chair"))
        house.send(.fitness(.testTapped(.chairStand)))
        #expect(house.app.screenName == "fitness")
    }

    @Test mutating func `a high pressure asks for a rest, and a usual one after it opens the tests`() {
        answerNo()
        measure(168, 98)
        house.send(.pressure(.restTapped))
        house.send(.backTapped)
        #expect(house.texts.contains("조금 쉬고 다시 재 볼까요?"))
        #expect(!offered.contains("chair"))
        house.send(.fitness(.testTapped(.bloodPressure)))
        measure(138, 84)
        house.send(.pressure(.doneTapped))
        #expect(offered.contains("chair"))
    }

    @Test mutating func `an impossible pressure is answered on the screen and waits in the tray`() {
        answerNo()
        let report = house.pressure(400, 78)
        #expect(house.send(.device(.cuff, report)).map(\.unclaimedReason) == ["implausible"])
        #expect(house.texts.contains(house.words.measure.implausible))
        measure(128, 78)
        #expect(house.texts.contains(house.words.measure.saved))
    }

    @Test mutating func `an answer may be taken back`() {
        house.send(.fitness(.questionsTapped))
        house.send(.screening(.noTapped))
        house.send(.backTapped)
        guard case .screening(let screening) = house.app.screen else { Issue.record("Left"); return }
        #expect(screening.answers.isEmpty)
        house.send(.backTapped)
        #expect(house.app.screenName == "fitness")
    }

    @Test mutating func `who leaves takes the answers along`() throws {
        answerNo()
        measure(128, 78)
        house.send(.homeTapped)
        house.send(.homeTapped)
        try house.welcome()
        house.send(.home(.fitnessTapped))
        #expect(!offered.contains("chair"))
    }

    @Test mutating func `no screen of the menu offers more than five choices and the result`() throws {
        house.app.progress = try Panel.gallery().measured(Gallery.today)
        for page in 0..<4 {
            house.send(.pageTurned(page))
            let others = Set(house.frame.targets.map(\.id.name))
                .subtracting(["home", "back", "help", "page-up", "page-down", "result"])
            #expect((1...5).contains(others.count))
        }
    }

    @Test mutating func `the result tells a level for each test that the tables know, one strength, and no grade`()
        throws
    {
        house.app.progress = try Panel.gallery().measured(Gallery.whole)
        house.send(.home(.fitnessTapped))
        house.send(.fitness(.resultTapped))
        guard case .result(let page) = house.app.screen else { Issue.record("No result"); return }
        #expect(page.lines.count == 6)
        #expect(page.lines.allSatisfy { $0.level != nil })
        #expect(page.strength != nil)
        #expect(!house.texts.contains { $0.contains("등급") })
    }
}
