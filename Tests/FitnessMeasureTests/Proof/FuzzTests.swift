import FitnessProof
import Foundation
import Testing

/// A short run of what `make proof` runs for ten million inputs.
@Suite struct FuzzTests {
    @Test(.timeLimit(.minutes(5)))
    func `no bytes crash, hang or bloat any way into the library`() throws {
        let outcome = try FuzzProof(ProofFolders(repository: repository)).run(inputs: 200_000, seed: 20_261_121)
        // Memory is judged by `make proof`, in a process of its own; here other tests grow meanwhile.
        #expect(outcome.slow.isEmpty, "\(outcome.lines.joined(separator: "\n"))")
        #expect(outcome.inputs >= 200_000)
        #expect(outcome.byTarget.allSatisfy { $0.inputs > 100 })
    }
}
