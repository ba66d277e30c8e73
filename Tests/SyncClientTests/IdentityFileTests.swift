import Crypto
import Foundation
import Glibc
import Testing

@testable import SyncClient

@Suite struct IdentityFileTests {
    private let folder = NSTemporaryDirectory() + "identity-" + UUID().uuidString
    private let identity: DeviceIdentity

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        identity = DeviceIdentity(
            deviceID: UUID(), centreID: "centre-1", centreName: "햇살 경로당",
            office: try OfficeAddress("http://10.0.0.2:8080", allowingPlainHTTP: true),
            cardKey: SymmetricKey(size: .bits256), signingKey: Curve25519.Signing.PrivateKey(),
            serverKey: Curve25519.Signing.PrivateKey().publicKey)
    }

    @Test func `an identity comes back as it was saved, and only its owner may read it`() throws {
        let file = IdentityFile(path: folder + "/identity.json")
        #expect(try file.load() == nil)
        try file.save(identity)
        try file.save(identity)
        let loaded = try #require(try file.load())
        #expect(loaded.deviceID == identity.deviceID && loaded.centreName == identity.centreName)
        #expect(loaded.cardKey == identity.cardKey && loaded.office == identity.office)
        #expect(loaded.fingerprint == identity.fingerprint)
        #expect(loaded.officeFingerprint == identity.officeFingerprint)
        var facts = stat()
        #expect(stat(file.path, &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["identity.json"])
    }

    @Test func `a key that others may read is not used`() throws {
        let file = IdentityFile(path: folder + "/identity.json")
        try file.save(identity)
        chmod(file.path, 0o640)
        #expect(throws: IdentityError.openToOthers) { try file.load() }
    }

    @Test(arguments: ["", "{}", "[1]", #"{"version":2}"#])
    func `a file that is something else is malformed`(_ text: String) throws {
        let path = folder + "/identity.json"
        try DurableFile.write(Data(text.utf8), to: path, mode: 0o600)
        #expect(throws: IdentityError.malformed) { try IdentityFile(path: path).load() }
    }

    @Test func `a folder that is not there cannot be written to`() {
        #expect(throws: IdentityError.unwritable(FileTrouble("create", code: ENOENT))) {
            try IdentityFile(path: folder + "/nowhere/identity.json").save(identity)
        }
    }
}
