import ArgumentParser
import Logging

/// `kiosk bench …`: parts of the kiosk measured from inside; `make bench` compares them with floors and rivals.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure parts of the kiosk; one JSON object on stdout.", shouldDisplay: false,
        subcommands: [
            ScreenBench.self, TouchBench.self, SaveBench.self, DrainBench.self, EvaluationBench.self, FrameBench.self,
            DeviceBench.self, WallBench.self, AlertBench.self, SoakBench.self,
        ])

    /// Standard error stays free for what goes wrong.
    static let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
}
