import FitnessMeasure
import Synchronization

/// The stored records of a simulated instrument behind its Record Access Control Point.
final class SimulatedRecords: Sendable {
    private let characteristic: GattUUID
    /// By the record's number, lowest first.
    private let records: [(sequence: Int, bytes: [UInt8])]
    private let mood: SimulatedInstrument.Mood
    private let hasEnded = Mutex(false)

    init(characteristic: GattUUID, records: [(sequence: Int, bytes: [UInt8])], mood: SimulatedInstrument.Mood) {
        (self.characteristic, self.records, self.mood) = (characteristic, records, mood)
    }

    /// The program has had what there is, or has given up.
    var isDone: Bool { hasEnded.withLock { $0 } }

    static let control = GattUUID(0x2A52)

    /// The control point with these records behind it.
    var controlPoint: FakePeripheral.Characteristic {
        var point = FakePeripheral.Characteristic(Self.control, flags: ["write", "indicate"])
        point.onWrite = { [self] in written($0) }
        return point
    }

    /// Requests by their first two bytes: 1 report, 3 abort, 4 count; operators 1 all, 3 from a number on, 6 the last.
    private func written(_ bytes: [UInt8]) -> FakeReaction {
        guard bytes.count >= 2 else { return FakeReaction(refusal: "org.bluez.Error.InvalidValueLength") }
        switch bytes[0] {
        case 1: return report(bytes)
        case 3: return end(answer([6, 0, 3, 1]))
        case 4:
            let count = chosen(bytes)?.count ?? 0
            let reaction = answer([5, 0] + AttributeBytes().number(count, bytes: 2).bytes)
            return count == 0 ? end(reaction) : reaction
        default: return answer([6, 0, bytes[0], 2])
        }
    }

    private func report(_ bytes: [UInt8]) -> FakeReaction {
        guard let chosen = chosen(bytes) else { return answer([6, 0, 1, 4]) }
        guard !chosen.isEmpty else { return answer([6, 0, 1, 6]) }
        var reaction = FakeReaction(values: chosen.map { (characteristic, $0.bytes) })
        switch mood {
        case .hangsUpMidBurst:
            reaction.values = Array(reaction.values.prefix(chosen.count - 1))
            reaction.hangsUp = true
        case .abortsRecords:
            reaction.values = Array(reaction.values.prefix(1))
            return reaction
        default: reaction.values.append((Self.control, [6, 0, 1, 1]))
        }
        return end(reaction)
    }

    private func end(_ reaction: FakeReaction) -> FakeReaction {
        hasEnded.withLock { $0 = true }
        return reaction
    }

    /// Nil for an operator that it does not know.
    private func chosen(_ bytes: [UInt8]) -> [(sequence: Int, bytes: [UInt8])]? {
        switch bytes[1] {
        case 1: records
        case 3 where bytes.count == 5 && bytes[2] == 1:
            records.filter { $0.sequence >= Int(bytes[3]) | Int(bytes[4]) << 8 }
        case 6: Array(records.suffix(1))
        default: nil
        }
    }

    private func answer(_ bytes: [UInt8]) -> FakeReaction { FakeReaction(values: [(Self.control, bytes)]) }
}
