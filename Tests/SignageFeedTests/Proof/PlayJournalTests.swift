import Foundation
import Testing

@testable import SignageFeed

@Suite struct PlayJournalTests {
    private func record(_ number: Int) -> PlayRecord {
        PlayRecord(
            item: "item \(number)", zone: "main", start: FeedSamples.now + Double(number), seconds: 8,
            reasons: ["rotation"], pixels: 5, isClockTrusted: true, isContinued: false)
    }

    @Test func `what was kept is counted again after a restart`() throws {
        let disk = PowerCutDisk()
        let journal = PlayJournal(folder: "/p", files: disk)
        #expect(try journal.read() == .init(records: [], damaged: 0))
        try journal.add([])
        try journal.add([record(1), record(2)])
        try journal.add([record(3)])
        let reading = try PlayJournal(folder: "/p", files: disk).read()
        #expect(reading == .init(records: [record(1), record(2), record(3)], damaged: 0))
        var proof = ProofOfPlay(reading.records)
        #expect(proof.takeDays(before: FeedSamples.now + 86_400).count == 3)
    }

    @Test func `a power cut at any step costs at most what was being written`() throws {
        for step in 0..<12 {
            for survivors in 0...3 {
                let disk = PowerCutDisk()
                let journal = PlayJournal(folder: "/p", files: disk)
                try journal.add([record(1)])
                disk.fail(after: step)
                var kept = 1
                do {
                    for number in 2...4 {
                        try journal.add([record(number)])
                        kept = number
                    }
                } catch { #expect(error == .disk(.io(errno: 5))) }
                disk.restart(survivors: survivors)
                try journal.add([record(9)])
                let reading = try journal.read()
                #expect(reading.records.prefix(kept) == (1...kept).map(record)[...], "step \(step)")
                #expect(reading.records.last == record(9) && reading.damaged <= 1)
            }
        }
    }

    @Test func `a power cut while forgetting leaves all or the rest`() throws {
        for step in 0..<6 {
            for survivors in 0...3 {
                let disk = PowerCutDisk()
                let journal = PlayJournal(folder: "/p", files: disk)
                try journal.add((1...4).map(record))
                disk.fail(after: step)
                do { try journal.forget(before: FeedSamples.now + 3) } catch { #expect(error == .disk(.io(errno: 5))) }
                disk.restart(survivors: survivors)
                let left = try journal.read().records
                #expect(left == (1...4).map(record) || left == (3...4).map(record))
            }
        }
    }

    @Test func `damage costs its line alone`() throws {
        let disk = PowerCutDisk()
        let journal = PlayJournal(folder: "/p", files: disk)
        try journal.add((1...3).map(record))
        let length = try #require(disk.files["/p/plays.journal"]).count / 3
        disk.spoil("/p/plays.journal", at: length + 30)
        let reading = try journal.read()
        #expect(reading.records == [record(1), record(3)] && reading.damaged == 1)
    }

    @Test func `a line of another version is not ours`() throws {
        let disk = PowerCutDisk()
        let body = Array("{}".utf8)
        try disk.write(Array((FNVHash(body).description + " ").utf8) + body, to: "/p/plays.journal")
        #expect(try PlayJournal(folder: "/p", files: disk).read() == .init(records: [], damaged: 1))
    }

    @Test func `it does not grow beyond its limit`() throws {
        let journal = PlayJournal(folder: "/p", limit: 400, files: PowerCutDisk())
        try journal.add([record(1)])
        #expect(throws: DurableWriteError.self) { try journal.add([record(2), record(3)]) }
        #expect(try journal.read().records == [record(1)])
    }
}
