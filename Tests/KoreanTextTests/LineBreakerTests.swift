import KoreanText
import Testing

struct LineBreakerTests {
    @Test(arguments: [
        ("혈압을 재고 있어요", ["혈압을 ", "재고 ", "있어요"]),
        ("19.2 킬로그램이에요", ["19.2 킬로그램이에요"]),
        ("5 분 쉬세요", ["5 분 ", "쉬세요"]), ("5 분홍색", ["5 ", "분홍색"]), ("3 회의실", ["3 ", "회의실"]),
        ("5\u{A0}분 전", ["5\u{A0}분 ", "전"]), ("한 시간 전", ["한 시간 ", "전"]), ("열두 번째", ["열두 번째"]),
        ("삼십 분에", ["삼십 분에"]), ("이 사람 저 사람", ["이 사람 ", "저 ", "사람"]),
        ("142/88 mmHg 나왔어요", ["142/88 mmHg ", "나왔어요"]), ("1만 2천 보", ["1만 2천 보"]),
        ("김○순 님이 왔어요", ["김○순 님이 ", "왔어요"]), ("저 씨름", ["저 ", "씨름"]),
        ("안녕 , 하세요", ["안녕 , ", "하세요"]), ("( 오후 ) 체조", ["( 오후 ) ", "체조"]),
        ("오후 3시 30분", ["오후 ", "3시 ", "30분"]), ("가\n나 다", ["가\n", "나 ", "다"]), ("가  나", ["가  ", "나"]),
        (" 가", [" ", "가"]), ("", []), ("가", ["가"]), ("北京 체조", ["北京 ", "체조"]), ("가\u{200B}나", ["가\u{200B}", "나"]),
        ("010-1234-5678 번호", ["010-1234-5678 ", "번호"]), ("끝 ", ["끝 "]), ("가\r\n나", ["가\r\n", "나"]),
        ("가 \n나", ["가 \n", "나"]),
    ])
    func `Korean breaks at spaces`(text: String, pieces: [String]) {
        #expect(LineBreaker.pieces(of: text, language: "ko") == pieces)
    }

    @Test(arguments: [
        ("Please rest for 5 minutes.", ["Please ", "rest ", "for ", "5 minutes."]),
        ("check-up at 3 p.m. today", ["check-up ", "at ", "3 p.m. ", "today"]),
        ("142/88 mmHg, good", ["142/88 mmHg, ", "good"]), ("5 mice", ["5 ", "mice"]),
        ("3.5 kg/week", ["3.5 ", "kg/week"]),
        ("with 김○순 today", ["with ", "김○순 ", "today"]),
    ])
    func `English breaks at spaces`(text: String, pieces: [String]) {
        #expect(LineBreaker.pieces(of: text, language: "en") == pieces)
    }

    @Test(arguments: [
        ("血压偏高，请休息。", ["血", "压", "偏", "高，", "请", "休", "息。"]),
        ("请休息5分钟。", ["请", "休", "息", "5分钟。"]), ("（上午）", ["（上", "午）"]), ("“你好”", ["“你", "好”"]),
        ("体重19.2公斤", ["体", "重", "19.2公斤"]), ("第3次", ["第3次"]), ("等等……好", ["等", "等……", "好"]), ("听——说", ["听", "——", "说"]),
        ("金英顺 김영순", ["金", "英", "顺 ", "김영순"]), ("用TV看", ["用", "TV", "看"]), ("体温36.5℃", ["体", "温", "36.5℃"]),
        ("\"好\"的", ["\"好\"的"]), ("11月21日", ["11月", "21日"]), ("￥5000元", ["￥5000元"]), ("５分钟", ["５分钟"]),
    ])
    func `Chinese breaks between characters`(text: String, pieces: [String]) {
        #expect(LineBreaker.pieces(of: text, language: "zh-Hans") == pieces)
    }

    @Test(arguments: [
        ("データー", ["デー", "ター"]), ("ちょっと、待って", ["ちょっ", "と、", "待っ", "て"]), ("「血圧」を", ["「血", "圧」", "を"]),
        ("19.2キログラム", ["19.2キログラム"]), ("19.2 キログラム", ["19.2 キログラム"]), ("5分間休む", ["5分間", "休", "む"]), ("人々", ["人々"]),
        ("20 歳です", ["20 歳", "で", "す"]),
    ])
    func `Japanese keeps its line rules`(text: String, pieces: [String]) {
        #expect(LineBreaker.pieces(of: text, language: "ja") == pieces)
    }

    @Test(arguments: ["ko", "en", "zh", "ja", "zh_Hant", "", "xx"])
    func `pieces joined are the text, and no piece begins with a closing mark`(language: String) {
        let alphabet = Array("가나 5,.)(「」、。ー漢字かなKg 분 킬로그램\n\u{A0}%\"'—…公斤😀第")
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let text = String((0..<40).map { _ in alphabet.randomElement(using: &generator) ?? "가" })
            let pieces = LineBreaker.pieces(of: text, language: language)
            #expect(pieces.joined() == text)
            for (before, piece) in zip(pieces, pieces.dropFirst()) where before.last?.isNewline == false {
                #expect(!")」、。ー.,%…".contains(piece.first ?? " "), "\(pieces)")
            }
        }
    }

    @Test func `a very long text takes linear work`() {
        let text = String(repeating: "1 ", count: 50_000) + String(repeating: " ", count: 50_000) + "분"
        #expect(LineBreaker.pieces(of: text, language: "ja").joined() == text)
    }
}

/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
