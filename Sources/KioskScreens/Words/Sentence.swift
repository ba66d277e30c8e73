import KoreanText

/// A sentence with gaps, as the words files hold it. Reading it fails when its braces or particles are wrong.
public struct Sentence: Decodable, Equatable, Sendable {
    public let source: String
    let template: SentenceTemplate

    public init(from decoder: any Decoder) throws {
        source = try decoder.singleValueContainer().decode(String.self)
        template = try SentenceTemplate(source)
    }

    /// The sentence with its gaps filled. Tests fill every sentence of every language, so a value that is missing here
    /// is a mistake that has been seen before; in front of a senior the bare sentence is better than none.
    func callAsFunction(_ values: [String: String]) -> String {
        do {
            return try template.filled(with: values)
        } catch {
            return source
        }
    }
}
