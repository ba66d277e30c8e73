import FitnessMeasure
import Testing

@testable import CentralServer

@Suite struct FlagWordsTests {
    /// Every item far below and far above all limits, alone, so that each rule of the shipped tables speaks once.
    @Test(arguments: [Sex.female, .male])
    func `every rule that can raise a flag has a name for the nurse`(sex: Sex) throws {
        let tables = try DashboardOffice.health.get().newest
        var named: [String: String] = [:]
        for item in TestItem.allCases {
            for extreme in [DecimalValue(mantissa: 1, exponent: -1), DecimalValue(mantissa: 300)] {
                var values = MeasuredValues()
                values[item] = extreme
                let evaluation = Evaluation(Examination(sex: sex, age: 72, values: values), by: tables)
                for flag in evaluation.flags { named[flag.id] = FlagWords.name(flag) }
            }
        }
        #expect(named.count > 20)
        for (id, name) in named {
            #expect(name != id && !name.contains("_"), "\(id) is called \(name)")
        }
    }
}
