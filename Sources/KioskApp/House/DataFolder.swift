import Crypto
import Foundation
import SeniorCard
import SyncClient

/// Where this kiosk keeps its own: `store/`, `content/`, `feeds/`, `print/`, and the key with which it was enrolled.
struct DataFolder: Sendable {
    let path: String

    init(_ settings: Settings) { path = settings.dataFolder }

    init(path: String) { self.path = path }

    /// Makes the folder, readable by its owner only.
    func make() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    var store: String { path + "/store" }
    var content: String { path + "/content" }
    /// What a kiosk without an office fetched itself.
    var feeds: String { path + "/feeds" }
    /// The paper that a supporter put up, with its photograph.
    var pins: String { path + "/pins" }
    /// What was visible on the wall, until the office knows it.
    var proof: String { path + "/proof" }
    var print: String { path + "/print" }
    var deviceClocks: String { path + "/device-clocks.json" }
    var identity: String { path + "/identity.json" }
    private var ownKey: String { path + "/card.key" }

    /// The key under which cards were issued before the kiosk was enrolled; nil if it never made one.
    func ownCardKey() throws -> MunicipalityKey? {
        guard let kept = FileManager.default.contents(atPath: ownKey) else { return nil }
        return try MunicipalityKey(bytes: Array(kept))
    }

    /// The municipality's key; before enrolment one that is made here and kept.
    func cardKey(_ identity: DeviceIdentity?) throws -> MunicipalityKey {
        if let identity { return try MunicipalityKey(bytes: identity.cardKey.withUnsafeBytes { Array($0) }) }
        if let kept = try ownCardKey() { return kept }
        let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        try make()
        try DurableFile.write(fresh, to: ownKey, mode: 0o600)
        return try MunicipalityKey(bytes: Array(fresh))
    }
}
