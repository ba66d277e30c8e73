import FitnessMeasure
import Foundation
import KioskUI
import Logging
import Testing

@testable import KioskApp
@testable import KioskScreens

/// What lies in the printer's queue.
@Suite @MainActor struct PrintQueueTests {
    @Test func `a week is left for both papers and both printers, and no name is in the files' names`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "print-\(UUID().uuidString)").path
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) } }
        let assets = try Assets.find()
        let words = try assets.words(.korean)
        let queue = PrintQueue(
            fonts: try assets.fonts(), folder: folder, place: "문래 경로당",
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let slip = PlanSlip(sheet: Gallery.sheet, name: "김영순", language: .korean)
        queue.print(.slip(slip)) { _ in words }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
            String(name.dropFirst(UUID().uuidString.count))
        }
        #expect(
            names.sorted() == [
                "-80mm-203dpi.pbm", "-80mm-300dpi.pbm", "-80mm.png", "-a4-203dpi.pbm", "-a4-300dpi.pbm", "-a4.png",
            ])
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix("80mm-203dpi.pbm")
        {
            let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + name))
            #expect(bytes.starts(with: Data("P4\n575 ".utf8)))
            // Something is printed, and most of the paper stays white.
            let ink = bytes.reduce(0) { $0 + $1.nonzeroBitCount }
            #expect(ink > bytes.count / 100 * 8 && ink < bytes.count * 4)
        }
    }
}
