import ArgumentParser
import Foundation

/// `kiosk bench soak`: the wall over days and weeks of simulated time. First with the cable out, while the sources are asked in
/// vain and everything on the wall grows old; then a month of items that follow each other every eight seconds, each looked at
/// on the panel.
struct SoakBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "soak", abstract: "Days of wall in minutes.")

    @Option(help: "Simulated hours without a line.") var hours = 72
    @Option(help: "Simulated days of items.") var days = 30
    @Option(help: "Seconds that an item stays.") var seconds = 8

    private struct Answer: Encodable {
        var offline: OfflineSoak.Outcome
        var items: ItemSoak.Outcome
    }

    func run() throws {
        try reporting {
            try MainActor.assumeIsolated {
                let offline = try OfflineSoak().run(hours: hours)
                let items = try ItemSoak(secondsEach: seconds).run(days: days)
                try write(Answer(offline: offline, items: items))
            }
        }
    }
}
