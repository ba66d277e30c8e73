/// For machines that report once a second without ever saying that somebody is done. The totals count when the machine
/// stands still, which is when its own time has not moved in several records; a machine that vanishes before that has
/// no result. What stood on it when we came is somebody else's.
struct MachineInterpreter<Frame: MachineFrame>: GattInterpreter {
    private var totals = MachineTotals()
    private var raw: [UInt8] = []
    private var stillRecords = 0
    private var isTold = true

    /// Records come about once a second; a pause shorter than this is a pause.
    private static var standsStill: Int { 5 }

    mutating func receive(_ bytes: [UInt8], of characteristic: GattUUID) throws(GattFrameError) -> [GattFinding] {
        let frame = try Frame(bytes: bytes)
        let before = totals
        totals.merge(frame.totals)
        let hasMoved = before.elapsed != nil && totals.elapsed != before.elapsed
        if hasMoved {
            (stillRecords, isTold, raw) = (0, false, bytes)
        } else if !frame.hasMoreData {
            stillRecords += 1
        }
        var findings: [GattFinding] = frame.liveValue.map { [.live($0)] } ?? []
        if stillRecords >= Self.standsStill, !isTold, totals.elapsed != 0 {
            isTold = true
            findings.append(.measured(GattMeasurement(values: totals.quantities, flags: [], raw: raw)))
        }
        return findings
    }

    mutating func end(_ ending: GattEnding) -> [GattLateFinding] {
        if ending == .hungUp { self = MachineInterpreter() }
        return []
    }
}

/// A record of a machine, possibly one part of several.
protocol MachineFrame: LiveFrame {
    var hasMoreData: Bool { get }
    var totals: MachineTotals { get }
}

/// What a machine has counted since it was started.
struct MachineTotals: Equatable, Sendable {
    /// Seconds.
    var elapsed: Int?
    /// Metres.
    var distance: Int?
    var steps: Int?
    var floors: Int?

    /// Takes over what the newer record says.
    mutating func merge(_ newer: MachineTotals) {
        elapsed = newer.elapsed ?? elapsed
        distance = newer.distance ?? distance
        steps = newer.steps ?? steps
        floors = newer.floors ?? floors
    }

    /// Without the machine's time the counts say little, and nobody can tell that it stands still.
    var quantities: [QuantityValue] {
        guard let elapsed else { return [] }
        let all: [(QuantityKind, Int?, UCUMUnit)] = [
            (.distance, distance, .metre), (.steps, steps, .steps), (.floors, floors, .floors),
            (.duration, elapsed, .second),
        ]
        return all.compactMap { kind, count, unit in
            count.map { QuantityValue(kind, DecimalValue(mantissa: Int64($0)), unit) }
        }
    }
}

extension TreadmillFrame: MachineFrame {
    var totals: MachineTotals {
        MachineTotals(elapsed: tail.elapsed.map { Int($0) }, distance: distance.map { Int($0) })
    }
}

extension StepClimberFrame: MachineFrame {
    var totals: MachineTotals {
        MachineTotals(
            elapsed: tail.elapsed.map { Int($0) }, steps: steps.map { Int($0) }, floors: floors.map { Int($0) })
    }
}
