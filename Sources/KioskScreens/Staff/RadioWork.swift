import FitnessMeasure

/// What staff want of the radio now; one thing at a time. It follows from the screen: whoever leaves it ends the work.
public enum RadioWork: Equatable, Sendable {
    case none
    /// `number` tells one work from the ones before it; its news repeat it.
    case search(number: Int)
    case pair(address: String, number: Int)
}

/// What came of a ``RadioWork``.
public enum RadioNews: Equatable, Sendable {
    /// All instruments in reach, whenever that changes.
    case found([FoundInstrument], number: Int)
    /// Of a pairing. All but a number to show want a reply.
    case asked(PairingQuestion, number: Int)
    /// The time of a search is over, or the instrument is paired; with a failure neither.
    case ended(PairingFailure?, number: Int)

    var number: Int {
        switch self {
        case .found(_, let number), .asked(_, let number), .ended(_, let number): number
        }
    }
}
