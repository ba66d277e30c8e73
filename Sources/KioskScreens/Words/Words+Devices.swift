import FitnessMeasure

extension Words {
    /// Instruments, for those who are measured and for staff.
    public struct InstrumentWords: Decodable, Equatable, Sendable {
        var begin, beginAdvice, away, awayAdvice, moving, byHand: String
        var title, devices, ready, sleeping, unplugged, measuring, none: String
        var clockSet, clockWrong, simulated: Sentence
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
