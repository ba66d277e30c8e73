import KoreanText
import Testing

struct MaskedNameTests {
    @Test(arguments: [
        ("김영순", "김○순"), ("김영", "김○"), ("남궁민수", "남궁○○"), ("황보람", "황○람"), ("순", "○"), ("", ""), ("  ", ""),
        (" 김 영순 ", "김○순"), ("왕언니", "왕○니"), ("행복한우리할머니", "행복○○○○"), ("John Smith", "J○○ S○○"), ("Mary", "M○○"),
        ("O'Neill", "O○○"), ("王小明", "王○明"), ("さくら", "さ○ら"), ("김Mary", "김M○○○"), ("순이2", "순○2"), ("Élodie", "É○○"),
        ("1004", "10○○"),
    ])
    func `a name is masked`(name: String, masked: String) {
        #expect(MaskedName(name).text == masked)
    }

    @Test func `no name of any length shows more than two letters a word`() {
        #expect(MaskedName(String(repeating: "가", count: 10_000)).text == "가가○○○○")
        #expect(MaskedName(String(repeating: "Ab ", count: 10_000)).text == "A○○ A○○ A○○ A○○")
    }
}
