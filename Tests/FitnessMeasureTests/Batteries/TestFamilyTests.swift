import FitnessMeasure
import Foundation
import Testing

@Suite struct TestFamilyTests {
    private let seconds = QuantityValue("duration", "12.4", .second)

    @Test func `a result is of one protocol and of no other that looks alike`() {
        let usual = TestResult("tug_usual", seconds)
        #expect(ProtocolResult<UsualUpAndGo>(usual)?.value == seconds)
        #expect(ProtocolResult<FastUpAndGo>(usual) == nil)
        #expect(ProtocolResult<EightFootUpAndGo>(usual) == nil)
        let reach = TestResult("chair_sit_reach", QuantityValue("reach", "-2.5", "[in_i]"))
        #expect(ProtocolResult<ChairSitAndReach>(reach) != nil)
        #expect(ProtocolResult<FloorSitAndReach>(reach) == nil)
    }

    @Test func `a stored result says its protocol and is read as nothing else`() throws {
        let result = try #require(ProtocolResult<UsualUpAndGo>(TestResult("tug_usual", seconds)))
        let data = try JSONEncoder().encode(result)
        #expect(try JSONDecoder().decode(ProtocolResult<UsualUpAndGo>.self, from: data) == result)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ProtocolResult<FastUpAndGo>.self, from: data)
        }
    }

    @Test func `each test is in one family at most`() {
        let members = TestFamily.allCases.flatMap(\.members)
        #expect(Set(members).count == members.count)
        for family in TestFamily.allCases {
            for id in family.members { #expect(id.family == family) }
        }
        #expect(FitnessTestID.grip.family == nil)
    }
}
