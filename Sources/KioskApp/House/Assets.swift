import FitnessMeasure
import Foundation
import KioskScreens
import KioskUI
import SignageFeed

/// Where the product's own files are: beside the sources while one works on it, in /usr/share once it is installed.
struct Assets: Sendable {
    let folder: URL

    enum AssetsError: Error, CustomStringConvertible {
        case notFound(looked: [String])

        var description: String {
            switch self {
            case .notFound(let looked): "the assets folder is in none of: " + looked.joined(separator: ", ")
            }
        }
    }

    /// `SARANGBANG_ASSETS`, else the nearest `assets` above the program, else the installed one.
    static func find(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Assets {
        var places: [URL] = []
        if let named = environment["SARANGBANG_ASSETS"] { places.append(URL(filePath: named)) }
        var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            places.append(folder.appending(path: "assets"))
            folder = folder.deletingLastPathComponent()
        }
        places.append(URL(filePath: "/usr/share/sarangbang/assets"))
        guard let found = places.first(where: { isAssets($0) }) else {
            throw AssetsError.notFound(looked: places.map(\.path))
        }
        return Assets(folder: found)
    }

    private static func isAssets(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "words/ko.json").path)
    }

    func words(_ language: Language) throws -> Words {
        try Words.read(folder.appending(path: "words/\(language.rawValue).json"))
    }

    /// When advice for the day is given, and its words in all languages.
    func care() throws -> CareBook {
        func bytes(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appending(path: "care/\(name)")))
        }
        let words = try TextLanguage.allCases.map { ($0, try CareWords(bytes("\($0.rawValue).json"))) }
        return CareBook(
            rules: try CareRule.load(bytes("rules.json")), words: Dictionary(uniqueKeysWithValues: words))
    }

    var fontList: String { folder.appending(path: "fonts/fonts.json").path }
    /// Fonts whose letters stay even on few pixels.
    var boardFontList: String { folder.appending(path: "fonts/board.json").path }
    func device(_ profile: String) -> URL { folder.appending(path: "devices/\(profile)") }
    func fitness(_ table: String) -> URL { folder.appending(path: "fitness/\(table)") }
    /// Demo people, feeds and municipalities; beside the assets in the sources.
    var seeds: URL { folder.deletingLastPathComponent().appending(path: "seeds") }
}
