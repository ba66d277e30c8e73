import KoreanText
import Testing

struct SpokenNumberTests {
    @Test(arguments: [
        (1, "하나"), (2, "둘"), (3, "셋"), (4, "넷"), (5, "다섯"), (10, "열"), (11, "열하나"), (20, "스물"), (21, "스물하나"),
        (38, "서른여덟"), (46, "마흔여섯"), (57, "쉰일곱"), (69, "예순아홉"), (74, "일흔넷"), (80, "여든"), (99, "아흔아홉"),
    ])
    func `native numbers`(number: Int, word: String) {
        #expect(SpokenNumber.native(number) == word)
    }

    @Test(arguments: [0, -1, 100, Int.max]) func `there are no other native numbers`(number: Int) {
        #expect(SpokenNumber.native(number) == nil)
    }

    @Test(arguments: [
        (1, NativeCounter.times, "한 번"), (2, .people, "두 명"), (3, .hour, "세 시"), (4, .pieces, "네 개"),
        (12, .people, "열두 명"),
        (20, .times, "스무 번"), (21, .times, "스물한 번"), (82, .yearsOld, "여든두 살"), (100, .people, "백 명"),
        (123, .people, "백스물세 명"), (1_001, .people, "천한 명"), (0, .times, "영 번"),
    ])
    func `things are counted`(number: Int, counter: NativeCounter, words: String) {
        #expect(SpokenNumber.counted(number, counter) == words)
    }

    @Test(arguments: [(1, "첫 번째"), (2, "두 번째"), (12, "열두 번째"), (20, "스무 번째"), (31, "서른한 번째"), (101, "백한 번째")])
    func `places in a row`(number: Int, words: String) {
        #expect(SpokenNumber.ordinal(number) == words)
    }

    @Test(arguments: [
        (0, "영"), (1, "일"), (10, "십"), (16, "십육"), (20, "이십"), (100, "백"), (101, "백일"), (142, "백사십이"), (1_000, "천"),
        (1_111, "천백십일"), (10_000, "만"), (12_000, "만 이천"), (20_000, "이만"), (110_000, "십일만"),
        (100_000_000, "일억"), (100_010_000, "일억 일만"), (1_234_567_890, "십이억 삼천사백오십육만 칠천팔백구십"),
        (1_000_000_000_000, "일조"), (-5, "마이너스 오"),
        (Int.max, "구백이십이경 삼천삼백칠십이조 삼백육십팔억 오천사백칠십칠만 오천팔백칠"),
        (Int.min, "마이너스 구백이십이경 삼천삼백칠십이조 삼백육십팔억 오천사백칠십칠만 오천팔백팔"),
    ])
    func `Sino-Korean numbers`(number: Int, words: String) {
        #expect(SpokenNumber.sinoKorean(number) == words)
    }

    @Test(arguments: [("010-1234-5678", "공일공, 일이삼사, 오육칠팔"), ("7", "칠"), ("", ""), ("가", "")])
    func `telephone numbers are read digit by digit`(text: String, words: String) {
        #expect(SpokenNumber.digitByDigit(text) == words)
    }

    @Test(arguments: [
        ("19.2", "십구 점 이"), ("24.30", "이십사 점 삼영"), ("0.05", "영 점 영오"), ("142", "백사십이"), ("-1.5", "마이너스 일 점 오"),
    ])
    func `decimals are read`(text: String, words: String) {
        #expect(SpokenNumber.decimal(text) == words)
    }

    @Test(arguments: ["", ".", "1.", ".5", "1.2.3", "--1", "1e5", "가", "99999999999999999999", "+1"])
    func `other texts are no decimals`(text: String) {
        #expect(SpokenNumber.decimal(text) == nil)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (9_876, "9,876"), (10_000, "1만"), (12_000, "1만 2천"), (12_345, "1만 2,345"),
        (10_005, "1만 5"), (125_000_000, "12,500만"), (-12_000, "-1만 2천"),
    ])
    func `large numbers are written with 만`(number: Int, text: String) {
        #expect(SpokenNumber.written(number) == text)
    }
}
