import Testing

@testable import KoreanText

/// Words and the particles that a careful writer sets after them.
struct ParticleTests {
    @Test(arguments: [
        ("김영순", "은", "이", "을"), ("박철수", "는", "가", "를"), ("이정자", "는", "가", "를"), ("김○순", "은", "이", "을"),
        ("최복남", "은", "이", "을"), ("왕언니", "는", "가", "를"), ("체조", "는", "가", "를"), ("혈압", "은", "이", "을"),
        ("노래교실", "은", "이", "을"), ("값", "은", "이", "을"), ("닭", "은", "이", "을"), ("의사", "는", "가", "를"),
        // Spelt with conjoining letters, as some feeds do.
        ("\u{1100}\u{1175}\u{11B7}", "은", "이", "을"), ("\u{1100}\u{1161}", "는", "가", "를"),
        ("가\u{11AB}", "은", "이", "을"),
        // Single letters by name: 기역, 리을, 아.
        ("ㄱ", "은", "이", "을"), ("ㄹ", "은", "이", "을"), ("ㅏ", "는", "가", "를"),
    ])
    func `words take the particle of their last syllable`(word: String, topic: String, subject: String, object: String)
    {
        #expect(Particle.topic.after(word) == topic)
        #expect(Particle.subject.after(word) == subject)
        #expect(Particle.object.after(word) == object)
    }

    @Test(arguments: [
        ("0", "이", "으로"), ("1", "이", "로"), ("2", "가", "로"), ("3", "이", "으로"), ("4", "가", "로"), ("5", "가", "로"),
        ("6", "이", "으로"), ("7", "이", "로"), ("8", "이", "로"), ("9", "가", "로"),
        ("10", "이", "으로"), ("20", "이", "으로"), ("100", "이", "으로"), ("1000", "이", "으로"), ("1,000", "이", "으로"),
        ("10000", "이", "으로"), ("50,000", "이", "으로"), ("100000000", "이", "으로"), ("1000000000000", "가", "로"),
        ("142", "가", "로"), ("88", "이", "로"), ("142/88", "이", "로"), ("19.2", "가", "로"), ("19.0", "이", "으로"),
        ("0.5", "가", "로"), ("100.1", "이", "로"), ("00", "이", "으로"), ("010-1234-5670", "이", "으로"), ("４", "가", "로"),
        ("１０", "이", "으로"), ("5.", "가", "로"),
    ])
    func `numbers are read`(number: String, subject: String, direction: String) {
        #expect(Particle.subject.after(number) == subject)
        #expect(Particle.direction.after(number) == direction)
    }

    @Test(arguments: [
        ("TV", "를", "로"), ("LED", "를", "로"), ("QR", "을", "로"), ("URL", "을", "로"), ("FM", "을", "으로"),
        ("ON", "을", "으로"), ("Wi-Fi", "를", "로"), ("SMS", "를", "로"), ("pin", "을", "으로"), ("USB", "를", "로"),
    ])
    func `Latin letters are read by name`(word: String, object: String, direction: String) {
        #expect(Particle.object.after(word) == object)
        #expect(Particle.direction.after(word) == direction)
    }

    @Test(arguments: [
        ("19.2kg", "을", "으로"), ("3 kg", "을", "으로"), ("160cm", "를", "로"), ("142 mmHg", "를", "로"), ("20%", "를", "로"),
        ("36.5℃", "를", "로"), ("70㎏", "을", "으로"), ("5m", "를", "로"),
    ])
    func `units after a number are read as units`(amount: String, object: String, direction: String) {
        #expect(Particle.object.after(amount) == object)
        #expect(Particle.direction.after(amount) == direction)
    }

    @Test(arguments: [
        ("“김영순”", "이"), ("'사랑방'", "이"), ("「토지」", "가"), ("[체조]", "가"), ("김영순)", "이"), ("(영희)", "가"),
        ("체중(kg)", "이"), ("윷놀이 (오후)", "가"), ("노래교실（1층）", "이"), ("수업(노래(합창))", "이"), ("끝!", "이"),
        ("영희…", "가"), ("김영순\u{A0}", "이"), ("영희😀", "가"), ("남궁○○", "이"), ("20% ", "가"), ("(20%)", "가"),
    ])
    func `quotes, brackets and signs are looked through`(text: String, subject: String) {
        #expect(Particle.subject.after(text) == subject)
    }

    @Test(arguments: ["", "   ", "😀", "()", "漢字", "○○"])
    func `what cannot be read takes the form after a vowel`(text: String) {
        #expect(Particle.subject.after(text) == "가")
    }

    @Test(arguments: [("さくら", "가"), ("パン", "이"), ("ラーメン", "이"), ("バター", "가")])
    func `kana end in a vowel but for n`(word: String, subject: String) {
        #expect(Particle.subject.after(word) == subject)
    }

    @Test(arguments: [
        ("서울", "로"), ("부산", "으로"), ("영등포", "로"), ("2층", "으로"), ("교실", "로"), ("원주", "로"), ("길", "로"),
    ])
    func `after ㄹ the way leads with 로`(place: String, direction: String) {
        #expect(Particle.direction.after(place) == direction)
    }

    @Test func `endings follow the same rule`() {
        #expect("김영순".with(.copula) == "김영순이에요")
        #expect("박철수".with(.copula) == "박철수예요")
        #expect("체조".with(.quoting) == "체조라")
        #expect("수업".with(.quoting) == "수업이라")
        #expect("영순".with(.calling) == "영순아")
        #expect("철수".with(.calling) == "철수야")
        #expect("손".with(.with) == "손과")
        #expect("허리".with(.with) == "허리와")
        #expect("교실".with(.origin) == "교실로부터")
        #expect("집".with(.means) == "집으로써")
        #expect("오늘".with(.or) == "오늘이나")
    }

    @Test(arguments: Particle.all) func `a pair is found in either order`(particle: Particle) {
        #expect(Particle(pair: "\(particle.closed)/\(particle.open)") == particle)
        #expect(Particle(pair: "\(particle.open)/\(particle.closed)") == particle)
    }

    @Test(arguments: ["이", "이/갸", "/", "이/가/은", ""]) func `other pairs are none`(pair: String) {
        #expect(Particle(pair: pair) == nil)
    }

    @Test func `a very long text is read at its end only`() {
        #expect(Particle.subject.after(String(repeating: "(", count: 100_000) + "김") == "이")
        #expect(Particle.subject.after("김" + String(repeating: ")", count: 100_000)) == "가")
    }
}
