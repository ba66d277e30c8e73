import Foundation

/// The sentences of the care cards in one language, by key.
public struct CareWords: Equatable, Sendable {
    public let texts: [String: Text]

    public struct Text: Codable, Equatable, Sendable {
        public var title: String
        /// Short sentences, each for itself.
        public var sentences: [String]
    }

    /// Reads `{"heat": {"title": …, "sentences": […]}, …}`.
    public init(_ bytes: [UInt8]) throws {
        texts = try JSONDecoder().decode([String: Text].self, from: Data(bytes))
    }

    /// The words of a card; a card without words is not shown.
    public func text(for card: CareCard) -> Text? { texts[card.words] }
}
