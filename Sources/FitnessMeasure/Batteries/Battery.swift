/// An ordered set of tests with its gate.
public struct Battery: Identifiable, Hashable, Sendable {
    public let id: String
    public let tests: [FitnessTest]
    /// Tests that may be left out without making the battery incomplete.
    public let optional: Set<FitnessTestID>

    public init(id: String, tests: [FitnessTest], optional: Set<FitnessTestID> = []) {
        (self.id, self.tests, self.optional) = (id, tests, optional)
    }

    /// The national fitness programme for people of 65 and older, with the step test for endurance.
    public static let seniorFitness = Battery(
        id: "kspo_senior",
        tests: [
            .bloodPressure, .height, .weight, .grip, .chairStand, .upAndGo, .figureOfEight, .sitAndReach,
            .twoMinuteStep,
        ], optional: [.sitAndReach])

    /// What a senior can do alone in a minute or two.
    public static let quick = Battery(id: "quick", tests: [.bloodPressure, .grip, .chairStand])
}
