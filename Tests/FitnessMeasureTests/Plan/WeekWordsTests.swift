import FitnessMeasure
import Testing

@Suite struct WeekWordsTests {
    private let tables: PlanTables
    init() throws { tables = try shippedPlanTables() }

    @Test func `a senior's week reads like this`() throws {
        let content = try #require(try proposed(.example(sppb: 5, weakest: [.balance])))
        let week = tables.senior(content, week: 1, .korean)
        #expect(week.title == "이번 주 운동" && week.weekNumber == "1주째")
        #expect(week.days.map(\.name) == ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"])
        let walk = SeniorWeek.Line(phase: "본운동", exercise: "걷기", amount: "10분")
        #expect(week.days.prefix(5).allSatisfy { $0.lines.contains(walk) })
        #expect(week.days.last?.rest == "쉬는 날이에요. 편하게 움직이세요.")
        #expect(week.advice.first == "조금 힘들 만큼만 하세요. 10 가운데 5~6이에요.")
        #expect(week.advice.contains("말은 할 수 있고 노래는 어려우면 알맞아요."))
    }

    @Test(
        arguments: [
            (TextLanguage.korean, ["8번", "10초씩 3번"]), (.english, ["8 times", "10 seconds, 3 times"]),
            (.chinese, ["8次", "每次10秒，3次"]), (.japanese, ["8回", "10秒ずつ3回"]),
        ])
    func `amounts are words`(language: TextLanguage, amounts: [String]) throws {
        let content = try #require(try proposed(.example(sppb: 5, weakest: [.flexibility])))
        let found = Set(tables.senior(content, week: 1, language).days.flatMap(\.lines).map(\.amount))
        for amount in amounts { #expect(found.contains(amount)) }
    }

    @Test(arguments: TextLanguage.allCases) func `nothing is left to fill in, in any language`(language: TextLanguage)
        throws
    {
        for basis in [try PlanBasis.example(sppb: 12), try .example(sppb: 1, facts: [.dementia]), try .example()] {
            let content = try #require(try proposed(basis))
            let week = tables.senior(content, week: 3, language)
            let texts =
                [week.title, week.weekNumber] + week.advice + week.days.map(\.name)
                + week.days.flatMap(\.lines).flatMap { [$0.phase, $0.exercise, $0.amount] }
            for text in texts { #expect(!text.isEmpty && !text.contains("{")) }
        }
    }

    @Test func `the senior's page has no level, no rule and no table`() throws {
        let content = try #require(try proposed(.example(sppb: 5, facts: [.recurrentFalls])))
        let week = tables.senior(content, week: 1, .korean)
        let page = ([week.title] + week.advice + week.days.flatMap(\.lines).map(\.exercise)).joined(separator: " ")
        for word in ["낙상", "허약", "단계", "csv", "vivifrail", "스트레칭", "덤벨"] { #expect(!page.contains(word)) }
    }

    @Test func `staff read the rows and what is not sure`() throws {
        let content = try #require(try proposed(.example(sppb: 5, gait: "0.7", weakest: [.coordination])))
        let text = tables.staffText(content, .korean)
        #expect(text.hasPrefix("단계: B, 낙상 주의(+)\n"))
        #expect(text.contains("vivifrail.sppb.B [vivifrail_levels.csv:3 found]"))
        #expect(text.contains("vivifrail.plus.gait [vivifrail_levels.csv:6 found]"))
        #expect(text.contains("assumed, 확인 필요]") && text.contains("recalled, 확인 필요]"))
        #expect(text.contains("2027-01-16 – 2027-02-13"))
    }

    @Test func `without a level staff are told to choose`() throws {
        let content = try #require(try proposed(.example()))
        #expect(tables.staffText(content, .english).hasPrefix("Level: not set: staff choose\n"))
    }
}
