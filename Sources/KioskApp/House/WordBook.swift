import KioskScreens
import KioskUI
import Logging

/// The words of all languages, each read when it is first asked for.
@MainActor
final class WordBook {
    private let assets: Assets
    private let first: Words
    private let logger: Logger
    private var known: [Language: Words]

    /// `first` is the kiosk's own language, without which it does not start.
    init(_ assets: Assets, first: Words, _ language: Language, _ logger: Logger) {
        (self.assets, self.first, self.logger) = (assets, first, logger)
        known = [language: first]
    }

    /// A language whose file cannot be read is answered in the kiosk's own.
    func words(_ language: Language) -> Words {
        if let words = known[language] { return words }
        do {
            known[language] = try assets.words(language)
        } catch {
            logger.error("A language cannot be read", metadata: ["language": "\(language)", "error": "\(error)"])
            known[language] = first
        }
        return known[language] ?? first
    }
}
