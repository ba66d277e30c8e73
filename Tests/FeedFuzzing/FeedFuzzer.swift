import Foundation
import SignageFeed

/// Feeds every parser with what it might one day meet: samples with their parts exchanged, cut, doubled and poisoned, and
/// documents made of the formats' own words. The same seed makes the same inputs.
public struct FeedFuzzer: Sendable {
    /// A recorded answer and, by the name of its folder, what reads it.
    public struct Sample: Sendable {
        var bytes: [UInt8]
        var format: FeedFormat?
        var kind: FeedReporter.Kind?

        public init(folder: String, bytes: [UInt8]) {
            self.bytes = bytes
            (format, kind) = Self.readers[folder] ?? (nil, nil)
        }

        private static let readers: [String: (FeedFormat?, FeedReporter.Kind?)] = [
            "kma": (.kmaVillage, .forecast), "kma_mid": (.kmaMidTerm, .midTerm),
            "kma_warning": (.kmaWarnings, .warning), "airkorea": (.airKorea, .air), "tago": (.tagoArrivals, .tago),
            "seoul_bus": (.seoulBus, .seoul), "gbis": (.gyeonggiBus, .gyeonggi), "gtfs_rt": (.gtfsRealtime, .gtfs),
            "rss": (.rss, .notices), "cap": (.cap, .cap), "dsms": (.disasterText, .disasterText),
        ]
    }

    private var random: SplitMix
    private let samples: [Sample]
    /// 2026-11-20 09:00 in Korea.
    private let now = Date(timeIntervalSince1970: 1_795_132_800)
    private let timetable: GTFSTimetable?

    /// What came of the inputs so far.
    public private(set) var count = 0
    public private(set) var understood = 0
    /// The slowest input, and how long the processor worked on it.
    public private(set) var slowest: (bytes: [UInt8], duration: Duration) = ([], .zero)

    /// A fuzzer that mutates `samples`; those above 6 kB only slow it down.
    public init(seed: UInt64, samples: [Sample]) {
        random = SplitMix(seed: seed)
        self.samples = samples.filter { (1...6_000).contains($0.bytes.count) }
        do {
            timetable = try GTFSTimetable(stop: "S1", tables: Self.tables)
        } catch {
            timetable = nil
        }
    }

    /// Makes one more input and has it read, mostly as what it once was, sometimes as anything else.
    public mutating func step() {
        let input = input()
        let start = CPUTime.spent()
        if read(input) { understood += 1 }
        let duration = CPUTime.spent() - start
        if duration > slowest.duration { slowest = (input.bytes, duration) }
        count += 1
    }

    private mutating func read(_ input: Sample) -> Bool {
        let bytes = input.bytes
        var context = FeedContext(receivedAt: now)
        if random.oneIn(2) { context.stopID = "S1" }
        if random.oneIn(2) { context.timetable = timetable }
        if random.oneIn(4) { context.grid = KMAGrid(nx: 71, ny: 100) }
        switch random.below(20) {
        case 0..<9:
            let format = random.oneIn(8) ? nil : input.format
            return (format ?? random.pick(FeedFormat.allCases)).parse(bytes, context: context).value != nil
        case 9: return JobOffer.parse(bytes, context).value != nil
        case 10: return Course.parse(bytes, context).value != nil
        case 11:
            let tables = Dictionary(uniqueKeysWithValues: Self.tables.keys.map { ($0, random.oneIn(2) ? bytes : []) })
            do {
                return try !GTFSTimetable(stop: "S1", tables: tables).calls.isEmpty
            } catch {
                return false
            }
        default:
            let site = AlertSite(
                place: random.oneIn(2) ? .init(latitude: 36.3, longitude: 127.6) : nil, region: "충청북도 옥천군 옥천읍")
            let kind = random.oneIn(8) ? nil : input.kind
            var reporter = FeedReporter(kind ?? random.pick(FeedReporter.Kind.allCases), context: context, site: site)
            return reporter.report("x", bytes).status != .error
        }
    }

    private mutating func input() -> Sample {
        switch random.below(10) {
        case 0: return Sample(folder: "", bytes: Array(FeedGrammar.json(&random).utf8))
        case 1: return Sample(folder: "", bytes: Array(FeedGrammar.xml(&random).utf8))
        case 2: return Sample(folder: "", bytes: Array(FeedGrammar.csv(&random).utf8))
        case 3: return Sample(folder: "gtfs_rt", bytes: FeedGrammar.wire(&random))
        case 4:
            let (folder, text) = FeedGrammar.enveloped(&random)
            return Sample(folder: folder, bytes: Array(text.utf8))
        default:
            guard !samples.isEmpty else { return Sample(folder: "rss", bytes: Array(FeedGrammar.xml(&random).utf8)) }
            var sample = random.pick(samples)
            for _ in 0...random.below(3) { mutate(&sample.bytes) }
            return sample
        }
    }

    /// One change of a kind that editors, networks and attackers make.
    private mutating func mutate(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = random.below(bytes.count)
        let range = place..<min(bytes.count, place + 1 + random.below(40))
        switch random.below(16) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(range)
        case 2: bytes.insert(contentsOf: bytes[range], at: random.below(bytes.count))
        case 3: bytes.removeSubrange(place...)
        case 4: exchangeValue(&bytes, from: place, with: random.pick(FeedGrammar.names))
        case 5:
            let other = random.pick(samples).bytes
            bytes.replaceSubrange(place..., with: other[random.below(other.count)...])
        case 6: bytes[place] ^= 1 << UInt8(random.below(8))
        case 7:
            bytes.insert(
                contentsOf: random.pick([[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xB6, 0xCB], [0x00]]), at: place)
        // Most often the document stays whole, and one of its values becomes another.
        default: exchangeValue(&bytes, from: place, with: random.pick(FeedGrammar.values))
        }
    }

    /// Puts `text` in the place of the next value: what stands between quotes or tags.
    private func exchangeValue(_ bytes: inout [UInt8], from place: Int, with text: String) {
        let marks: [UInt8: UInt8] = [UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: ">"): UInt8(ascii: "<")]
        guard let start = bytes[place...].firstIndex(where: { marks[$0] != nil }), let mark = marks[bytes[start]],
            let end = bytes[(start + 1)...].firstIndex(of: mark)
        else { return }
        bytes.replaceSubrange(start + 1..<end, with: text.utf8)
    }

    private static let tables: [String: [UInt8]] = [
        "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\nT,09:05:00,09:05:30,S1,2\n",
        "trips.txt": "route_id,service_id,trip_id,trip_headsign\nR,W,T,읍내\n",
        "routes.txt": "route_id,route_short_name\nR,603\n",
        "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
            + "W,1,1,1,1,1,1,1,20260101,20271231\n",
        "calendar_dates.txt": "service_id,date,exception_type\nW,20261225,2\n",
    ].mapValues { Array($0.utf8) }
}
