import FitnessMeasure
import Testing

@Suite struct SPPBScoringTests {
    let sppb: SPPBScoring
    init() throws { sppb = try shippedTables().sppb }

    private let best = Examination.example([
        .sideBySide: "10", .semiTandem: "10", .tandem: "10", .gaitFourMetres: "4.0", .fiveStands: "10.0",
    ])

    @Test func `the best is 12 and the least is 0`() {
        #expect(sppb.score(best)?.total == 12)
        var none = Examination.example([:])
        none.unable = [.sideBySide, .gaitFourMetres, .fiveStands]
        #expect(sppb.score(none)?.total == 0)
    }

    @Test(
        arguments: [
            ("4.81", 4), ("4.82", 3), ("6.2", 3), ("6.20", 3), ("6.21", 2), ("8.7", 2), ("8.71", 1), ("39", 1),
        ] as [(DecimalValue, Int)])
    func `four metres at the usual pace`(seconds: DecimalValue, points: Int) {
        #expect(sppb.score(best.with(.gaitFourMetres, seconds))?.gait?.points == points)
    }

    @Test(
        arguments: [("3.61", 4), ("3.62", 3), ("4.65", 3), ("4.66", 2), ("6.52", 2), ("6.53", 1)]
            as [(DecimalValue, Int)])
    func `three metres where there is no room for four`(seconds: DecimalValue, points: Int) {
        let short = best.with(.gaitFourMetres, nil).with(.gaitThreeMetres, seconds)
        #expect(sppb.score(short)?.gait?.points == points)
        #expect(sppb.score(best.with(.gaitThreeMetres, seconds))?.gait?.points == 4)
    }

    @Test(
        arguments: [
            ("11.19", 4), ("11.2", 3), ("13.69", 3), ("13.7", 2), ("16.69", 2), ("16.7", 1), ("60", 1), ("60.1", 0),
        ] as [(DecimalValue, Int)])
    func `five chair stands`(seconds: DecimalValue, points: Int) {
        #expect(sppb.score(best.with(.fiveStands, seconds))?.chair?.points == points)
    }

    @Test(
        arguments: [
            ("10", "10", "10", 4), ("10", "10", "9.99", 3), ("10", "10", "3", 3), ("10", "10", "2.99", 2),
            ("10", "9.9", "10", 1), ("9.9", "10", "10", 0), ("10", "9.9", nil, 1), ("9.9", nil, nil, 0),
            ("10", "10", nil, nil), ("10", nil, "10", nil), (nil, "10", "10", nil),
        ] as [(DecimalValue?, DecimalValue?, DecimalValue?, Int?)])
    func `a stance that was not held ends the balance part`(
        side: DecimalValue?, semi: DecimalValue?, tandem: DecimalValue?, points: Int?
    ) {
        let score = sppb.score(best.with(.sideBySide, side).with(.semiTandem, semi).with(.tandem, tandem))
        #expect(score?.balance?.points == points)
        #expect((score?.total == nil) == (points == nil))
    }

    @Test func `unable is 0 and not done is nothing`() {
        var unable = best.with(.gaitFourMetres, nil)
        unable.unable = [.gaitFourMetres]
        #expect(sppb.score(unable)?.total == 8)
        #expect(sppb.score(unable)?.gait?.rows.map(\.line) == [9])
        #expect(sppb.score(best.with(.gaitFourMetres, nil))?.total == nil)
        #expect(sppb.score(.example([:])) == nil)
        #expect(sppb.score(.example([.fiveStands: "12"])) == nil)
    }

    @Test func `each part names its rows`() {
        #expect(sppb.score(best)?.balance?.rows.map(\.line) == [2, 4, 6])
        #expect(sppb.score(best)?.chair?.rows.first?.table == SPPBScoring.table)
    }

    @Test func `a total that somebody else scored is flagged as well`() throws {
        let evaluation = Evaluation(.example([.sppbTotal: "9"]), by: try shippedTables())
        #expect(evaluation.sppbTotal == 9 && evaluation.sppb == nil)
        #expect(evaluation.flags.map(\.id) == ["awgs2019.sppb"])
    }

    @Test func `an interval with a gap is refused`() throws {
        let text = try ReferenceRow.text(SPPBScoring.table)
        let gap = text.replacing("gait_3m,3.62 to 4.65 s,3.62,", with: "gait_3m,3.62 to 4.65 s,3.63,")
        let error = #expect(throws: CSVError.self) { try SPPBScoring(csv: gap) }
        #expect(error?.fault == .missingRow("gait_3m"))
        let lines = text.split(whereSeparator: \.isNewline)
        let cut = lines.filter { !$0.hasPrefix("tandem,less") }.joined(separator: "\n")
        #expect(throws: CSVError.self) { try SPPBScoring(csv: cut) }
    }
}
