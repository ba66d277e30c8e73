import FitnessMeasure
import Foundation

/// Days of measuring, played to the product's drivers and attribution, and judged by what really happened.
public struct WrongPersonProof: Sendable {
    /// What decides whose a reading is: the product's own, or one that a test has broken.
    public typealias Decision = @Sendable (inout Attribution, Reading) -> Attributed

    public static let product: Decision = { $0.attribute($1) }

    private let profiles: LineProfiles
    private let ranges: InputRanges
    private let decide: Decision

    public init(profiles: LineProfiles, ranges: InputRanges, decide: @escaping Decision = Self.product) {
        (self.profiles, self.ranges, self.decide) = (profiles, ranges, decide)
    }

    /// So many visits, in days of five hundred.
    public func run(visits: Int, seed: UInt64) async throws -> Verdict {
        var verdict = Verdict()
        var stations = (0..<World.stations).map { _ in Attribution(ranges: ranges) }
        // The kiosk runs on from day to day, and so do the devices' clocks.
        var known = KnownClocks()
        var clocks = WrittenClocks()
        var number = 0
        while verdict.visits < visits {
            let day = DayWriter.day(
                number, visits: min(500, visits - verdict.visits + 3), seed: seed, after: &clocks)
            var judge = Judge(day)
            for station in 0..<World.stations {
                let events = try await events(of: day, at: station, known)
                for event in events { judge.hear(event, decide, &stations[station]) }
            }
            verdict.add(judge.finish())
            number += 1
            // Every morning the program begins anew, with what it kept of the clocks.
            let (night, monotonic) = (
                DeviceClock.firstDay + Double(number * 86_400), Int64(number) * 86_400_000_000_000
            )
            known = try KnownClocks(
                kept: known.kept(at: night, monotonic: monotonic), at: night, monotonic: monotonic)
        }
        return verdict
    }

    /// What a station's attribution lives through, in order: steps armed and disarmed, and its devices' reports.
    private func events(of day: Day, at station: Int, _ clocks: KnownClocks) async throws -> [StationEvent] {
        var events: [StationEvent] = []
        for (index, visit) in day.visits.enumerated() where visit.station == station {
            events.append(StationEvent(at: visit.from, what: .arm(index)))
            events.append(StationEvent(at: visit.to, what: .disarm(index)))
        }
        for device in World.Device.allCases where device.station == station {
            let steps = day.steps[day.swapped[device] ?? device] ?? []
            events += try await device.play(steps, profiles, clocks, unreadAddress: day.unreadAddress).map {
                StationEvent(at: $0.at, what: .heard(device, $0.report))
            }
        }
        return events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
}

/// Something that a station's attribution gets to know.
struct StationEvent {
    let at: Moment
    let what: What

    enum What {
        case arm(Int)
        case disarm(Int)
        case heard(World.Device, DeviceReport)
    }
}
