import Foundation
import GRDB
import Logging
import SignageFeed
import SyncWire

@testable import CentralServer

/// What the tests of content share.
enum ContentExample {
    static let id = "AAAAAAAA-0000-4000-8000-00000000000A"

    static func form(_ kind: String, _ more: [String: String] = [:]) -> [String: String] {
        ["id": id, "kind": kind, "municipality": "wonju", "priority": "0"].merging(more) { $1 }
    }

    static let notice = form("notice", ["title": "김장 나눔", "text": "마당에서 나눠 드려요."])

    static func items(_ office: DashboardOffice) async throws -> [ContentItem] {
        try await office.store.read { try ContentItem.order(Column("position")).fetchAll($0) }
    }
}

extension DashboardOffice {
    /// Publishes, and gives a centre's manifest with the bytes behind each name.
    func published(to centre: String, _ content: WallContent = WallContent()) async throws -> [String: Data] {
        let clock = clock
        let publisher = Publisher(
            store: store, source: FixedContent(content: content), calendar: KoreanTime.calendar,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }), now: { clock.now })
        try await publisher.publishAll()
        let downlink = Downlink(store: store)
        var files: [String: Data] = [:]
        for file in try await downlink.manifest(for: centre).files {
            files[file.name] = try await downlink.blob(file.sha256)
        }
        return files
    }

    private struct FixedContent: WallContentSource {
        let content: WallContent
        func content(for centre: Centre) async -> WallContent { content }
    }
}

extension [String: Data] {
    /// The playlist as a kiosk reads it.
    var playlist: Playlist? {
        get throws { try self["playlist.json"].map { try Playlist.read([UInt8]($0)).playlist } }
    }

    var wall: WallSnapshot? {
        get throws { try self["wall.json"].map { try CanonicalJSON.decode(WallSnapshot.self, from: $0) } }
    }
}
