import KoreanText
import Testing

struct SpokenDurationTests {
    @Test(arguments: [
        (Duration.seconds(20), "20초"), (.seconds(59.9), "59초"), (.seconds(60), "1분"), (.seconds(300), "5분"),
        (.seconds(3_600), "한 시간"), (.seconds(3_600 * 23), "스물세 시간"), (.seconds(86_400), "하루"),
        (.seconds(86_400 * 2), "이틀"), (.seconds(86_400 * 3), "3일"), (.seconds(-5), "0초"),
    ])
    func `a length of time`(duration: Duration, words: String) {
        #expect(SpokenDuration.words(duration) == words)
    }

    @Test func `before and after now`() {
        #expect(SpokenDuration.ago(.seconds(20)) == "20초 전")
        #expect(SpokenDuration.ago(.seconds(2)) == "방금")
        #expect(SpokenDuration.ahead(.seconds(300)) == "5분 뒤")
        #expect(SpokenDuration.ahead(.zero) == "곧")
    }
}

struct SpokenTemperatureTests {
    @Test(arguments: [(-1, "영하 1도", "영하 일 도"), (0, "0도", "영 도"), (23, "23도", "이십삼 도"), (-12, "영하 12도", "영하 십이 도")])
    func `a temperature`(celsius: Int, written: String, spoken: String) {
        #expect(SpokenTemperature.words(celsius) == written)
        #expect(SpokenTemperature.spoken(celsius) == spoken)
    }

    @Test(arguments: [(-0.4, "0도"), (-0.6, "영하 1도"), (22.5, "23도")])
    func `a measured temperature is rounded`(celsius: Double, words: String) {
        #expect(SpokenTemperature.words(rounding: celsius) == words)
    }

    @Test(arguments: [Double.nan, .infinity, 900, -300]) func `what is no temperature has no words`(celsius: Double) {
        #expect(SpokenTemperature.words(rounding: celsius) == nil)
    }
}
