/// What an alert says, ready to be compared.
struct AlertWords {
    private let letters: [Character]

    /// Headline and text without what is no letter or digit.
    init(_ info: AlertMessage.Info) {
        let text = [info.headline, info.text].compactMap { $0 }.joined(separator: " ")
        letters = Array(text.filter { $0.isLetter || $0.isNumber }.prefix(1_000))
    }

    /// By pairs of neighbouring letters (Dice's coefficient), of at least ten letters.
    func isNearlySame(as other: Self) -> Bool {
        guard letters.count >= 10, other.letters.count >= 10 else {
            return letters == other.letters && !letters.isEmpty
        }
        let (mine, theirs) = (pairs, other.pairs)
        return Double(2 * mine.intersection(theirs).count) / Double(mine.count + theirs.count) >= 0.8
    }

    private var pairs: Set<String> { Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) }) }
}
