import FeedFuzzing
import Foundation
import SignageFeed

/// Looks at the feed parsers from outside, by their public interface alone:
///
///     FeedProbe time KIND STOP ROUNDS FILE…   seconds for one reading of all files, the best of ROUNDS
///     FeedProbe hostile FOLDER                time and memory of each hostile sample; exits 1 above the bounds
///     FeedProbe fuzz COUNT SEED FOLDER        COUNT generated inputs; exits 1 when one was slow or memory grew
@main struct Probe {
    /// 2026-11-20 09:00 in Korea, the clock of the samples.
    static let now = Date(timeIntervalSince1970: 1_795_132_800)
    static let site = AlertSite(place: .init(latitude: 36.3064, longitude: 127.5715), region: "충청북도 옥천군")

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("FeedProbe: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        switch (arguments.first, arguments.count) {
        case ("time", 5...): try Timing(Array(arguments.dropFirst())).run()
        case ("hostile", 2): try HostileCheck(folder: arguments[1]).run()
        case ("fuzz", 4): try FuzzRun(Array(arguments.dropFirst())).run()
        default: throw ProbeError.usage
        }
    }

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// All files below a folder, in order of their names.
    static func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { folder + "/" + $0 }
            .filter { path in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            }
    }
}

enum ProbeError: Error { case usage, badSample(String), boundMissed }

/// How long the parsers take for given files, in one process as its rivals are measured.
struct Timing {
    let kind: String
    let stop: String?
    let rounds: Int
    let files: [[UInt8]]

    init(_ arguments: [String]) throws {
        guard let rounds = Int(arguments[2]), rounds > 0 else { throw ProbeError.usage }
        (kind, stop, self.rounds) = (arguments[0], arguments[1] == "-" ? nil : arguments[1], rounds)
        files = try arguments.dropFirst(3).map(Probe.bytes)
    }

    func run() throws {
        guard let format = FeedFormat(rawValue: kind) else { throw ProbeError.usage }
        let context = FeedContext(receivedAt: Probe.now, stopID: stop)
        var best = Duration.seconds(1_000)
        var values = 0
        for _ in 0..<rounds {
            values = 0
            let start = ContinuousClock.now
            for bytes in files where format.parse(bytes, context: context).value != nil { values += 1 }
            best = min(best, ContinuousClock.now - start)
        }
        let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
        Probe.say("{\"seconds\": \(seconds), \"files\": \(files.count), \"read\": \(values)}")
    }
}
