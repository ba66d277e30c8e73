import FitnessMeasure
import Foundation
import Testing

@Suite struct ReassignmentTests {
    private let kim = UUID()
    private let lee = UUID()
    private let moment = Date(timeIntervalSince1970: 1_795_167_005)

    private func note(
        of reading: Reading, from: UUID? = nil, why: Reassignment.Reason = .wasPresent
    ) -> Reassignment {
        Reassignment(readingID: reading.id, from: from, to: lee, by: "supporter-1", at: moment, why: why)
    }

    @Test func `what was measured stays, and what was computed for another goes`() throws {
        let reading = Reading.example(values: [
            QuantityValue(.weight, "61.70", .kilogram), QuantityValue(.bodyMassIndex, "30.1", .kilogramPerSquareMetre),
        ])
        let given = try note(of: reading, from: kim, why: .wrongPerson).applied(
            to: reading, owner: BodyFacts(height: "158.0", weight: "58.0"))
        #expect(given.reading.values == [QuantityValue(.weight, "61.70", .kilogram)])
        #expect(given.reading.raw == reading.raw)
        // 61.70 / 1.58² = 24.7156…
        #expect(given.derived == [QuantityValue(.bodyMassIndex, "24.7", .kilogramPerSquareMetre)])
        #expect(given.note.by == "supporter-1")
        #expect(given.note.at == moment)
        #expect(given.note.from == kim)
    }

    @Test(arguments: [
        ("24.3", UCUMUnit.kilogram, "58.0", "41.9"), ("53.6", .pound, "58.0", "41.9"),
        ("24.3", .kilogram, "48.6", "50.0"),
        ("0.05", .kilogram, "100.0", "0.1"),
    ])
    func `a grip is relative to its new owner's weight`(
        grip: DecimalValue, unit: UCUMUnit, weight: DecimalValue, expected: DecimalValue
    ) throws {
        let reading = Reading.example(values: [QuantityValue(.grip, grip, unit)])
        let given = try note(of: reading).applied(to: reading, owner: BodyFacts(weight: weight))
        #expect(given.derived == [QuantityValue(.relativeGrip, expected, .percent)])
    }

    @Test func `a height that was measured with the weight counts before the one on record`() throws {
        let reading = Reading.example(values: [
            QuantityValue(.weight, "61.70", .kilogram), QuantityValue(.height, "1.587", .metre),
        ])
        let given = try note(of: reading).applied(to: reading, owner: BodyFacts(height: "170.0"))
        #expect(given.derived.map(\.value) == ["24.5"])
    }

    @Test func `nothing is computed for a body that is not known`() throws {
        let reading = Reading.example()
        #expect(try note(of: reading).applied(to: reading, owner: BodyFacts()).derived.isEmpty)
        let none = BodyFacts(height: "0", weight: "0")
        #expect(try note(of: reading).applied(to: reading, owner: none).derived.isEmpty)
    }

    @Test func `a demonstration, another reading, and their own reading are refused`() {
        let demonstration = Reading.example(flags: [.demonstration])
        #expect(throws: ReassignmentRefusal.demonstration) {
            try note(of: demonstration).applied(to: demonstration, owner: BodyFacts())
        }
        #expect(throws: ReassignmentRefusal.alreadyTheirs) {
            try note(of: .example(), from: lee).applied(to: .example(), owner: BodyFacts())
        }
        var other = Reading.example()
        other.id = UUID()
        #expect(throws: ReassignmentRefusal.otherReading) {
            try note(of: .example()).applied(to: other, owner: BodyFacts())
        }
    }

    @Test func `the note survives being written down`() throws {
        let note = note(of: .example())
        #expect(try JSONDecoder().decode(Reassignment.self, from: JSONEncoder().encode(note)) == note)
    }
}
