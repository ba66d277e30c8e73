import Foundation
import KioskStore
import SyncWire
import Testing

@testable import SyncClient

@Suite(.timeLimit(.minutes(1))) struct DownlinkTests {
    private static func publish(_ office: FakeOffice, version: Int, _ files: [String: Data]) {
        office.edit { state in
            state.manifest = Manifest(
                version: version,
                files: files.sorted { $0.key < $1.key }.map {
                    Manifest.File(name: $0.key, sha256: HexDigest.sha256($0.value), size: $0.value.count)
                })
            for bytes in files.values { state.blobs[HexDigest.sha256(bytes)] = bytes }
        }
    }

    /// A box with a folder for content.
    private func withContent(_ test: @Sendable (Box, ContentFolder, Downlink) async throws -> Void) async throws {
        try await Box.run { (box: Box) async throws in
            let content = try ContentFolder(box.folder + "/content")
            try await test(box, content, Downlink(office: box.client, content: content))
        }
    }

    @Test func `content comes whole, once, and stays readable`() async throws {
        try await withContent { (box: Box, content: ContentFolder, downlink: Downlink) async throws in
            let (wall, picture) = (Data("{}".utf8), Data(repeating: 7, count: 300_000))
            Self.publish(box.office, version: 1, ["wall.json": wall, "a.png": picture])
            #expect(try await downlink.refresh()?.version == 1)
            #expect(try await content.bytes(named: "wall.json") == wall)
            #expect(try await content.bytes(named: "a.png") == picture)
            #expect(try await content.bytes(named: "b.png") == nil)
            #expect(try await downlink.refresh() == nil)
            Self.publish(box.office, version: 2, ["wall.json": Data("{ }".utf8), "a.png": picture])
            #expect(try await downlink.refresh()?.version == 2)
            #expect(box.office.edit { $0.blobRequests.count } == 3)
            Self.publish(box.office, version: 3, ["wall.json": wall])
            _ = try await downlink.refresh()
            Self.publish(box.office, version: 4, ["wall.json": wall])
            _ = try await downlink.refresh()
            let blobs = try FileManager.default.contentsOfDirectory(atPath: box.folder + "/content/blobs")
            #expect(blobs == [HexDigest.sha256(wall)])
        }
    }

    @Test func `an older manifest is never taken, though the office signed it`() async throws {
        try await withContent { (box: Box, content: ContentFolder, downlink: Downlink) async throws in
            Self.publish(box.office, version: 5, [:])
            _ = try await downlink.refresh()
            Self.publish(box.office, version: 4, ["wall.json": Data("old".utf8)])
            await #expect(throws: DownlinkError.olderManifest(have: 5, offered: 4)) { try await downlink.refresh() }
            #expect(try await content.installedVersion() == 5)
        }
    }

    @Test func `bytes that are not what was promised are not shown`() async throws {
        try await withContent { (box: Box, content: ContentFolder, downlink: Downlink) async throws in
            Self.publish(box.office, version: 1, ["wall.json": Data("good".utf8)])
            box.office.edit { $0.blobs[HexDigest.sha256(Data("good".utf8))] = Data("evil".utf8) }
            await #expect(throws: DownlinkError.network(.untrusted(status: 200))) { try await downlink.refresh() }
            box.office.edit { $0.blobs[HexDigest.sha256(Data("good".utf8))] = Data(repeating: 1, count: 1_000_000) }
            await #expect(throws: DownlinkError.network(.tooLong)) { try await downlink.refresh() }
            #expect(try await content.installedVersion() == 0)
            #expect(try await content.bytes(named: "wall.json") == nil)
        }
    }

    @Test(arguments: ["../wall.json", "a/b", "", ".hidden", "a\nb", String(repeating: "x", count: 201)])
    func `a file name is a name and no path`(_ name: String) async throws {
        try await withContent { (box: Box, content: ContentFolder, downlink: Downlink) async throws in
            Self.publish(box.office, version: 1, [name: Data("x".utf8)])
            await #expect(throws: DownlinkError.badFile(name: String(name.prefix(100)))) {
                try await downlink.refresh()
            }
        }
    }

    @Test func `a manifest cannot fill the disk`() async throws {
        try await withContent { (box: Box, content: ContentFolder, _: Downlink) async throws in
            var limits = Downlink.Limits()
            (limits.bytesInAll, limits.bytesPerFile, limits.files) = (10, 8, 3)
            let downlink = Downlink(office: box.client, content: content, limits: limits)
            let six = Data("123456".utf8)
            Self.publish(box.office, version: 1, ["a": six, "b": Data("abcdef".utf8)])
            await #expect(throws: DownlinkError.tooMuch) { try await downlink.refresh() }
            Self.publish(box.office, version: 1, ["a": Data("123456789".utf8)])
            await #expect(throws: DownlinkError.badFile(name: "a")) { try await downlink.refresh() }
            Self.publish(box.office, version: 1, ["a": Data(), "b": Data(), "c": Data(), "d": Data()])
            await #expect(throws: DownlinkError.tooMuch) { try await downlink.refresh() }
            Self.publish(box.office, version: 1, ["a": six])
            #expect(try await downlink.refresh()?.version == 1)
        }
    }

    private static let pieces: Downlink.Limits = {
        var limits = Downlink.Limits()
        limits.bytesPerPiece = 100_000
        return limits
    }()

    @Test func `a large file goes on where the line was cut`() async throws {
        try await withContent { (box: Box, content: ContentFolder, _: Downlink) async throws in
            let downlink = Downlink(office: box.client, content: content, limits: Self.pieces)
            let picture = Data((0..<350_000).map { UInt8(truncatingIfNeeded: $0 / 7) })
            Self.publish(box.office, version: 1, ["a.png": picture])
            box.office.edit { $0.cutsBlobsAt = 200_000 }
            await #expect(throws: DownlinkError.self) { try await downlink.refresh() }
            let part = try #require(
                try FileManager.default.contentsOfDirectory(atPath: box.folder + "/content/parts").first)
            #expect(
                FileManager.default.contents(atPath: box.folder + "/content/parts/" + part) == picture.prefix(200_000))
            box.office.edit { ($0.cutsBlobsAt, $0.blobRequests) = (.max, []) }
            #expect(try await downlink.refresh()?.version == 1)
            #expect(box.office.edit { $0.blobRequests.count } == 2)
            #expect(try await content.bytes(named: "a.png") == picture)
            #expect(try FileManager.default.contentsOfDirectory(atPath: box.folder + "/content/parts").isEmpty)
        }
    }

    @Test(arguments: [true, false])
    func `a part that was spoiled is fetched anew, and a cache that knows no pieces gives the whole`(
        knowsPieces: Bool
    ) async throws {
        try await withContent { (box: Box, content: ContentFolder, _: Downlink) async throws in
            let downlink = Downlink(office: box.client, content: content, limits: Self.pieces)
            let picture = Data(repeating: 9, count: 250_000)
            Self.publish(box.office, version: 1, ["a.png": picture])
            let file = Manifest.File(name: "a.png", sha256: HexDigest.sha256(picture), size: picture.count)
            try await content.keepPart(Data(repeating: 1, count: 100_000), of: file, from: 0)
            box.office.edit { $0.knowsPieces = knowsPieces }
            if knowsPieces {
                await #expect(throws: DownlinkError.network(.untrusted(status: 206))) { try await downlink.refresh() }
            }
            #expect(try await downlink.refresh()?.version == 1)
            #expect(try await content.bytes(named: "a.png") == picture)
        }
    }

    @Test func `what does not fit is not begun`() async throws {
        try await withContent { (box: Box, content: ContentFolder, _: Downlink) async throws in
            let sink = SmallDisk(folder: content)
            let downlink = Downlink(office: box.client, content: sink)
            Self.publish(box.office, version: 1, ["a.png": Data(repeating: 1, count: 11)])
            await #expect(throws: DownlinkError.noRoom(needed: 11, room: 10)) { try await downlink.refresh() }
            #expect(box.office.edit { $0.blobRequests.isEmpty })
            Self.publish(box.office, version: 2, ["a.png": Data(repeating: 1, count: 10)])
            #expect(try await downlink.refresh()?.version == 2)
        }
    }

    /// With room for ten bytes.
    private struct SmallDisk: ContentSink {
        let folder: ContentFolder
        func installedVersion() async throws -> Int { try await folder.installedVersion() }
        func holds(_ file: Manifest.File) async throws -> Bool { await folder.holds(file) }
        func keep(_ bytes: Data, as file: Manifest.File) async throws { try await folder.keep(bytes, as: file) }
        func part(of file: Manifest.File) async throws -> Data { await folder.part(of: file) }
        func keepPart(_ piece: Data, of file: Manifest.File, from offset: Int) async throws {
            try await folder.keepPart(piece, of: file, from: offset)
        }
        func room() async throws -> Int { 10 }
        func install(_ manifest: Manifest) async throws { try await folder.install(manifest) }
    }

    @Test func `a blob that the disk spoiled is fetched again`() async throws {
        try await withContent { (box: Box, content: ContentFolder, downlink: Downlink) async throws in
            let bytes = Data("good".utf8)
            Self.publish(box.office, version: 1, ["wall.json": bytes])
            _ = try await downlink.refresh()
            let path = box.folder + "/content/blobs/" + HexDigest.sha256(bytes)
            try Data("gone".utf8).write(to: URL(fileURLWithPath: path))
            #expect(try await content.bytes(named: "wall.json") == nil)
            Self.publish(box.office, version: 2, ["wall.json": bytes])
            _ = try await downlink.refresh()
            #expect(try await content.bytes(named: "wall.json") == bytes)
        }
    }

    @Test func `a check-in tells how the kiosk is`() async throws {
        try await withContent { (box: Box, _: ContentFolder, downlink: Downlink) async throws in
            let status = DeviceStatus(
                appVersion: "1.0", stored: 3, unsent: 2, quarantined: 1, oldestUnsentMilliseconds: 5,
                freeDiskBytes: 6, clockState: .unconfirmed, wallMilliseconds: 7, contentVersion: 8)
            #expect(try await downlink.checkIn(status).serverMilliseconds == 7)
            #expect(box.office.edit { $0.statuses } == [status])
            box.office.edit { $0.next = [.signed(403, "revoked"), .portal] }
            await #expect(throws: DownlinkError.refused(status: 403, code: "revoked")) {
                try await downlink.checkIn(status)
            }
            await #expect(throws: DownlinkError.network(.untrusted(status: 200))) {
                try await downlink.checkIn(status)
            }
        }
    }
}
