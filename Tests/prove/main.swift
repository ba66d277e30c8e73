import FitnessMeasure
import FitnessProof
import Foundation

/// Proofs that take minutes.
///
///     prove wrong-person VISITS SEED
///     prove fuzz INPUTS SEED
///
/// Wants to be called in the repository's root. Ends with 1 if what was to be proved is not so.
func fail(_ words: String) -> Never {
    FileHandle.standardError.write(Data((words + "\n").utf8))
    exit(1)
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 3, let kind = arguments.first, let amount = Int(arguments[2]), let seed = UInt64(arguments[3])
else { fail("usage: prove wrong-person VISITS SEED | prove fuzz INPUTS SEED") }
let folders = ProofFolders(repository: URL(filePath: FileManager.default.currentDirectoryPath))

do {
    switch kind {
    case "wrong-person":
        let ranges = try InputRanges(csv: try folders.table(named: "input_ranges.csv"))
        let profiles = try LineProfiles(folder: folders.repository.appending(path: "assets/devices"))
        let verdict = try await WrongPersonProof(profiles: profiles, ranges: ranges).run(visits: amount, seed: seed)
        print(verdict.lines.joined(separator: "\n"))
        exit(verdict.isClean ? 0 : 1)
    case "fuzz":
        let watch = FuzzWatch()
        let guardian = Thread {
            var seen = -1
            while true {
                Thread.sleep(forTimeInterval: 20)
                let (count, words) = watch.now
                if count == seen { fail("hangs: \(words)") }
                seen = count
            }
        }
        guardian.start()
        let outcome = try FuzzProof(folders).run(inputs: amount, seed: seed, watch: watch)
        print(outcome.lines.joined(separator: "\n"))
        exit(outcome.isClean ? 0 : 1)
    default: fail("prove: \(kind) is nothing that can be proved")
    }
} catch {
    fail("prove: \(error)")
}
