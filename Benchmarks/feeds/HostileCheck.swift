import FeedFuzzing
import Foundation
import SignageFeed

/// Reads each hostile sample as its own kind and as every other, and holds it to 50 ms and 20 MB.
struct HostileCheck {
    let folder: String

    static let milliseconds = 50.0
    static let kilobytes = 20_480

    func run() throws {
        var hasFailed = false
        Probe.say(Self.row("sample", "slowest as", "outcome", "ms", "kB more"))
        for line in try manifest() {
            let report = try measure(line)
            Probe.say(report.text)
            if !report.isWithinBounds { hasFailed = true }
        }
        if hasFailed { throw ProbeError.boundMissed }
    }

    private func manifest() throws -> [String] {
        var files: [String] = []
        for line in String(decoding: try Probe.bytes(folder + "/MANIFEST.tsv"), as: UTF8.self).split(separator: "\n") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            if columns.count > 2, columns[2] == "hostile" { files.append(String(columns[0])) }
        }
        return files
    }

    private func measure(_ file: String) throws -> (text: String, isWithinBounds: Bool) {
        let bytes = try Probe.bytes(folder + "/" + file)
        guard let own = Self.kinds[file.prefix { $0 != "/" }.description] else { throw ProbeError.badSample(file) }
        var worst = (kind: own, status: "", milliseconds: 0.0, kilobytes: 0)
        var status = ""
        for kind in FeedReporter.Kind.allCases {
            var reporter = FeedReporter(kind, context: FeedContext(receivedAt: Probe.now), site: Probe.site)
            Memory.resetPeak()
            let before = Memory.now()
            let start = CPUTime.spent()
            let report = reporter.report(file, bytes)
            let milliseconds = (CPUTime.spent() - start) / .milliseconds(1)
            let kilobytes = max(0, Memory.peak() - before)
            if kind == own { status = report.status.rawValue }
            if milliseconds > worst.milliseconds { (worst.kind, worst.milliseconds) = (kind, milliseconds) }
            worst.kilobytes = max(worst.kilobytes, kilobytes)
        }
        let shown = String(format: "%.2f", worst.milliseconds)
        let text = Self.row(file, worst.kind.rawValue, status, shown, "\(worst.kilobytes)")
        return (text, worst.milliseconds <= Self.milliseconds && worst.kilobytes <= Self.kilobytes)
    }

    private static func row(_ cells: String...) -> String {
        zip(cells, [34, 16, 10, 10, 8]).map { $0.padded($1) }.joined()
    }

    private static let kinds: [String: FeedReporter.Kind] = [
        "kma": .forecast, "kma_mid": .midTerm, "kma_warning": .warning, "airkorea": .air, "tago": .tago,
        "seoul_bus": .seoul, "gbis": .gyeonggi, "gtfs_rt": .gtfs, "rss": .notices, "cap": .cap, "dsms": .disasterText,
    ]
}

extension String {
    fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
