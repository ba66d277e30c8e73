import FitnessMeasure

extension App {
    /// What the clock of the test that is on has said last, to be heard once. Under an alert nothing else is.
    public var cue: SaidCue? {
        guard wall.signage.cover == nil, case .test(let measuring) = screen else { return nil }
        return measuring.said
    }
}
