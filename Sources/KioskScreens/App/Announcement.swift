import SignageFeed

/// What is heard of a disaster message: bells, then its own words.
public struct Announcement: Equatable, Sendable {
    public let reference: AlertMessage.Reference
    /// Strokes of the bell before the words.
    public let bells: Int
    /// Full sentences, our own one first; nil when nothing is said.
    public let speech: String?
    /// How often it is said in all.
    public let times: Int
    /// Seconds between two beginnings.
    public let interval: Int

    public init(reference: AlertMessage.Reference, bells: Int, speech: String?, times: Int, interval: Int) {
        (self.reference, self.bells, self.speech) = (reference, bells, speech)
        (self.times, self.interval) = (times, interval)
    }

    /// Nil when the plan says that nothing is heard.
    init?(_ plan: AlertPlan, _ words: Words) {
        let bells =
            switch plan.chime {
            case .triple: 3
            case .single: 1
            case nil: 0
            }
        guard bells > 0 || plan.speech != nil else { return nil }
        let opening = plan.speech.map { speech in
            switch speech.opening {
            case .alert: words.alertKind(plan)
            case .exercise: words.alert.exercise
            case .allClear: words.alert.over
            }
        }
        let text = plan.speech.map { speech in
            ([opening].compactMap { $0 } + speech.sentences).map { $0.hasSuffix(".") ? $0 : $0 + "." }
                .joined(separator: " ")
        }
        self.init(
            reference: plan.reference, bells: bells, speech: text, times: plan.speech?.times ?? 1,
            interval: plan.speech?.interval ?? 0)
    }
}

extension App {
    /// What is to be heard now; nil while no alert holds, or in quiet hours.
    public func announcement(_ words: Words) -> Announcement? {
        (wall.signage.cover ?? wall.signage.banner).flatMap { Announcement($0, words) }
    }
}
