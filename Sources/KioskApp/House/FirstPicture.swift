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
    let words: Words
    /// Nil before enrolment.
    let centreName: String?
    /// What was published last; nil when nothing was, or it cannot be read.
    let snapshot: WallSnapshot?

    init(_ settings: Settings, _ assets: Assets, _ logger: Logger) async throws {
        let folder = DataFolder(settings)
        fonts = try FontFiles(contentsOf: assets.fontList)
        tables = try assets.fitnessTables()
        tests = try assets.tests()
        battery = try assets.battery(Batteries.standard, of: tests)
        words = try assets.words(settings.language)
        centreName = try IdentityFile(path: folder.identity).load()?.centreName
        snapshot =
            centreName == nil && settings.feedSources != nil
            ? OwnFeeds.lastSnapshot(in: folder.feeds) : await Self.lastSnapshot(in: folder, logger)
    }

    /// A wall that cannot be read is no reason not to begin: the office publishes again.
    private static func lastSnapshot(in folder: DataFolder, _ logger: Logger) async -> WallSnapshot? {
        do {
            return try await WallContent.snapshot(in: try ContentFolder(folder.content))
        } catch {
            logger.warning("The last wall cannot be read", metadata: ["error": "\(error)"])
            return nil
        }
    }
}
