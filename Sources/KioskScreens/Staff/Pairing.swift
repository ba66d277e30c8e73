import FitnessMeasure

/// Finding an instrument in the air and pairing it, step by step.
public struct Pairing: Equatable, Sendable {
    public internal(set) var phase: Phase
    /// Of the search or the pairing that is on; news of an earlier one are dropped.
    let number: Int

    public enum Phase: Equatable, Sendable {
        case searching([FoundInstrument])
        /// The search is over, because its time is or for a failure.
        case searched([FoundInstrument], PairingFailure?)
        case connecting(FoundInstrument)
        case asked(FoundInstrument, PairingQuestion, typed: String)
        case paired(FoundInstrument)
        case failed(FoundInstrument, PairingFailure)
    }

    init(_ phase: Phase = .searching([]), number: Int) { (self.phase, self.number) = (phase, number) }

    var radioWork: RadioWork {
        switch phase {
        case .searching: .search(number: number)
        case .connecting(let found), .asked(let found, _, _): .pair(address: found.address, number: number)
        case .searched, .paired, .failed: .none
        }
    }

    mutating func hear(_ news: RadioNews) {
        guard news.number == number else { return }
        switch (phase, news) {
        case (.searching, .found(let found, _)): phase = .searching(found)
        case (.searching(let found), .ended(let failure, _)): phase = .searched(found, failure)
        case (.connecting(let found), .asked(let question, _)), (.asked(let found, _, _), .asked(let question, _)):
            phase = .asked(found, question, typed: "")
        case (.connecting(let found), .ended(let failure, _)), (.asked(let found, _, _), .ended(let failure, _)):
            phase = failure.map { .failed(found, $0) } ?? .paired(found)
        default: break
        }
    }

    mutating func type(_ digit: Int) {
        guard case .asked(let found, let question, let typed) = phase, typed.count < question.mostDigits else { return }
        phase = .asked(found, question, typed: typed + String(digit))
    }

    mutating func erase() {
        guard case .asked(let found, let question, let typed) = phase else { return }
        phase = .asked(found, question, typed: String(typed.dropLast()))
    }

    /// What was typed, as the question wants it; nil before the first digit.
    mutating func enter() -> PairingReply? {
        guard case .asked(let found, let question, let typed) = phase, !typed.isEmpty else { return nil }
        phase = .connecting(found)
        return question == .enterPasskey ? UInt32(typed).map { .passkey($0) } : .pin(typed)
    }

    mutating func compare(isSame: Bool) -> PairingReply? {
        guard case .asked(let found, .compare, _) = phase else { return nil }
        phase = .connecting(found)
        return isSame ? .yes : .no
    }
}

extension PairingQuestion {
    /// As many digits as a passkey has, or a code may have.
    fileprivate var mostDigits: Int {
        switch self {
        case .enterPasskey: 6
        case .enterPIN: 16
        case .show, .compare: 0
        }
    }
}
