/// How a senior is named and described without saying more than needed.
enum SeniorWords {
    /// `김○자`: the first and, from three syllables on, the last stay.
    static func masked(_ name: String) -> String {
        let letters = Array(name.filter { !$0.isWhitespace })
        switch letters.count {
        case 0: return "○"
        case 1: return "○"
        case 2: return "\(letters[0])○"
        case let count: return "\(letters[0])\(String(repeating: "○", count: count - 2))\(letters[count - 1])"
        }
    }

    /// Completed years.
    static func age(birthYear: Int, birthMonth: Int, on day: LocalDay) -> Int {
        day.year - birthYear - (day.month < birthMonth ? 1 : 0)
    }

    /// `70대`
    static func decade(birthYear: Int, birthMonth: Int, on day: LocalDay) -> String {
        "\(max(0, age(birthYear: birthYear, birthMonth: birthMonth, on: day)) / 10 * 10)대"
    }

    static func sex(_ code: String) -> String { code == "F" ? "여성" : "남성" }

    /// A stored day as it is said; nothing readable is said as such.
    static func day(_ text: String?, today: LocalDay) -> String {
        guard let text, let day = LocalDay(text) else { return "아직 없음" }
        return day.year == today.year ? day.words : "\(day.year)년 \(day.short)"
    }
}
