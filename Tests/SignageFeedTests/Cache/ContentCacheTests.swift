import Foundation
import Testing

@testable import SignageFeed

@Suite struct ContentCacheTests {
    /// As wide as SHA-256 and good enough to tell test files apart.
    @Sendable private static func digest(_ bytes: [UInt8]) -> String {
        (0..<4).map { FNVHash([UInt8($0)] + bytes).description }.joined()
    }

    private let disk = PowerCutDisk()

    private func cache(quota: Int = 1_000) -> ContentCache {
        ContentCache(folder: "/c", quota: quota, fileLimit: 500, files: disk, digest: Self.digest)
    }

    private func file(_ number: UInt8, size: Int = 100) throws -> (hash: ContentHash, bytes: [UInt8]) {
        let bytes = [UInt8](repeating: number, count: size)
        return (try #require(ContentHash(Self.digest(bytes))), bytes)
    }

    @Test func `what was kept is there`() throws {
        let (hash, bytes) = try file(1)
        try cache().keep(bytes, as: hash, needed: [])
        #expect(try cache().bytes(of: hash) == bytes && cache().open() == [hash])
    }

    @Test func `other bytes than promised, too many, and none`() throws {
        let (hash, bytes) = try file(1)
        #expect(throws: ContentCache.Refusal.otherContent) { try cache().keep(bytes + [0], as: hash, needed: []) }
        let large = try file(2, size: 501)
        #expect(throws: ContentCache.Refusal.tooLarge(limit: 500)) {
            try cache().keep(large.bytes, as: large.hash, needed: [])
        }
        #expect(throws: ContentCache.Refusal.missing) { try cache().bytes(of: hash) }
    }

    @Test func `the longest unused goes first, what the playlist needs stays`() throws {
        let files = try (1...10).map { try file($0) }
        for file in files { try cache().keep(file.bytes, as: file.hash, needed: []) }
        for file in files.dropFirst(2) { _ = try cache().bytes(of: file.hash) }
        let new = try file(11, size: 300)
        let needed = Set(files.prefix(2).map(\.hash))
        try cache().keep(new.bytes, as: new.hash, needed: needed)
        let left = try cache().open()
        #expect(left == Set(files.map(\.hash)).subtracting(files[2...4].map(\.hash)).union([new.hash]))
    }

    @Test func `without room for what is needed nothing is thrown away`() throws {
        let files = try (1...10).map { try file($0) }
        let needed = Set(files.map(\.hash))
        for file in files { try cache().keep(file.bytes, as: file.hash, needed: needed) }
        let new = try file(11)
        #expect(throws: ContentCache.Refusal.noRoom(needed: 100)) {
            try cache().keep(new.bytes, as: new.hash, needed: needed.union([new.hash]))
        }
        #expect(try cache().open() == needed)
    }

    @Test func `a damaged file is set aside, and can be fetched again`() throws {
        let (hash, bytes) = try file(1)
        try cache().keep(bytes, as: hash, needed: [])
        disk.spoil("/c/files/\(hash)", at: 3)
        #expect(throws: ContentCache.Refusal.damaged) { try cache().bytes(of: hash) }
        #expect(throws: ContentCache.Refusal.missing) { try cache().bytes(of: hash) }
        #expect(disk.files.keys.contains("/c/broken/\(hash)"))
        try cache().keep(bytes, as: hash, needed: [])
        #expect(try cache().bytes(of: hash) == bytes)
    }

    @Test func `only the newest broken files are kept`() throws {
        for number in 1...12 {
            let (hash, bytes) = try file(UInt8(number))
            try cache(quota: 10_000).keep(bytes, as: hash, needed: [])
            disk.spoil("/c/files/\(hash)", at: 0)
            #expect(throws: ContentCache.Refusal.damaged) { try cache().bytes(of: hash) }
        }
        #expect(disk.files.keys.count { $0.hasPrefix("/c/broken/") } == 8)
    }

    @Test func `a power cut at any step loses nothing that is needed and leaves nothing half`() throws {
        for step in 0... {
            var isDone = false
            for survivors in 0...6 {
                let disk = PowerCutDisk()
                let cache = ContentCache(folder: "/c", quota: 300, files: disk, digest: Self.digest)
                let (old, idle, new) = (try file(1), try file(2), try file(3, size: 150))
                try cache.keep(old.bytes, as: old.hash, needed: [old.hash])
                try cache.keep(idle.bytes, as: idle.hash, needed: [old.hash])
                disk.fail(after: step)
                isDone = true
                do { try cache.keep(new.bytes, as: new.hash, needed: [old.hash]) } catch { isDone = false }
                disk.restart(survivors: survivors)
                let left = try cache.open()
                #expect(left.contains(old.hash) && (!isDone || left.contains(new.hash)))
                for hash in left { _ = try cache.bytes(of: hash) }
                #expect(!disk.files.keys.contains { $0.hasSuffix(".part") })
            }
            if isDone { return }
        }
    }
}
