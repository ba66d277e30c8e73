import FitnessMeasure
import Foundation
import KioskSDL
import KioskScreens
import Logging
import SignageFeed
import SyncClient

/// What is read from the disk for the first picture, while the display opens.
struct FirstPicture: Sendable {
    let fonts: FontFiles
    let tables: FitnessTables
    let tests: TestCatalogue
    let battery: Battery
    let attached: [AttachedInstrument]
    let words: Words
    /// Nil before enrolment.
    let centreName: String?
    let care: CareBook
    /// What was published last, as far as it can be read.
    let published: [AppEvent]

    init(_ settings: Settings, _ assets: Assets, _ logger: Logger) async throws {
        let folder = DataFolder(settings)
        fonts = try FontFiles(
            contentsOf: settings.panel == .board ? assets.boardFontList : assets.fontList)
        tables = try assets.fitnessTables()
        tests = try assets.tests()
        let chosen = try assets.chosenBattery(settings.battery, of: tests)
        battery = chosen.battery
        if let problem = chosen.problem {
            logger.error("The battery of the settings cannot be used", metadata: ["problem": "\(problem)"])
        }
        attached = try settings.attached(assets, tests: tests)
        words = try assets.words(settings.language)
        centreName = try IdentityFile(path: folder.identity).load()?.centreName
        care = try assets.care()
        let wall =
            centreName == nil && settings.feedSources != nil
            ? OwnFeeds.lastSnapshot(in: folder.feeds).map { [.wallChanged($0)] } ?? []
            : await Self.lastWall(in: folder, logger)
        published = wall + [.pinChanged(PinShelf(folder).pin(logger))]
    }

    /// A folder that cannot be opened is no reason not to begin: the office publishes again.
    private static func lastWall(in folder: DataFolder, _ logger: Logger) async -> [AppEvent] {
        do {
            return await InstalledWall(in: try ContentFolder(folder.content), logger).events
        } catch {
            logger.warning("The last wall cannot be read", metadata: ["error": "\(error)"])
            return []
        }
    }
}
