import SyncWire
import Testing

@testable import CentralServer

@Suite struct TestWordsTests {
    private static func value(_ quantity: String, _ decimal: String, _ unit: String) -> WireReading.Value {
        WireReading.Value(quantity: quantity, decimal: decimal, unit: unit)
    }

    private static let systolic = value("systolic", "142", "mm[Hg]")
    private static let diastolic = value("diastolic", "88", "mm[Hg]")

    @Test(arguments: [
        ([value("grip", "24.30", "kg")], "24.30 kg"), ([systolic, diastolic], "142/88 mmHg"),
        ([systolic, diastolic, value("pulse", "72", "/min")], "142/88 mmHg · 맥박 72 회/분"),
        ([systolic, value("diastolic", "11.7", "kPa")], "수축기 142 mmHg · 이완기 11.7 kPa"),
        ([value("new_thing", "1", "{furlong}")], "1 {furlong}"), ([], "값 없음"),
    ])
    func `values are said with their units, decimals as they came`(values: [WireReading.Value], words: String) {
        #expect(TestWords.values(values) == words)
    }

    @Test func `what is not known is shown as it came`() {
        #expect(TestWords.test("moon_walk") == "moon_walk" && TestWords.unclaimedReason("new_rule") == "new_rule")
    }

    @Test func `a chart says its numbers in words, too`() throws {
        let chart = ChartSpec(
            kind: .line, labels: ["1", "2", "3"], series: [.init(name: "악력", values: [24.5, nil, 1204])])
        #expect(chart.spoken == "악력: 1 24.5, 3 1,204")
        #expect(
            try chart.json()
                == #"{"kind":"line","labels":["1","2","3"],"series":[{"name":"악력","values":[24.5,null,1204]}]}"#)
    }
}
