import FitnessMeasure
import Foundation

/// Compares what the product made of a day with what happened on it. It knows none of the product's rules: only who was
/// measured when, and which bytes came when about it.
struct Judge {
    private let day: Day
    private var messages: [World.Device: [Moment: Message]]
    private var verdict = Verdict()
    private var armed: [Int: Int] = [:]
    /// How often each truth was credited, and whether anything became of it at all.
    private var credited: [Int: Int] = [:]
    private var accounted: Set<Int> = []
    private var seen: Set<Int> = []

    init(_ day: Day) {
        self.day = day
        messages = day.messages.mapValues { list in
            Dictionary(list.map { ($0.at, $0) }, uniquingKeysWith: { first, _ in first })
        }
        verdict.visits = day.visits.count
    }

    mutating func hear(_ event: StationEvent, _ decide: WrongPersonProof.Decision, _ attribution: inout Attribution) {
        switch event.what {
        case .arm(let index):
            let visit = day.visits[index]
            armed[visit.station] = index
            attribution.arm(
                ArmedStep(
                    visitID: visit.id, personID: visit.person, test: visit.test, since: visit.from))
        case .disarm(let index):
            guard armed[day.visits[index].station] == index else { return }
            armed[day.visits[index].station] = nil
            attribution.disarm()
        case .heard(let device, .reading(let reading)):
            judge(decide(&attribution, reading), from: device, at: event.at)
        case .heard(_, .failed): verdict.failures += 1
        case .heard: break
        }
    }

    /// After the last event: what was measured and sent whole must have become something.
    mutating func finish() -> Verdict {
        for (device, list) in messages.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for message in list.values.sorted(by: { $0.at < $1.at })
            where !message.isSwapped && !accounted.contains(message.truth) {
                verdict.complain(.lost, "\(device) truth \(message.truth)")
                accounted.insert(message.truth)
            }
        }
        verdict.measuredUnread =
            Set(
                (day.messages[.unreadCuff] ?? []).map(\.truth).filter { day.truths[$0].visit != nil }
            ).count
        verdict.measured = Set(day.messages.values.joined().filter { !$0.isSwapped }.map(\.truth)).count
        verdict.swapped = day.messages.values.joined().filter(\.isSwapped).count
        return verdict
    }

    private mutating func judge(_ attributed: Attributed, from device: World.Device, at moment: Moment) {
        let reading = attributed.reading
        guard let message = messages[device]?[reading.receivedMonotonic], !message.isSwapped,
            message.bytes == reading.raw, isTrue(reading, day.truths[message.truth])
        else { return verdict.complain(.invented, "\(device) \(reading.values)") }
        let isFirst = seen.insert(message.truth).inserted
        accounted.insert(message.truth)
        switch attributed.owner {
        case .mine(let visitID, let personID): credit(message, visitID, personID, reading.flags)
        case .unclaimed(let reason):
            verdict.unclaimed[reason, default: 0] += 1
            if !explains(reason, message, isFirst, moment) {
                verdict.complain(.unexplained, "\(device) \(reason) truth \(message.truth)")
            }
        }
    }

    /// What the decoder read is what the display showed, digit by digit.
    private func isTrue(_ reading: Reading, _ truth: Truth) -> Bool {
        truth.numbers.allSatisfy { reading[$0]?.value == $1 }
    }

    private mutating func credit(
        _ message: Message, _ visitID: UUID, _ personID: UUID, _ flags: Set<QualityFlag>
    ) {
        let truth = day.truths[message.truth]
        guard let visit = truth.visit.map({ day.visits[$0] }), visit.id == visitID, visit.person == personID,
            (visit.from..<visit.to).contains(truth.at), !truth.isOdd
        else { return verdict.complain(.wrongPerson, story(message)) }
        credited[message.truth, default: 0] += 1
        if truth.device.isUnread { verdict.creditedUnread += 1 }
        guard credited[message.truth] == 1 else {
            // Bytes that nothing tells apart: shown with a question, never taken silently.
            if flags.contains(.repeatedBytes) { verdict.asked += 1 } else { verdict.complain(.invented, "twice") }
            return
        }
        verdict.credited += 1
    }

    /// Seconds of the day, for looking into.
    private func story(_ message: Message) -> String {
        let truth = day.truths[message.truth]
        let armed = armed[truth.device.station].map { day.visits[$0].from }
        let (taken, sent, from) = (truth.at / 1_000_000_000, message.at / 1_000_000_000, (armed ?? 0) / 1_000_000_000)
        return "\(truth.device) truth \(message.truth), taken \(taken) with the clock \(truth.ahead) s ahead, "
            + "sent \(sent) with the clock \(message.ahead) s ahead, armed since \(from)"
    }

    /// Whether what happened is what the reason says.
    private func explains(_ reason: UnclaimedReason, _ message: Message, _ isFirst: Bool, _ moment: Moment) -> Bool {
        let truth = day.truths[message.truth]
        let visit = armed[truth.device.station].map { day.visits[$0] }
        switch reason {
        case .nobodyArmed: return visit == nil
        case .otherQuantity: return visit.map { !wants($0.test, truth) } ?? false
        case .fromStorage: return message.isStored || message.isUnsettled
        // A clock that nobody can read dates to the tolerance with which it was learned.
        case .olderThanArmed:
            let spare: Moment = truth.device.isUnread ? .seconds(25) : 0
            return visit.map { truth.at < $0.from + spare || message.isUnsettled } ?? false
        case .implausible, .unitSuspicious: return truth.isOdd
        case .clockChanged: return message.isClockMoved
        case .duplicate: return !isFirst
        case .repeatedBytes: return !isFirst || isTwin(message, truth.device)
        // How often that is so is told by the share that is credited all the same.
        case .ageUnknown: return truth.device.isUnread
        case .demonstration, .otherInstrument: return false
        }
    }

    /// The same bytes came before from somebody else who had just the same value.
    private func isTwin(_ message: Message, _ device: World.Device) -> Bool {
        (day.messages[device] ?? []).contains { $0.at < message.at && $0.bytes == message.bytes }
    }

    private func wants(_ test: FitnessTest, _ truth: Truth) -> Bool {
        test.items.filter(\.isRequired).allSatisfy { truth.numbers[$0.quantity] != nil }
    }
}
