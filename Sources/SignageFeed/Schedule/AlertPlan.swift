import Foundation

/// How an alert is drawn and told. Frame, colour and chime exist only here, and only a ``CurrentAlert`` makes one: it has
/// no public initialiser and is not decodable, so no content can wear it.
public struct AlertPlan: Equatable, Sendable {
    public let reference: AlertMessage.Reference
    public let level: AlertLevel
    public let style: AlertStyle
    public let colour: Colour
    /// nil in quiet hours, and for what is calm or only advice.
    public let chime: Chime?
    /// nil in quiet hours.
    public let speech: SpokenTwin?
    public let senderName: String?
    public let headline: String?
    /// Word for word.
    public let text: String
    public let instruction: String?
    public let isExercise: Bool
    public let isAreaUncertain: Bool
    /// When its sender says that it ends.
    public let endsAt: Date?

    /// Never the only sign of a level: frame, words and icon say it, too.
    public enum Colour: Sendable { case red, orange, yellow, calm }
    public enum Chime: Sendable { case single, triple }

    init(_ alert: CurrentAlert, at now: Date, isQuiet: Bool) {
        let info = alert.info
        let level = alert.level
        let isSilent = isQuiet && level != .grave
        (reference, self.level) = (alert.reference, level)
        style = alert.style(at: now)
        colour = info.isCalm ? .calm : [.red, .orange, .yellow][AlertLevel.grave.rawValue - level.rawValue]
        chime = isSilent || info.isCalm || level == .advice ? nil : level == .grave ? .triple : .single
        speech = isSilent ? nil : SpokenTwin(alert, level)
        (senderName, headline, text, instruction) = (info.senderName, info.headline, info.text, info.instruction)
        (isExercise, isAreaUncertain, endsAt) = (alert.isExercise, alert.isAreaUncertain, info.expires)
    }
}

/// What the voice says of an alert: the same words that stand on the screen, since the sender's licence forbids others.
public struct SpokenTwin: Equatable, Sendable {
    public let opening: Opening
    public let sentences: [String]
    /// How often it is said in all.
    public let times: Int
    /// Seconds between two beginnings.
    public let interval: Int

    /// Which of our own sentences goes before it.
    public enum Opening: String, Sendable { case alert, exercise, allClear }

    init(_ alert: CurrentAlert, _ level: AlertLevel) {
        let info = alert.info
        opening = alert.isExercise ? .exercise : info.isCalm ? .allClear : .alert
        sentences = [info.headline, info.text, info.instruction].compactMap { $0 }.filter { !$0.isEmpty }
        let isGrave = level == .grave && !info.isCalm
        times = isGrave ? 3 : level == .urgent && !info.isCalm ? 2 : 1
        // Twice as long as reading takes: one must be able to speak with each other in between.
        interval = sentences.reduce(0) { $0 + ReadingTime.seconds(for: $1) } * 2
    }
}
