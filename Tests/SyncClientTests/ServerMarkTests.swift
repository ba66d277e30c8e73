import Foundation
import SyncWire
import Testing

@testable import SyncClient

@Suite struct ServerMarkTests {
    private func receipt(_ incarnation: String, _ contiguous: [String: Int64]) throws -> UploadReceipt {
        let batch = try #require(OutboxBatch([.init(eventID: UUID(), line: Data())]))
        return UploadReceipt(
            batch,
            UploadReply(
                echo: "", results: [], serverIncarnation: incarnation, contiguousStored: contiguous,
                replicatedThrough: [:], serverMilliseconds: 0))
    }

    @Test func `the first contact and a rising mark ask for nothing`() throws {
        var mark = ServerMark()
        #expect(mark.update(with: try receipt("a", ["e": 5]), epochs: ["e"]) == [:])
        #expect(mark.update(with: try receipt("a", ["e": 9]), epochs: ["e"]) == [:])
        #expect(mark == ServerMark(incarnation: "a", contiguous: ["e": 9]))
    }

    @Test func `a fall asks once for what lies behind it`() throws {
        var mark = ServerMark(incarnation: "a", contiguous: ["e": 9])
        #expect(mark.update(with: try receipt("a", ["e": 4]), epochs: ["e"]) == ["e": 4])
        #expect(mark.update(with: try receipt("a", ["e": 4]), epochs: ["e"]) == [:])
    }

    @Test func `a new incarnation asks for all epochs, a silent one from the beginning`() throws {
        var mark = ServerMark(incarnation: "a", contiguous: ["e": 9, "f": 3])
        #expect(mark.update(with: try receipt("b", ["e": 9]), epochs: ["e", "f"]) == ["e": 9, "f": 0])
    }

    @Test func `epochs that a receipt does not mention, or that are not ours, are left alone`() throws {
        var mark = ServerMark(incarnation: "a", contiguous: ["e": 9])
        #expect(mark.update(with: try receipt("a", ["x": 1]), epochs: ["e"]) == [:])
        #expect(mark.contiguous == ["e": 9])
    }

    @Test func `an event of which nothing credible is said is to be sent again`() throws {
        let items = (0..<3).map { _ in OutboxBatch.Item(eventID: UUID(), line: Data()) }
        let batch = try #require(OutboxBatch(items))
        let reply = UploadReply(
            echo: "",
            results: [
                ItemResult(line: 0, eventID: items[1].eventID, status: .stored),
                ItemResult(line: 1, eventID: nil, status: .quarantined, code: "bad_line"),
                ItemResult(line: 77, eventID: items[2].eventID, status: .stored),
            ], serverIncarnation: "a", contiguousStored: [:], replicatedThrough: [:], serverMilliseconds: 0)
        #expect(UploadReceipt(batch, reply).results.map(\.status) == [.retry, .quarantined, .retry])
    }
}
