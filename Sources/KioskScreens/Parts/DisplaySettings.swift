import KioskUI

/// Larger, bolder, another language: for this visit; afterwards all is as it was.
public struct DisplaySettings: Equatable, Sendable {
    /// 1, 1.5 or 2.
    public internal(set) var zoom = 1.0
    public internal(set) var isHighContrast = false
    public internal(set) var language: Language

    public init(language: Language = .korean) { self.language = language }

    public enum Event: Equatable, Sendable { case zoom(Double), contrast(Bool), language(Language) }

    mutating func update(_ event: Event) {
        switch event {
        case .zoom(let zoom): self.zoom = zoom
        case .contrast(let isHigh): isHighContrast = isHigh
        case .language(let language): self.language = language
        }
    }

    func view(page: Int, _ look: Look) -> View {
        let groups = { (isLow: Bool) -> [View] in
            let words = look.words.display
            return [
                group(words.size, sizes(words, isLow), columns: 3, isLow),
                group(words.ground, grounds(words, isLow), columns: 2, isLow),
                group(words.language, languages(isLow), columns: isLow ? 4 : 2, isLow),
            ]
        }
        return Page(
            sentence: look.words.display.sentence,
            story: .firstFitting([
                .column(spacing: PageLayout.rhythm, .stretch, groups(false)),
                .column(spacing: 5, .stretch, groups(true)), .paged(PagedList(items: groups(true), look, page: page)),
            ]), landscape: .below
        ).view(look)
    }

    private func sizes(_ words: Words.Display, _ isLow: Bool) -> [View] {
        [(1.0, words.normal), (1.5, words.larger), (2.0, words.largest)].map { zoom, word in
            button(word, id: TouchID("zoom-\(Int(zoom * 100))"), isOn: zoom == self.zoom, .zoom(zoom), isLow)
        }
    }

    private func grounds(_ words: Words.Display, _ isLow: Bool) -> [View] {
        [(false, words.paper), (true, words.dark)].map { isHigh, word in
            button(
                word, id: isHigh ? "contrast-high" : "contrast-paper", isOn: isHigh == isHighContrast,
                .contrast(isHigh), isLow)
        }
    }

    private func languages(_ isLow: Bool) -> [View] {
        Language.allCases.map { language in
            button(
                language.ownName, id: TouchID("language-\(language.rawValue)"), isOn: language == self.language,
                .language(language), isLow)
        }
    }

    private func button(_ word: String, id: TouchID, isOn: Bool, _ event: Event, _ isLow: Bool) -> View {
        .button(
            word, icon: isOn && !isLow ? .check : nil, id: id, kind: isOn ? .primary : .secondary,
            height: isLow ? 24 : 30, event: .display(event))
    }

    private func group(_ title: String, _ buttons: [View], columns: Int, _ isLow: Bool) -> View {
        .flex(
            Double((buttons.count + columns - 1) / columns),
            .column(
                spacing: 3, .stretch,
                [
                    .text(title, TextStyle(.caption, color: .quietInk)),
                    .flex(1, .grid(columns: columns, spacing: isLow ? 4 : 5, buttons)),
                ]))
    }
}

extension Language {
    /// As its own speakers write it.
    var ownName: String {
        switch self {
        case .korean: "한국어"
        case .english: "English"
        case .chinese: "中文"
        case .japanese: "日本語"
        }
    }
}
