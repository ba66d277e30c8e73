/// An ordered set of tests with its gate.
public struct Battery: Identifiable, Equatable, Sendable {
    public let id: String
    public let name: LocalText
    /// What is measured before the gate decides; empty where nothing asks anything of the body.
    public let gate: [TestProtocol]
    /// In order, after the gate.
    public let tests: [TestProtocol]
    /// Tests that may be left out without making the battery incomplete.
    public let optional: Set<FitnessTestID>

    /// Checks the rules of ``BatteryError``.
    public init(
        id: String, name: LocalText, gate: [TestProtocol], tests: [TestProtocol], optional: Set<FitnessTestID> = []
    ) throws(BatteryError) {
        (self.id, self.name, self.gate, self.tests, self.optional) = (id, name, gate, tests, optional)
        try checkOnce()
        try checkFamilies()
        try checkOrder()
        try checkGate()
    }

    /// Gate and tests in the order in which they are done.
    public var all: [TestProtocol] { gate + tests }

    public subscript(id: FitnessTestID) -> TestProtocol? { all.first { $0.id == id } }

    private func checkOnce() throws(BatteryError) {
        guard !tests.isEmpty else { throw .empty }
        var seen: Set<FitnessTestID> = []
        for test in all where !seen.insert(test.id).inserted { throw .doubledTest(test.id) }
        for id in optional.sorted(by: { $0.rawValue < $1.rawValue }) where !seen.contains(id) { throw .unknownTest(id) }
    }

    private func checkFamilies() throws(BatteryError) {
        var seen: [TestFamily: FitnessTestID] = [:]
        for test in all {
            guard let family = test.id.family else { continue }
            if let other = seen.updateValue(test.id, forKey: family) { throw .mixedFamily(family, other, test.id) }
        }
    }

    private func checkOrder() throws(BatteryError) {
        var earlier: Set<FitnessTestID> = []
        var endurance: FitnessTestID?
        for test in all {
            if let endurance, test.effort != .endurance { throw .afterEndurance(test.id, endurance: endurance) }
            if test.effort == .endurance { endurance = test.id }
            if let needed = test.requirement?.test, !earlier.contains(needed) {
                throw .requirementMissing(test.id, needs: needed)
            }
            earlier.insert(test.id)
        }
    }

    private func checkGate() throws(BatteryError) {
        for test in gate where test.effort > .rest { throw .effortInGate(test.id) }
        guard !gate.contains(where: { $0.id == .bloodPressure }) else { return }
        if let test = tests.first(where: { $0.effort > .light }) { throw .gateMissing(test.id) }
    }
}

/// Why tests do not make a battery.
public enum BatteryError: Error, Equatable, Sendable {
    case empty
    case unknownTest(FitnessTestID)
    case doubledTest(FitnessTestID)
    /// Two tests that look alike and have tables of their own.
    case mixedFamily(TestFamily, FitnessTestID, FitnessTestID)
    /// What tires most comes last.
    case afterEndurance(FitnessTestID, endurance: FitnessTestID)
    /// A test depends on the result of one that does not come before it.
    case requirementMissing(FitnessTestID, needs: FitnessTestID)
    /// The gate decides by what can be measured sitting still.
    case effortInGate(FitnessTestID)
    /// Nobody moves before the blood pressure is known.
    case gateMissing(FitnessTestID)

    /// The test that has to go, where it is one.
    var test: FitnessTestID? {
        switch self {
        case .empty: nil
        case .unknownTest(let id), .doubledTest(let id), .mixedFamily(_, _, let id), .afterEndurance(let id, _),
            .requirementMissing(let id, _), .effortInGate(let id), .gateMissing(let id):
            id
        }
    }
}
