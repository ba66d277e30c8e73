import ArgumentParser
import Foundation
import KioskSDL
import SignageFeed

/// `kiosk pin`: one photographed paper on the wall, without the office and without a line.
struct PinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin", abstract: "Put a photographed paper notice on the wall, until a day within a month.",
        discussion: """
            kiosk pin --picture paper.jpg --title "김장 나눔 잔치" --until 2026-12-05
            The running kiosk shows it within seconds, among its other content, and takes it off when that day has ended. \
            There is room for one. Run it as the kiosk's user. 64: something is missing; 65: the paper cannot hang.
            """)

    @Option(help: "A photograph: JPEG, PNG, WebP or GIF.") var picture: String?
    @Option(help: "What it is about, in a few words.") var title: String?
    @Option(help: "The last day on which it hangs, e.g. 2026-12-05; today and 30 days more at most.") var until: String?
    @Flag(help: "Tell what hangs.") var list = false
    @Flag(help: "Take it off.") var remove = false
    @Option(help: "The kiosk's data folder; without it the settings' one.") var data: String?
    @OptionGroup var settings: SettingsOptions

    private struct Answer: Encodable {
        var pins: [Line] = []

        struct Line: Encodable {
            var title: String
            var picture: String
            var pinnedAt: Date
            var until: String
        }

        init(_ pin: LocalPin?) {
            pins = [pin].compactMap { $0 }.map {
                Line(
                    title: $0.title, picture: $0.picture.description, pinnedAt: $0.pinnedAt, until: $0.last.description)
            }
        }
    }

    func run() throws {
        try reporting {
            let isPut = picture != nil || title != nil || until != nil
            guard [isPut, list, remove].count(where: { $0 }) == 1 else {
                throw Failure.usage("give --picture FILE --title TEXT --until DATE, or --list, or --remove")
            }
            let folder = try data.map(DataFolder.init(path:)) ?? DataFolder(settings.load())
            let shelf = PinShelf(folder)
            if list { return try write(Answer(try standing(shelf))) }
            if remove { return try write(Answer(try shelf.takeOff())) }
            try put(in: folder, shelf)
        }
    }

    private func standing(_ shelf: PinShelf) throws -> LocalPin? {
        let found = shelf.read()
        if case .unreadable(let damage) = found { throw Failure.badData("what hangs cannot be read: \(damage)") }
        return found.value?.pin
    }

    private func put(in folder: DataFolder, _ shelf: PinShelf) throws {
        guard let picture, let title, let until else {
            throw Failure.usage("a paper needs --picture, --title and --until")
        }
        guard let last = CivilDay(until) else { throw Failure.usage("--until must be a day such as 2026-12-05") }
        let bytes = Array(try read(picture, limit: DecodedImage.mostBytes))
        try folder.make()
        let trust = WallClock(folder: folder.path, logger: Kiosk.silentLogger).trust()
        do {
            try write(Answer(try shelf.put(bytes, title: title, until: last, at: Date(), trust)))
        } catch let refusal as LocalPinBoard.Refusal {
            throw Failure.badData(refusal.sentence)
        } catch let error as ImageError {
            throw Failure.badData("\(picture) cannot be shown: \(error)")
        }
    }
}

extension LocalPinBoard.Refusal {
    /// For whoever puts the paper up.
    fileprivate var sentence: String {
        switch self {
        case .occupied: "a paper hangs there already; take it off first with --remove"
        case .noTitle: "the title is empty"
        case .personalData(let found):
            "the title must not hang: " + found.map { $0.kind.rawValue }.joined(separator: ", ")
        case .endsBeforeToday: "that day is over"
        case .tooLong(let days): "a paper hangs for \(days) days at most"
        case .clockUnknown: "the clock is not right, so nobody would know when it ends; set the time first"
        }
    }
}
