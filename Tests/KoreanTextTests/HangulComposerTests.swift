import KoreanText
import Testing

@MainActor
struct HangulComposerTests {
    @Test(arguments: [
        ("ㄱㅣㅁㅇㅕㅇㅅㅜㄴ", "김영순"), ("ㄱㅏㅂㅅ", "값"), ("ㄱㅏㅂㅅㅣ", "갑시"), ("ㅂㅏㄺ", "밝"), ("ㅇㅘㅇ", "왕"), ("ㅇㅗㅏㅇ", "왕"),
        ("ㅇㅒㄱㅣ", "얘기"), ("ㄲㅏㅊㅣ", "까치"), ("ㅇㅖ", "예"), ("ㄱㅇㅅ", "ㄱㅇㅅ"), ("ㄱㅅ", "ㄱㅅ"), ("ㄳ", "ㄱㅅ"), ("ㅏㅏ", "ㅏㅏ"),
        ("ㅇㅡㅣㅅㅏ", "의사"), ("ㅃㅏㅇ", "빵"), ("ㅉㅏㅁㄸㅐ", "짬때"), ("ㄱㅏA1 ㄴㅏ", "가A1 나"), ("ㅎㅏㄴ, ", "한, "), ("ㄷㅏㄹㄱ", "닭"),
        ("ㅈㅡㅇㅌㅍㅊㅋㅠㅛㅑㅓㅐㅔㄷㅎ", "증ㅌㅍㅊ큐ㅛㅑㅓㅐㅔㄷㅎ"), ("가ㄱ", "가ㄱ"),
    ])
    func `keys become syllables`(keys: String, text: String) throws {
        let composer = try HangulComposer()
        keys.forEach(composer.press)
        #expect(composer.text == text)
    }

    @Test func `finished and unfinished text are apart`() throws {
        let composer = try HangulComposer()
        "ㄱㅣㅁㅅㅜ".forEach(composer.press)
        #expect((composer.committed, composer.preedit) == ("김", "수"))
        composer.finish()
        #expect((composer.committed, composer.preedit) == ("김수", ""))
        composer.press("ㄴ")
        #expect(composer.text == "김수ㄴ")
    }

    @Test func `backspace takes letters, then syllables`() throws {
        let composer = try HangulComposer()
        "ㄱㅣㅁㅅㅜㄴ".forEach(composer.press)
        let left = (0..<5).map { _ in
            composer.backspace()
            return composer.text
        }
        #expect(left == ["김수", "김ㅅ", "김", "", ""])
    }

    @Test func `clearing forgets everything`() throws {
        let composer = try HangulComposer()
        "ㄱㅣㅁㅅ".forEach(composer.press)
        composer.clear()
        #expect(composer.text.isEmpty)
        composer.press("ㅏ")
        #expect(composer.text == "ㅏ")
    }

    @Test func `a full field takes no more letters and loses none`() throws {
        let composer = try HangulComposer(limit: 2)
        "ㄱㅣㅁㅅㅜㄴㄱㅏ7".forEach(composer.press)
        #expect(composer.text == "김순")
        composer.press("ㅣ")
        #expect(composer.text == "김순")
        composer.backspace()
        #expect(composer.text == "김수")
        "ㄴㅎ".forEach(composer.press)
        #expect(composer.text == "김숞")
    }

    @Test func `two composers do not mix`() throws {
        let (one, other) = (try HangulComposer(), try HangulComposer())
        one.press("ㄱ")
        other.press("ㄴ")
        one.press("ㅏ")
        other.press("ㅓ")
        #expect((one.text, other.text) == ("가", "너"))
    }
}
