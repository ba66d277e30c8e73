/// Finding people by the initial consonants (초성) of their names: `ㄱㅇㅅ` finds 김영순.
public enum InitialConsonants {
    /// Where a query was found.
    public enum Match: Int, Comparable, Sendable {
        /// The name begins with it.
        case start
        /// Further inside: the given name without the family name.
        case inside

        public static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
    }

    /// The initial consonants of a name: 김영순 is `ㄱㅇㅅ`. Other letters stay, spaces go.
    public static func of(_ name: String) -> String {
        String(name.filter { !$0.isWhitespace }.map { letter in HangulSyllable(letter)?.initialLetter ?? letter })
    }

    /// Whether a query fits a name, and where; nil when it does not, or when the query is empty.
    ///
    /// The query may mix consonants, syllables and syllables being typed: `ㄱㅇㅅ`, `김ㅇㅅ`, `기`. A plain
    /// consonant finds its double too, since a keyboard of 14 keys has no ㄲ; spaces and case do not count.
    public static func match(_ query: String, in name: String) -> Match? {
        let wanted = query.lowercased().filter { !$0.isWhitespace }.flatMap { Jamo.parts[$0] ?? [$0] }
        let letters = Array(name.lowercased().filter { !$0.isWhitespace })
        guard !wanted.isEmpty, wanted.count <= letters.count else { return nil }
        let start = (0...(letters.count - wanted.count)).first { offset in
            zip(wanted, letters[offset...]).allSatisfy { fits($0, $1) }
        }
        return start.map { $0 == 0 ? .start : .inside }
    }

    private static func fits(_ wanted: Character, _ letter: Character) -> Bool {
        guard let syllable = HangulSyllable(letter) else { return wanted == letter }
        if let typed = HangulSyllable(wanted) {
            return typed == syllable
                || (typed.final == 0 && typed.initial == syllable.initial && typed.medial == syllable.medial)
        }
        let initial = syllable.initialLetter
        return wanted == initial || wanted == Jamo.plain[initial]
    }
}

extension HangulSyllable {
    /// The initial consonant as keys show it.
    var initialLetter: Character { Jamo.initials[initial] }
}
