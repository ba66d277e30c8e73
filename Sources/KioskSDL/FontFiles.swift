import FoundationEssentials

/// Where the fonts are, as `assets/fonts/fonts.json` says. Of each list the first file that exists is taken.
public nonisolated struct FontFiles: Decodable, Hashable, Sendable {
    public var bold: [String]
    public var regular: [String]
    /// Noto Sans CJK: for Chinese and Japanese, and for what the others lack.
    public var wideBold: [String]
    public var wideRegular: [String]
    /// Face index in the wide files by language code.
    public var wideFaces: [String: Int]
    public var icons: [String]

    /// Reads the list; throws if it is unreadable or a font is not installed.
    public init(contentsOf path: String) throws {
        self = try JSONDecoder().decode(FontFiles.self, from: Data(contentsOf: URL(filePath: path)))
        for list in [bold, regular, wideBold, wideRegular, icons] { _ = try Self.installed(list) }
    }

    static func installed(_ list: [String]) throws(FontError) -> String {
        guard let path = list.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw FontError.notInstalled(list)
        }
        return path
    }
}

/// Why text cannot be drawn.
public nonisolated enum FontError: Error, Hashable {
    /// None of these files exists. `assets/fonts/README.md` names the Debian packages.
    case notInstalled([String])
    case unreadable(path: String, SDLError)
}
