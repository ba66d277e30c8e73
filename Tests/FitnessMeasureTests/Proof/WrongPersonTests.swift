import FitnessProof
import Testing

@testable import FitnessMeasure

/// A short run of what `make proof` runs for 100,000 visits.
@Suite struct WrongPersonTests {
    private func proof(_ decide: @escaping WrongPersonProof.Decision = WrongPersonProof.product) throws
        -> WrongPersonProof
    {
        WrongPersonProof(
            profiles: try LineProfiles(folder: deviceProfiles), ranges: try shippedTables().ranges, decide: decide)
    }

    @Test func `no reading goes to the wrong person, is lost or made up, in any mood of the devices`() async throws {
        let verdict = try await proof().run(visits: 2000, seed: 20_261_121)
        #expect(verdict.isClean, "\(verdict.lines.joined(separator: "\n"))")
        #expect(verdict.visits >= 2000)
        #expect(verdict.credited > verdict.visits / 2, "most people get their value")
        #expect(verdict.swapped > 0)
    }

    @Test func `every reason occurs, so that every rule was at work`() async throws {
        let verdict = try await proof().run(visits: 2000, seed: 7)
        let reasons = Set(verdict.unclaimed.keys)
        // What no body has is refused by these devices' own drivers, and none plays a demonstration.
        #expect(reasons == Set(UnclaimedReason.allCases).subtracting([.demonstration, .implausible, .otherInstrument]))
    }

    @Test func `the same seed tells the same story`() async throws {
        let first = try await proof().run(visits: 300, seed: 5).lines
        #expect(try await proof().run(visits: 300, seed: 5).lines == first)
        #expect(try await proof().run(visits: 300, seed: 6).lines != first)
    }

    /// Ways to break the decision, each with the fault that the judge must find.
    private static let broken: [(String, WrongPersonProof.Decision, Verdict.Fault)] = [
        (
            "whoever is armed gets it",
            { attribution, reading in
                guard let step = attribution.armed else { return attribution.attribute(reading) }
                return Attributed(reading: reading, owner: .mine(visitID: step.visitID, personID: step.personID))
            }, .wrongPerson
        ),
        (
            "the old are taken for new",
            { attribution, reading in
                var young = reading
                young.flags.remove(.fromStorage)
                young.deviceTime = nil
                return attribution.attribute(young)
            }, .wrongPerson
        ),
        (
            "nobody waits",
            { attribution, reading in
                attribution.disarm()
                return attribution.attribute(reading)
            }, .unexplained
        ),
        (
            "a digit is dropped",
            { attribution, reading in
                var rounded = reading
                rounded.values = reading.values.map {
                    QuantityValue($0.kind, DecimalValue(mantissa: $0.value.mantissa / 10 * 10), $0.unit)
                }
                return attribution.attribute(rounded)
            }, .invented
        ),
    ]

    @Test(arguments: 0..<4) func `the judge finds a broken decision`(index: Int) async throws {
        let (name, decide, fault) = Self.broken[index]
        let verdict = try await proof(decide).run(visits: 400, seed: 3)
        #expect(verdict.faults[fault] ?? 0 > 0, "\(name)")
    }
}
