/// The questions that are asked before the tests: their ids, and our own words for those that a senior is asked.
///
/// A question's id is its set and number (`par_q_2`, `k_frail_5`); those that are not of a published set have a name.
public struct ScreeningQuestions: Sendable {
    public static let table = "screening_questions.csv"
    static let wordsTable = "screening_words.csv"

    /// Questions with words, in the order in which they are asked.
    public let asked: [ScreeningQuestion]
    /// The ids of all questions to which an answer is known, asked here or not.
    let ids: Set<String>
    /// The topic of every question of a published set, by id.
    let topics: [String: Topic]

    struct Topic: Sendable {
        let set: String
        let order: Int
        let text: String
        let row: TableRow
    }

    /// Reads both tables; words must be about a question that is there.
    public init(csv: String, words: String) throws(CSVError) {
        var topics: [String: Topic] = [:]
        for (row, origin) in try CSVTable(name: Self.table, text: csv).traced() {
            let topic = Topic(
                set: try row.text("set"), order: try row.integer("order"), text: try row.text("topic"), row: origin)
            guard topics.updateValue(topic, forKey: Self.id(topic.set, "\(topic.order)")) == nil else {
                throw row.fault(.inconsistent)
            }
        }
        var asked: [ScreeningQuestion] = []
        for (row, _) in try CSVTable(name: Self.wordsTable, text: words).traced() {
            let (id, set, order) = (try row.text("id"), try row.text("set"), try row.text("order"))
            let isKnown = set.isEmpty || (topics[id] != nil && id == Self.id(set, order))
            guard isKnown, !asked.contains(where: { $0.id == id }) else { throw row.fault(.inconsistent) }
            asked.append(ScreeningQuestion(id: id, words: try LocalText(row)))
        }
        (self.topics, self.asked) = (topics, asked)
        ids = Set(topics.keys).union(asked.map(\.id))
    }

    /// `PAR-Q+` and `2` make `par_q_2`.
    static func id(_ set: String, _ order: String) -> String { normalized(set + " " + order) }

    /// Lower case, and one underscore for whatever stands between letters and digits.
    static func normalized(_ key: String) -> String {
        key.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "_")
    }
}

/// A question as a senior is asked it. Yes is always the answer that needs care.
public struct ScreeningQuestion: Identifiable, Equatable, Sendable {
    public let id: String
    public let words: LocalText
}

extension LocalText {
    /// Columns `ko`, `en`, `zh`, `ja`; none may be empty.
    init(_ row: CSVTable.Row) throws(CSVError) {
        for language in TextLanguage.allCases where try row.text(language.rawValue).isEmpty {
            throw row.fault(.badWord(column: language.rawValue))
        }
        self.init(
            ko: try row.text("ko"), en: try row.text("en"), zh: try row.text("zh"), ja: try row.text("ja"))
    }
}
