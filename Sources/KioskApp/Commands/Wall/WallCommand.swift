import ArgumentParser
import Foundation
import KioskSDL
import KioskScreens
import KioskUI
import SignageFeed

/// `kiosk wall`: the wall of any instant as a picture, or what a whole year of it shows.
struct WallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wall", abstract: "Draw the wall of any instant, or tell what it shows in a year.",
        discussion: """
            An instant: kiosk wall --at 2026-11-20T09:12:00+09:00 --state DIR --size 1080x1920 --out wall.png
            A year: kiosk wall --year 2027 --report --state DIR prints a JSON object: seconds of each item, gaps (0), \
            changes, and of each ageing fact how long it was shown, shown as old, shown wrongly (0), and how often its age \
            took it off the wall. In that year the line is cut for minutes each week, and for 3, 14 and 40 days.
            DIR holds wall.json, playlist.json and pictures named by their SHA-256; what is missing is done without. A \
            kiosk's content folder is such a folder, and seeds/wall is one.
            """)

    @Option(help: "The instant, ISO 8601; without a zone it is Korean time.") var at: String?
    @Option(help: ArgumentHelp("What is published: wall.json, playlist.json, pictures.", valueName: "dir")) var state:
        String?
    @Option(help: "Width and height in pixels.") var size = "1080x1920"
    @Option(help: "ko, en, zh or ja.") var lang = "ko"
    @Option(help: "kiosk, television or board.") var panel = "kiosk"
    @Option(help: "Metres from which a television is read, 0.5…10.") var distance = 3.0
    @Option(help: "Millimetres per pixel, 0.05…20.") var pitch = 0.311
    @Option(help: "The file to write.") var out: String?
    @Option(help: "A year, with --report.") var year: Int?
    @Flag(help: "Tell what the year shows.") var report = false

    func validate() throws {
        guard (at != nil && out != nil) != (year != nil && report), (year != nil) == report else {
            throw ValidationError("give --at TIME --out FILE, or --year YEAR --report")
        }
        guard Language(rawValue: lang) != nil else { throw ValidationError("--lang must be ko, en, zh or ja") }
        guard (0.5...10).contains(distance) else { throw ValidationError("--distance must be 0.5…10") }
        guard kind != nil else { throw ValidationError("--panel must be kiosk, television or board") }
        guard pixels != nil else { throw ValidationError("--size must look like 1080x1920") }
        guard (0.05...20).contains(pitch) else { throw ValidationError("--pitch must be 0.05…20") }
        guard at.map({ KoreanTime.instant($0) != nil }) ?? true else { throw ValidationError("--at must be a time") }
        guard year.map({ (1...9999).contains($0) }) ?? true else { throw ValidationError("--year must be 1…9999") }
    }

    private var kind: PanelKind? { PanelKind(name: panel, distance: distance) }

    private var pixels: (width: Int, height: Int)? {
        let parts = size.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy({ (64...8192).contains($0) }) else { return nil }
        return (parts[0], parts[1])
    }

    func run() throws {
        try reporting {
            let folder = try state.map { try WallFolder($0) } ?? WallFolder()
            if let problems = folder.reading?.problems, !problems.isEmpty {
                let list = problems.map { "\($0.id ?? "item \($0.index)"): \($0.reason)" }.joined(separator: "; ")
                FileHandle.standardError.write(Data("kiosk: left out of the playlist: \(list)\n".utf8))
            }
            if let year { return try tell(year, folder) }
            try MainActor.assumeIsolated { try draw(folder) }
        }
    }

    private func tell(_ year: Int, _ folder: WallFolder) throws {
        let playlist = (folder.reading?.playlist ?? .standard).expanded(with: folder.snapshot?.notices ?? [])
        let schedule = WallSchedule(playlist, for: (kind ?? .kiosk).profile())
        guard let world = CutWorld(year: year), let report = WallYear(schedule, in: world).report(of: year) else {
            throw Failure.badData("no such year: \(year)")
        }
        try write(report)
    }

    @MainActor private func draw(_ folder: WallFolder) throws {
        guard let pixels, let kind, let out, let at, let now = KoreanTime.instant(at) else { return }
        let studio = try Studio(language: Language(rawValue: lang) ?? .korean)
        let moment = Moment(monotonic: .zero, wall: now)
        var app = App(setup: try studio.setup(panel: kind))
        if let snapshot = folder.snapshot { _ = app.update(.wallChanged(snapshot), at: moment) }
        let news = AppEvent.playlistChanged(folder.reading?.playlist, missingPictures: folder.missingPictures)
        _ = app.update(news, at: moment)
        let frame = Studio.Frame(
            width: pixels.width, height: pixels.height, pitch: pitch, zoom: 1, isHighContrast: false)
        let images = ImageBook { [pictures = folder.pictures] in try pictures.bytes(of: $0) }
        try studio.draw(app, frame, at: moment, images: images).writePNG(to: out)
        for (id, error) in images.failures { throw Failure.badData("picture \(id.name) cannot be shown: \(error)") }
    }
}
