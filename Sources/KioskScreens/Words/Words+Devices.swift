import FitnessMeasure

extension Words {
    /// What is said while a clock runs.
    public struct CueWords: Decodable, Equatable, Sendable {
        var go, halfway, thirtySecondsLeft, tenSecondsLeft, stop: String

        /// Nil for what the page shows anyway: the figures of the lead-in, and the page after a false start.
        subscript(word: TimerCue.Word) -> String? {
            switch word {
            case .go: go
            case .halfway: halfway
            case .thirtySecondsLeft: thirtySecondsLeft
            case .tenSecondsLeft: tenSecondsLeft
            case .stop: stop
            case .three, .two, .one, .falseStart: nil
            }
        }
    }

    /// A blood pressure that another monitor shows.
    public struct TypedPressureWords: Decodable, Equatable, Sendable {
        var open, isItRight, elsewhere, elsewhereAdvice, askUpper, askLower, askPulse, pulse, noPulse: String
        var lowerNotBelow: String
    }

    /// Instruments, for those who are measured and for staff.
    public struct InstrumentWords: Decodable, Equatable, Sendable {
        var begin, beginAdvice, away, awayAdvice, moving, byHand: String
        var title, devices, ready, sleeping, unplugged, measuring, none: String
        var clockSet, clockWrong, simulated: Sentence
    }

    /// For staff who look after instruments.
    public struct DeviceRoomWords: Decodable, Equatable, Sendable {
        var tryIt, works, notKept, alreadyPaired: String
        var lastHeard, unverified: Sentence
    }

    public struct PairingWords: Decodable, Equatable, Sendable {
        var open, searching, searchingAdvice, found, nothing, again, connecting, connectingAdvice: String
        var show, compare, same, different, enter, enterCode, done, paired, pairedAdvice, notPaired: String
        var unavailable, notFound, refused, tooLate, lost, otherwise: String
    }

    /// Why a reading from the tray is somebody's.
    public struct ClaimWords: Decodable, Equatable, Sendable { var present, ownRecord: String }
}

extension Words.PairingWords {
    /// What to do about it.
    func advice(_ failure: PairingFailure) -> String {
        switch failure {
        case .unavailable: unavailable
        case .notFound: notFound
        case .authenticationFailed, .rejected: refused
        case .cancelled, .timedOut: tooLate
        case .connectionFailed: lost
        case .failed: otherwise
        }
    }
}
