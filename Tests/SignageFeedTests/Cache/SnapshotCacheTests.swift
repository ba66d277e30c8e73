import Foundation
import Testing

@testable import SignageFeed

@Suite final class SnapshotCacheTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) }
    }

    private func snapshot(_ version: Int) -> WallSnapshot {
        WallSnapshot(
            version: version, publishedAt: FeedSamples.now,
            buses: Fact(
                BusBoard(stop: "문래초등학교 앞", arrivals: [.init(route: "605", seconds: 90)]), issuedAt: FeedSamples.now,
                fetchedAt: FeedSamples.now),
            notices: [Notice(id: "1", title: "안내", text: "본문", from: "보건소", publishedAt: nil)])
    }

    private var current: URL { folder.appendingPathComponent("wall.snapshot") }
    private var previous: URL { folder.appendingPathComponent("wall.previous") }

    @Test func `nothing was ever kept`() { #expect(SnapshotCache(directory: folder).read() == .none) }

    @Test func `what was written is read again`() throws {
        let cache = SnapshotCache(directory: folder)
        try cache.write(snapshot(1))
        #expect(cache.read() == .current(snapshot(1)))
        try cache.write(snapshot(2))
        #expect(cache.read() == .current(snapshot(2)))
    }

    @Test func `any flipped byte and any cut falls back to the one before`() throws {
        let cache = SnapshotCache(directory: folder)
        try cache.write(snapshot(1))
        try cache.write(snapshot(2))
        let whole = try Data(contentsOf: current)
        for index in whole.indices {
            var damaged = whole
            damaged[index] ^= 0x04
            try damaged.write(to: current)
            guard case .previous(snapshot(1), _) = cache.read() else { Issue.record("flip at \(index)"); return }
            try whole.prefix(index).write(to: current)
            guard case .previous(snapshot(1), _) = cache.read() else { Issue.record("cut at \(index)"); return }
        }
    }

    @Test func `a power cut between the two renames loses nothing`() throws {
        let cache = SnapshotCache(directory: folder)
        try cache.write(snapshot(1))
        try FileManager.default.moveItem(at: current, to: previous)
        #expect(cache.read() == .previous(snapshot(1), because: .missing))
        try cache.write(snapshot(2))
        #expect(cache.read() == .current(snapshot(2)))
    }

    @Test func `a damaged file does not push out a whole one`() throws {
        let cache = SnapshotCache(directory: folder)
        try cache.write(snapshot(1))
        try cache.write(snapshot(2))
        try Data("rubbish".utf8).write(to: current)
        try cache.write(snapshot(3))
        try Data("rubbish".utf8).write(to: current)
        #expect(cache.read() == .previous(snapshot(1), because: .notOurs))
    }

    @Test func `two damaged files are said to be damaged`() throws {
        let cache = SnapshotCache(directory: folder)
        try Data("rubbish".utf8).write(to: current)
        #expect(cache.read() == .unreadable(.notOurs))
    }

    @Test func `a snapshot beyond the limit is refused, and the old one stays`() throws {
        try SnapshotCache(directory: folder).write(snapshot(1))
        let small = SnapshotCache(directory: folder, limit: 500)
        var large = snapshot(2)
        large.notices = (0..<100).map { Notice(id: "\($0)", title: "글", text: "", from: "", publishedAt: nil) }
        #expect(throws: DurableWriteError.self) { try small.write(large) }
        #expect(SnapshotCache(directory: folder).read() == .current(snapshot(1)))
    }

    @Test func `a file beyond the limit is not read`() throws {
        try Data(count: 5_000).write(to: current)
        #expect(SnapshotCache(directory: folder, limit: 4_000).read() == .unreadable(.tooLarge))
    }

    @Test func `a directory that is gone is an error`() {
        let cache = SnapshotCache(directory: folder.appendingPathComponent("gone"))
        #expect(throws: DurableWriteError.disk(.missing)) { try cache.write(snapshot(1)) }
    }

    @Test func `a snapshot of an older office is still read`() throws {
        let old = #"{"version":3,"publishedAt":0,"notices":[],"classes":[]}"#
        let read = try JSONDecoder().decode(WallSnapshot.self, from: Data(old.utf8))
        #expect(read == WallSnapshot(version: 3, publishedAt: Date(timeIntervalSinceReferenceDate: 0)))
    }
}
