import Foundation
import Testing

@testable import SignageFeed

@Suite final class DiskFilesTests {
    private let folder: String
    private let disk = DiskFiles()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        #expect(try DiskFiles().list(folder).isEmpty)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
    }

    @Test func `bytes are written, added to, moved, listed and removed`() throws {
        let (a, b) = (folder + "/a", folder + "/b")
        try disk.write([1, 2], to: a)
        try disk.append([3], to: a)
        try disk.append([9], to: b)
        #expect(try disk.read(a, limit: 3) == [1, 2, 3])
        try disk.move(b, to: folder + "/c")
        try disk.settle(folder)
        // A file system's clock ticks every few milliseconds; within one tick nothing is older.
        Thread.sleep(forTimeInterval: 0.03)
        try disk.touch(a)
        #expect(try disk.list(folder) == [FileEntry(name: "c", size: 1), FileEntry(name: "a", size: 3)])
        try disk.write([], to: a)
        #expect(try disk.read(a, limit: 0) == [])
        try disk.remove(a)
        #expect(try disk.list(folder).map(\.name) == ["c"])
    }

    @Test func `a large file is read in pieces`() throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
        try disk.write(bytes, to: folder + "/a")
        #expect(try disk.read(folder + "/a", limit: 200_000) == bytes)
        #expect(throws: FileFault.tooLarge(limit: 199_999)) { try disk.read(folder + "/a", limit: 199_999) }
    }

    @Test func `what is not there says so`() {
        let nowhere = folder + "/no/where"
        #expect(throws: FileFault.missing) { try disk.read(nowhere, limit: 1) }
        #expect(throws: FileFault.missing) { try disk.write([1], to: nowhere) }
        #expect(throws: FileFault.missing) { try disk.append([1], to: nowhere) }
        #expect(throws: FileFault.missing) { try disk.move(nowhere, to: folder + "/x") }
        #expect(throws: FileFault.missing) { try disk.remove(nowhere) }
        #expect(throws: FileFault.missing) { try disk.touch(nowhere) }
        #expect(throws: FileFault.missing) { try disk.settle(nowhere) }
        #expect(throws: FileFault.missing) { try disk.list(nowhere) }
        #expect(throws: FileFault.io(errno: EISDIR)) { try disk.read(folder, limit: 1) }
    }
}
