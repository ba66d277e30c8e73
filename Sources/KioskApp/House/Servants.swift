import Foundation
import KioskSDL
import KioskScreens
import KioskStore
import Logging
import SignageFeed

/// What follows the wall from behind: the proof of what was shown, the bell and the voice, moving pictures. All begin after
/// the first picture.
@MainActor
struct Servants {
    let proof: ProofKeeper
    let herald: Herald
    let cueBell: CueBell

    init(_ stage: Stage, _ house: House, _ settings: Settings, logger: Logger) throws {
        let folder = DataFolder(settings).proof
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        proof = ProofKeeper(journal: PlayJournal(folder: folder), logger: logger) { [store = house.store] days in
            try await store.keepPlays(days)
        }
        let speaker = Loudspeaker()
        herald = Self.herald(settings, speaker, logger)
        cueBell = CueBell(loudness: settings.cueLoudness, logger: logger) { try speaker.play($0) }
        stage.onSighting = { [proof] in proof.take($0) }
        stage.onAnnouncement = { [herald] in herald.announce($0) }
        stage.onCue = { [cueBell] in cueBell.sound($0) }
        let frames = FrameDesk(["lattice": LatticeFrames()]) { [mailbox = stage.mailbox] in mailbox.post(.frame) }
        frames.onTrouble = { name, trouble in
            logger.warning("Moving pictures were given up", metadata: ["source": "\(name)", "why": "\(trouble)"])
        }
        stage.frames = frames
    }

    private static func herald(_ settings: Settings, _ speaker: Loudspeaker, _ logger: Logger) -> Herald {
        let path = ProcessInfo.processInfo.environment["PATH"]
        let voice = settings.voice.flatMap { Voice.installed($0, path: path) }
        if settings.voice != nil, voice == nil {
            logger.notice("No voice is installed; alerts are shown and rung only")
        }
        let hasBell = settings.hasBell
        return Herald(voice: voice, logger: logger) { bells in
            if hasBell { try speaker.play(Tone.bell(strokes: bells)) }
        }
    }

    /// Works until cancelled.
    nonisolated func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await proof.run() }
            group.addTask { await herald.run() }
            group.addTask { await cueBell.run() }
        }
    }
}
