import FitnessMeasure
import Foundation

/// Writes a day: who was measured where and when, what the devices sent about it, and in which mood.
struct DayWriter {
    var random: SeededRandom
    var day = Day()
    /// Where the station's story stands.
    var now: Moment = 0
    var written = WrittenClocks()
    var clocks: [World.Device: DeviceClock] {
        get { written.clocks }
        set { written.clocks = newValue }
    }
    /// What a device keeps and has not sent, with its bytes: the clock may be another when it is sent.
    var kept: [World.Device: [Int]] = [:]
    /// What a device has sent lately and may send again.
    var sent: [World.Device: [Int]] = [:]
    var bytes: [Int: [UInt8]] = [:]
    /// Measured in one visit, sent in the next.
    var lateComers: [World.Device: Int] = [:]
    /// What the device's clock said at a truth.
    var dates: [Int: Int] = [:]

    /// Writes `visits` visits, a share at each station. `number` is the day's, for its date.
    static func day(_ number: Int, visits: Int, seed: UInt64, after clocks: inout WrittenClocks) -> Day {
        var writer = DayWriter(random: SeededRandom(seed: seed &+ UInt64(number) &* 0x1_0001), written: clocks)
        defer { clocks = writer.written }
        for device in World.Device.allCases {
            if clocks.clocks[device] == nil || writer.random.chance(30) {
                writer.clocks[device] = DeviceClock(ahead: writer.wrongness())
                if device.isUnread { writer.written.agreed = 0 }
            }
            writer.day.steps[device] = []
            writer.day.messages[device] = []
        }
        writer.buyCuff(onDay: number)
        for station in 0..<World.stations { writer.write(station, visits / World.stations, onDay: number) }
        writer.swapPorts(onDay: number)
        return writer.day
    }

    private mutating func write(_ station: Int, _ visits: Int, onDay number: Int) {
        now = .seconds(Double(number * 86_400 + random.number(1...600)))
        let devices = World.Device.allCases.filter { $0.station == station }
        for device in devices where device.profile != nil { step(device, .connect(ahead: nil)) }
        for _ in 0..<visits {
            switch station {
            case 0: cuffVisit(.cuffByTheDoor)
            case 1: cuffVisit(.cuffByTheWindow)
            case 2: gripVisit()
            case 4: cuffVisit(.unreadCuff)
            default: random.chance(60) ? scaleVisit() : armInVisit()
            }
        }
        wait(60...90)
        for device in devices where device.profile != nil { step(device, .disconnect) }
    }

    /// Every few days the cuff whose clock nobody can read is another one, and nothing is known of it.
    private mutating func buyCuff(onDay number: Int) {
        if number % 4 == 0 {
            written.unreadNumber = number / 4
            written.agreed = 0
            (kept[.unreadCuff], sent[.unreadCuff]) = (nil, nil)
            clocks[.unreadCuff] = DeviceClock(ahead: wrongness())
        }
        day.unreadAddress =
            "C0:FF:EE:01:"
            + [written.unreadNumber / 256, written.unreadNumber % 256].map {
                ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
            }.joined(separator: ":")
    }

    /// At a reboot the names of two ports were given the other way round, for the whole day; in any run of a few days once.
    private mutating func swapPorts(onDay number: Int) {
        guard number % 12 == 1 || random.chance(8) else { return }
        let pairs: [(World.Device, World.Device)] = [(.grip, .scale), (.scale, .armInCuff), (.grip, .armInCuff)]
        let (a, b) = pairs[random.number(0...2)]
        day.swapped = [a: b, b: a]
        for device in [a, b] { day.messages[device] = day.messages[device]?.map { $0.swapped } }
    }

    /// Seconds: mostly a little, sometimes years.
    mutating func wrongness() -> Int {
        random.pick([0: 3, random.number(-90...90): 4, random.number(-400_000...400_000): 2, -830_000_000: 1])
    }
}

extension Message {
    fileprivate var swapped: Message {
        var message = self
        message.isSwapped = true
        return message
    }
}

// The words that the moods are written with.
extension DayWriter {
    /// Lets a random time pass, in seconds.
    mutating func wait(_ seconds: ClosedRange<Double>) {
        now += .seconds(Double.random(in: seconds, using: &random))
    }

    mutating func step(_ device: World.Device, _ kind: Step.Kind) {
        day.steps[device, default: []].append(Step(at: now, kind: kind))
    }

    /// Arms a step for somebody; it ends when the next begins, unless ``leave()`` comes first.
    mutating func arrive(_ station: Int, _ test: FitnessTest) -> Int {
        var id = [UInt8](repeating: 0x80, count: 16)
        for place in 8..<16 { id[place] = UInt8(truncatingIfNeeded: random.next()) }
        empty(station)
        day.visits.append(
            Visit(
                id: NSUUID(uuidBytes: id) as UUID, person: World.people[random.number(0...11)], station: station,
                test: test, from: now, to: .max))
        return day.visits.count - 1
    }

    /// Mostly the step is disarmed and some time passes; now and then the next one takes over.
    mutating func leave(_ visit: Int) {
        wait(0.5...8)
        if random.chance(15) { return }
        empty(day.visits[visit].station)
        wait(2...20)
    }

    /// Nobody's step is armed there any more.
    mutating func empty(_ station: Int) {
        guard let last = day.visits.indices.last(where: { day.visits[$0].station == station }) else { return }
        day.visits[last].to = min(day.visits[last].to, now)
    }

    /// Somebody is measured.
    mutating func truth(
        _ device: World.Device, _ visit: Int?, _ numbers: [QuantityKind: DecimalValue], isOdd: Bool = false,
        at moment: Moment? = nil, bytes: (DeviceClock) -> [UInt8]
    ) -> Int {
        day.truths.append(
            Truth(
                device: device, visit: visit, at: moment ?? now, numbers: numbers, isOdd: isOdd,
                ahead: clocks[device]?.ahead ?? 0))
        let index = day.truths.count - 1
        if let clock = clocks[device] {
            self.bytes[index] = bytes(clock)
            dates[index] = clock.ahead + Int((moment ?? now) / 1_000_000_000)
        }
        return index
    }

    func whole(_ number: Int) -> DecimalValue { DecimalValue(mantissa: Int64(number)) }
}
