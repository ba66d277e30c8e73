import FitnessMeasure
import Foundation
import Testing

/// Every recording, played through the real driver, gives what stands beside it.
@Suite struct RecordingTests {
    private static let folder = Bundle.module.bundleURL.appending(path: "Resources/recordings")

    /// Names of the files without their endings: `and-tm2657.cut_off`. None at all fails the last test.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".rec") }.map { String($0.dropLast(4)) }.sorted()
    }()

    private func file(_ name: String, _ ending: String) throws -> Data {
        try Data(contentsOf: Self.folder.appending(path: "\(name).\(ending)"))
    }

    @Test(arguments: names)
    func `a recording gives what stands beside it`(name: String) throws {
        let recording = try DeviceRecording(text: String(decoding: try file(name, "rec"), as: UTF8.self))
        let profile = try LineProfile.shipped(try #require(recording["profile"]))
        let expected = try JSONDecoder().decode([ExpectedReport].self, from: try file(name, "expected.json"))
        let replay = LineReplay(profile, start: Date(timeIntervalSince1970: 0), makeID: { UUID() })
        let told = replay.reports(of: recording).map { ExpectedReport($0.report, at: $0.at) }
        for (found, wanted) in zip(told, expected) { #expect(found == wanted) }
        #expect(told.count == expected.count)
    }

    @Test(arguments: names)
    func `a recording says who made it, of what, and what is odd`(name: String) throws {
        let recording = try DeviceRecording(text: String(decoding: try file(name, "rec"), as: UTF8.self))
        for key in ["who", "device", "firmware", "profile", "odd"] {
            #expect(recording[key]?.isEmpty == false, "\(key)")
        }
    }

    @Test func `every profile has a recording`() throws {
        let recorded = Set(Self.names.compactMap { $0.split(separator: ".").first.map(String.init) })
        #expect(recorded == Set(try LineProfiles(folder: deviceProfiles).profiles.map(\.id)))
        #expect(Self.names.count == 48)
    }
}

/// A report in the words of an expectation's file.
private struct ExpectedReport: Decodable, Equatable {
    var at: Double
    var report: String
    var values: [String]?
    var flags: [String]?
    var time: String?
    var reason: String?

    init(_ report: DeviceReport, at moment: Duration) {
        at = (moment / .milliseconds(1)).rounded() / 1000
        switch report {
        case .ready: self.report = "ready"
        case .lost: self.report = "lost"
        case .health: self.report = "health"
        case .measuring(_, let live): (self.report, values) = ("measuring", live.map { [Self.text($0)] })
        case .failed(_, let failure): (self.report, reason) = ("failed", Self.text(failure))
        case .reading(let reading):
            (self.report, values) = ("reading", reading.values.map(Self.text))
            (flags, time) = (reading.flags.map(\.rawValue).sorted(), reading.deviceTime.map(Self.text))
        }
    }

    private static func text(_ value: QuantityValue) -> String {
        "\(value.kind.rawValue) \(value.value) \(value.unit.rawValue)"
    }

    private static func text(_ failure: MeasureFailure) -> String {
        if case .deviceError(let code) = failure { "device_error \(code ?? "?")" } else { failure.code }
    }

    private static func text(_ time: DeviceTime) -> String {
        let numbers = [time.month, time.day, time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(time.year)-\(numbers[0])-\(numbers[1]) \(numbers[2]):\(numbers[3]):\(numbers[4])"
    }
}
