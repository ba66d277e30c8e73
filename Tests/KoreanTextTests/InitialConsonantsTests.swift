import KoreanText
import Testing

struct InitialConsonantsTests {
    @Test(arguments: [
        ("김영순", "ㄱㅇㅅ"), ("남궁 민", "ㄴㄱㅁ"), ("Kim 순", "Kimㅅ"), ("", ""), ("까치", "ㄲㅊ"), ("\u{1100}\u{1175}\u{11B7}", "ㄱ"),
    ])
    func `a name has initial consonants`(name: String, initials: String) {
        #expect(InitialConsonants.of(name) == initials)
    }

    @Test(arguments: [
        ("ㄱㅇㅅ", "김영순"), ("ㄱ", "김영순"), ("ㄱㅇ", "김영순"), ("김ㅇㅅ", "김영순"), ("김영순", "김영순"), ("기", "김영순"),
        ("김여", "김영순"), ("ㄱ ㅇ", "김 영순"), ("ㄱㅊ", "까치"), ("ㄲ", "까치"), ("kIm", "Kim 순"), ("ㄳ", "김순"), ("ㄱ영", "김영순"),
    ])
    func `a query finds the beginning of a name`(query: String, name: String) {
        #expect(InitialConsonants.match(query, in: name) == .start)
    }

    @Test(arguments: [("ㅇㅅ", "김영순"), ("영순", "김영순"), ("ㅅ", "김영순"), ("수", "김영순")])
    func `the given name is found inside`(query: String, name: String) {
        #expect(InitialConsonants.match(query, in: name) == .inside)
    }

    @Test(arguments: [
        ("", "김영순"), ("ㄴ", "김영순"), ("ㄱㅅ", "김영순"), ("ㄱㅇㅅㄱ", "김영순"), ("긴", "김영순"), ("ㄲ", "김영순"), ("ㄱ", ""), ("ㅏ", "아"),
    ])
    func `other queries find nothing`(query: String, name: String) {
        #expect(InitialConsonants.match(query, in: name) == nil)
    }

    @Test func `names that begin with the query come first`() {
        #expect(InitialConsonants.Match.start < .inside)
    }
}
