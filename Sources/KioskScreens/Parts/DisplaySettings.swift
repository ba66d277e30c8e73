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
        let words = look.words.display
        let sizes: [View] = [(1.0, words.normal), (1.5, words.larger), (2.0, words.largest)].map { zoom, word in
            .button(
                word, id: TouchID("zoom-\(Int(zoom * 100))"), kind: zoom == self.zoom ? .primary : .secondary,
                event: .display(.zoom(zoom)))
        }
        let grounds: [View] = [(false, words.paper), (true, words.dark)].map { isHigh, word in
            .button(
                word, id: isHigh ? "contrast-high" : "contrast-paper",
                kind: isHigh == isHighContrast ? .primary : .secondary, event: .display(.contrast(isHigh)))
        }
        let languages = Language.allCases.map { language -> View in
            .button(
                language.ownName, id: TouchID("language-\(language.rawValue)"),
                kind: language == self.language ? .primary : .secondary, event: .display(.language(language)))
        }
        let groups: [View] = [
            group(words.size, sizes, columns: 3), group(words.ground, grounds, columns: 2),
            group(words.language, languages, columns: 2),
        ]
        return Page(sentence: words.sentence, body: [.flex(1, .paged(PagedList(items: groups, look, page: page)))])
            .view(look)
    }

    private func group(_ title: String, _ buttons: [View], columns: Int) -> View {
        .column(
            spacing: 3, .stretch,
            [.text(title, TextStyle(.caption, color: .quietInk)), .grid(columns: columns, spacing: 4, buttons)])
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
