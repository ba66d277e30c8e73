import FitnessMeasure
import Testing

@Suite struct ViewsTests {
    let tables: FitnessTables
    init() throws { tables = try shippedTables() }

    /// Somebody about whom staff should know much.
    private let frail = Examination.example(
        [
            .weight: "70", .height: "150", .gripLeft: "10", .chairStand: "5", .fastUpAndGo: "22", .twoMinuteStep: "40",
            .figureOfEight: "60", .sitAndReach: "20", .gaitSpeed: "0.5", .systolic: "185", .diastolic: "95",
        ], answers: ["k_frail_1": .yes, "k_frail_2": .yes, "k_frail_3": .yes, "par_q_2": .yes])

    @Test func `a senior sees five levels, a strength and one thing to work on`() {
        let words = SeniorWords(Evaluation(frail, by: tables), names: tables.levelNames)
        #expect(words.items.map(\.words.level) == [1, 1, 1, 1, 5, 1])
        #expect(words.strength == .sitAndReach && words.workOn == .grip)
        #expect(words.items[4].words.korean == "아주 좋아요")
    }

    @Test func `nothing of the staff's view is in the senior's`() {
        let evaluation = Evaluation(frail, by: tables)
        #expect(evaluation.flags.count > 15)
        var dumped = ""
        dump(SeniorWords(evaluation, names: tables.levelNames), to: &dumped)
        let spoken = dumped.lowercased()
        for word in ["frail", "sarcopenia", "awgs", "grade", "flag", "risk", "percentile", "노쇠", "근감소", "위험", "등급"] {
            #expect(!spoken.contains(word), "\(word)")
        }
    }

    @Test func `no word for a senior alarms`() {
        var sentences = tables.questions.asked.map(\.words)
        sentences += GateOutcome.allCases.compactMap { tables.gateWords[$0] }
        #expect(sentences.count == 22)
        for sentence in sentences {
            for word in ["노쇠", "근감소", "위험", "frail", "sarcopenia", "danger", "虚弱", "フレイル", "危険", "危险"] {
                for language in TextLanguage.allCases { #expect(!sentence[language].contains(word)) }
            }
            #expect(sentence.ko.hasSuffix("요?") || sentence.ko.hasSuffix("요.") || sentence.ko.hasSuffix("세요?"))
            #expect(sentence.ko.count <= 40)
        }
    }

    @Test func `staff see every finding with a table, a line and a source`() {
        let view = StaffView(Evaluation(frail, by: tables))
        #expect(view.gate == .stopAndRefer && view.gradeLabel == GradeRules.label && view.tables == "2026-11")
        for finding in view.findings {
            #expect(!finding.rows.isEmpty, "\(finding.id)")
            for row in finding.rows { #expect(row.table.hasSuffix(".csv") && row.line > 1 && !row.source.isEmpty) }
        }
        let ids = view.findings.map(\.id)
        for id in [
            "grip_relative.level", "grip_absolute.grade", "grade", "gate.urgent_bp", "awgs2019.gait", "frail.frail",
        ] {
            #expect(ids.contains(id), "\(id)")
        }
    }

    @Test func `a source of the row above is written out`() throws {
        let high = Evaluation(.example([.systolic: "170", .diastolic: "80"]), by: tables)
        let row = try #require(high.flags.first { $0.id == "bp.hypertension_2" }?.row)
        #expect(row.source.hasPrefix("KSH 2018 guideline") && row.mark == .recalled)
    }

    @Test func `the weakest two factors, by level and then by percentile`() {
        #expect(Evaluation(frail, by: tables).weakestFactors == [.balance, .coordination])
        let two = Examination.example([.twoMinuteStep: "40", .sixMinuteWalk: "600", .chairStand: "14"], age: 72)
        #expect(Evaluation(two, by: tables).weakestFactors == [.lowerStrength, .cardio])
        #expect(Evaluation(.example([:]), by: tables).weakestFactors == [])
    }
}
