/// A state is a word and a colour, never a colour alone.
struct StateWord: Equatable, Sendable {
    let word: String
    /// The stylesheet's `state-…` class.
    let tone: String

    static func good(_ word: String) -> StateWord { StateWord(word: word, tone: "good") }
    static func care(_ word: String) -> StateWord { StateWord(word: word, tone: "care") }
    static func bad(_ word: String) -> StateWord { StateWord(word: word, tone: "bad") }
    static func quiet(_ word: String) -> StateWord { StateWord(word: word, tone: "quiet") }
    static func info(_ word: String) -> StateWord { StateWord(word: word, tone: "info") }

    static let simulated = StateWord.care("모의 기기")
}
