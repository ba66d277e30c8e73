import Foundation
import KioskSDL
import Logging
import SignageFeed
import SyncClient

/// The paper that a supporter put up, on the disk: `pin.state` and the photograph under its SHA-256. One process writes it
/// (`kiosk pin`), another reads it (`kiosk run`); each write is whole or not there.
struct PinShelf: Sendable {
    private let folder: String
    private let board: DurableValue<LocalPinBoard>

    init(_ data: DataFolder) {
        folder = data.pins
        board = DurableValue<LocalPinBoard>("pin", in: data.pins)
    }

    /// What was found, damage included.
    func read() -> DurableValue<LocalPinBoard>.Found { board.read() }

    /// The paper; damage is logged and leaves none.
    func pin(_ logger: Logger) -> LocalPin? {
        let found = read()
        if case .unreadable(let damage) = found {
            logger.warning("The pinned paper cannot be read", metadata: ["damage": "\(damage)"])
        }
        return found.value?.pin
    }

    /// Puts up a photograph that the wall can show.
    /// - Throws: `ImageError` for a file that is no picture or too large, `LocalPinBoard.Refusal`, or the disk's fault.
    func put(
        _ photograph: [UInt8], title: String, until last: CivilDay, at now: Date, _ trust: SignageFeed.ClockTrust
    ) throws -> LocalPin? {
        // Decoded as the wall will do it: what opens here opens there.
        _ = try DecodedImage(bytes: photograph, fitting: 64, 64)
        guard let picture = ContentHash(HexDigest.sha256(photograph)) else { return nil }
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var value = read().value ?? LocalPinBoard()
        try value.put(picture, title: title, until: last, at: now, trust)
        try DurableFile.write(Data(photograph), to: "\(folder)/\(picture)", mode: 0o600)
        try board.write(value)
        try removePhotographs(but: picture)
        return value.pin
    }

    /// Takes the paper off, and its photograph from the disk. Answers what hung there.
    func takeOff() throws -> LocalPin? {
        guard var value = read().value, let pin = value.pin else { return nil }
        value.takeOff()
        try board.write(value)
        try removePhotographs(but: nil)
        return pin
    }

    private func removePhotographs(but kept: ContentHash?) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            guard let photograph = ContentHash(name), photograph != kept else { continue }
            try DiskFiles().remove("\(folder)/\(photograph)")
        }
    }
}
