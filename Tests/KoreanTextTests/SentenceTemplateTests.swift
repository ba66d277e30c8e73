import KoreanText
import Testing

struct SentenceTemplateTests {
    @Test(arguments: [
        ("{name}{이/가} 왔어요", ["name": "김○순"], "김○순이 왔어요"),
        ("{name}{이/가} 왔어요", ["name": "이○자"], "이○자가 왔어요"),
        ("{name} 님{은/는} {count}번 하셨어요", ["name": "김○순", "count": "12"], "김○순 님은 12번 하셨어요"),
        ("{place}{으로/로} 가세요", ["place": "교실"], "교실로 가세요"),
        ("{name}{과/와} {other}{이랑/랑}", ["name": "손", "other": "허리"], "손과 허리랑"),
        ("{value}{이에요/예요}", ["value": "142"], "142예요"),
        ("오늘{은/는} {{쉬는}} 날", [:], "오늘은 {쉬는} 날"),
        ("없음", [:], "없음"), ("", [:], ""),
        ("{a}{a}", ["a": "둘"], "둘둘"),
        ("{name}{을/를}", ["name": "{b}"], "{b}를"),
        ("{name}", ["name": "가", "unused": "나"], "가"),
    ])
    func `gaps are filled and particles fit`(source: String, values: [String: String], sentence: String) throws {
        #expect(try filled(source, values) == sentence)
    }

    @Test(arguments: [
        ("{name}{이/가}", SentenceTemplateError.missingValue("name")), ("{name}{이/갸}", .unknownParticle("이/갸")),
        ("{이/가} 왔어요", .particleAtStart), ("{name", .unpairedBrace), ("name}", .unpairedBrace),
        ("{na{me}", .unpairedBrace), ("{}", .emptyGap), ("{", .unpairedBrace), ("{{}", .unpairedBrace),
    ])
    func `a faulty sentence is an exact error`(source: String, error: SentenceTemplateError) {
        #expect(throws: error) { try filled(source, [:]) }
    }

    @Test func `a sentence tells which values it needs`() throws {
        #expect(try SentenceTemplate("{name}{이/가} {count}번, {name}").names == ["name", "count"])
    }
}
