import FitnessMeasure
import Foundation
import SignageFeed

/// When advice for the day is given, and in which words.
public struct CareBook: Sendable {
    public var rules: [CareRule]
    public var words: [TextLanguage: CareWords]

    /// No advice at all.
    public static let empty = CareBook(rules: [], words: [:])

    public init(rules: [CareRule], words: [TextLanguage: CareWords]) { (self.rules, self.words) = (rules, words) }

    func text(for card: CareCard, _ language: TextLanguage) -> CareWords.Text? { words[language]?.text(for: card) }

    /// The cards that hold and have words.
    func cards(at now: Date, _ conditions: CareConditions) -> [CareCard] {
        rules.cards(at: now, conditions).filter { card in
            !words.isEmpty && words.values.allSatisfy { $0.text(for: card) != nil }
        }
    }
}
