/// What a plan says in words, in four languages.
public struct PlanWords: Equatable, Sendable {
    public static let file = "words.yaml"

    private let sentences: [Sentence: LocalText]
    private let weekdays: [PlanWeekday: LocalText]
    private let phases: [String: LocalText]
    private let staff: [StaffWord: LocalText]

    public enum Sentence: String, CaseIterable, Sendable {
        case title, minutes, repetitions, sets, hold, effort, stop, pain, support, retest, waiting, referral
        case weekNumber = "week_number"
        case restDay = "rest_day"
        case talkTest = "talk_test"
        case restFirst = "rest_first"
    }

    enum StaffWord: String, CaseIterable, Sendable {
        case level, reasons, unfilled, unsure, rules, retest
        case levelOpen = "level_open"
        case fallRisk = "fall_risk"
    }

    /// Reads the file's text; nothing may be missing.
    public init(yaml: String) throws(DataFileError) {
        let fields = try DataNode(yaml: yaml, file: Self.file)
            .mapping(knows: "sentences", "weekdays", "phases", "staff")
        sentences = try Self.words(fields, "sentences", Sentence.allCases)
        weekdays = try Self.words(fields, "weekdays", PlanWeekday.allCases)
        staff = try Self.words(fields, "staff", StaffWord.allCases)
        let byPhase: [PhaseWord: LocalText] = try Self.words(fields, "phases", PhaseWord.allCases)
        phases = Dictionary(uniqueKeysWithValues: byPhase.map { ($0.key.rawValue, $0.value) })
    }

    private enum PhaseWord: String, CaseIterable {
        case warmUp = "warm_up"
        case main
        case coolDown = "cool_down"
    }

    private static func words<Key: RawRepresentable<String> & Hashable>(
        _ fields: DataMapping, _ name: String, _ keys: [Key]
    ) throws(DataFileError) -> [Key: LocalText] {
        let node = try fields.get(name)
        var texts: [Key: LocalText] = [:]
        for (key, value) in try node.entries() {
            guard let known = keys.first(where: { $0.rawValue == key }) else {
                throw value.fault(.unknownWord(key, known: keys.map(\.rawValue)))
            }
            texts[known] = try LocalText(value)
        }
        for key in keys where texts[key] == nil {
            throw DataFileError(
                file: node.file, line: node.line, field: "\(name).\(key.rawValue)", fault: .missing)
        }
        return texts
    }

    public subscript(sentence: Sentence) -> LocalText { Self.checked(sentences[sentence]) }
    public subscript(day: PlanWeekday) -> LocalText { Self.checked(weekdays[day]) }
    public subscript(phase: ExercisePhase) -> LocalText { Self.checked(phases[phase.word]) }
    subscript(word: StaffWord) -> LocalText { Self.checked(staff[word]) }

    private static func checked(_ text: LocalText?) -> LocalText {
        guard let text else { preconditionFailure("checked when the file was read") }
        return text
    }

    /// A sentence with its numbers in place.
    func fill(_ sentence: Sentence, _ numbers: [String: Int], _ language: TextLanguage) -> String {
        numbers.reduce(self[sentence][language]) { $0.replacing("{\($1.key)}", with: String($1.value)) }
    }

    /// `3분`, `10번`, `10초씩 3번`.
    public func amount(_ dose: WeekPlan.Amount, _ language: TextLanguage) -> String {
        let numbers = ["n": dose.amount, "times": dose.times]
        switch dose.kind {
        case .minutes: return fill(.minutes, numbers, language)
        case .repetitions: return fill(dose.times == 1 ? .repetitions : .sets, numbers, language)
        case .hold: return fill(.hold, numbers, language)
        }
    }
}
