/// A sentence in the four languages of the kiosk, all of them.
public struct LocalText: Codable, Hashable, Sendable {
    public let ko, en, zh, ja: String

    public init(ko: String, en: String, zh: String, ja: String) {
        (self.ko, self.en, self.zh, self.ja) = (ko, en, zh, ja)
    }

    public subscript(language: TextLanguage) -> String {
        switch language {
        case .korean: ko
        case .english: en
        case .chinese: zh
        case .japanese: ja
        }
    }

    init(_ node: DataNode) throws(DataFileError) {
        let fields = try node.mapping(knows: "ko", "en", "zh", "ja")
        self.init(
            ko: try fields.get("ko").text(), en: try fields.get("en").text(), zh: try fields.get("zh").text(),
            ja: try fields.get("ja").text())
    }
}

/// A language of the kiosk.
public enum TextLanguage: String, CaseIterable, Codable, Sendable {
    case korean = "ko"
    case english = "en"
    case chinese = "zh"
    case japanese = "ja"
}
