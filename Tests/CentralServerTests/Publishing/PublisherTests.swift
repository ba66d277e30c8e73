import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import SignageFeed
import SyncWire
import Synchronization
import Testing

@testable import CentralServer

@Suite struct PublisherTests {
    /// Facts that a test sets.
    final class SetContent: WallContentSource {
        private let set = Mutex(WallContent())
        func set(_ content: WallContent) { set.withLock { $0 = content } }
        func content(for centre: Centre) async -> WallContent { set.withLock { $0 } }
    }

    private func wall(_ office: SyncOffice, centre: String = "pine") async throws -> WallSnapshot {
        let manifest = try await Downlink(store: office.store).manifest(for: centre)
        let file = try #require(manifest.files.first)
        let bytes = try #require(try await Downlink(store: office.store).blob(file.sha256))
        #expect(bytes.sha256Hex == file.sha256)
        #expect(bytes.count == file.size)
        let wall = try CanonicalJSON.decode(WallSnapshot.self, from: bytes)
        #expect(wall.version == manifest.version)
        return wall
    }

    private func notice(
        _ title: String, municipality: String = "east", from: TimeInterval? = nil, until: TimeInterval? = nil,
        withdrawn: Bool = false
    ) -> OfficeNotice {
        let morning = SyncOffice.morning
        return OfficeNotice(
            id: UUID().uuidString, municipalityId: municipality, title: title, text: "내용", fromWhom: "보건소",
            createdBy: "u", createdAt: morning, showFrom: from.map { morning + $0 },
            showUntil: until.map { morning + $0 },
            withdrawnAt: withdrawn ? morning : nil)
    }

    @Test func `only other content makes a new version, and versions rise`() async throws {
        let source = SetContent()
        let office = try await SyncOffice.make(source: source)
        try await office.office.publisher.publishAll()
        let first = try await wall(office)
        office.clock.advance(60)
        try await office.office.publisher.publishAll()
        #expect(try await wall(office) == first)
        let weather = Weather(hours: [.init(at: SyncOffice.morning, temperature: 3.5)], days: [])
        source.set(
            WallContent(weather: Fact(weather, issuedAt: SyncOffice.morning, fetchedAt: SyncOffice.morning), alerts: [])
        )
        try await office.office.publisher.publishAll()
        let second = try await wall(office)
        #expect(second.version > first.version)
        #expect(second.weather?.value == weather)
        #expect(first.alerts == nil)
        #expect(second.alerts == [])
        #expect(second.publishedAt == SyncOffice.morning + 60)
    }

    @Test func `a restart goes on where it was`() async throws {
        let store = try OfficeStore.inMemory()
        let office = try await SyncOffice.make(store: store)
        try await office.office.publisher.publishAll()
        let before = try await wall(office)
        let restarted = try await SyncOffice.make(store: store)
        restarted.clock.advance(-1000)
        try await restarted.office.publisher.publishAll()
        #expect(try await wall(restarted) == before)
        let news = notice("새 소식")
        try await store.write { db in try news.insert(db) }
        try await restarted.office.publisher.publishAll()
        #expect(try await wall(restarted).version > before.version)
    }

    @Test func `a notice is on the walls of its municipality in its time`() async throws {
        let office = try await SyncOffice.make()
        let notices = [
            notice("이제"), notice("나중", from: 3600), notice("지남", until: 0), notice("아직", from: 0, until: 60),
            notice("거둠", withdrawn: true), notice("남의 것", municipality: "west"),
        ]
        try await office.store.write { db in for notice in notices { try notice.insert(db) } }
        try await office.office.publisher.publishAll()
        #expect(Set(try await wall(office).notices.map(\.title)) == ["이제", "아직"])
        #expect(try await wall(office, centre: "reed").notices.map(\.title) == ["남의 것"])
        office.clock.advance(3600)
        try await office.office.publisher.publishAll()
        #expect(Set(try await wall(office).notices.map(\.title)) == ["이제", "나중"])
    }

    @Test func `the wall shows the day's classes of the weekly timetable`() async throws {
        let office = try await SyncOffice.make()
        try await office.store.write { db in
            try db.execute(sql: "INSERT INTO programme VALUES ('p', 'east', '은빛 체조')")
            for (id, weekday, start) in [("a", 6, 840), ("b", 6, 600), ("c", 7, 600)] {
                try TimetableEntry(
                    id: id, centreId: "pine", programmeId: "p", weekday: weekday, startMinute: start,
                    endMinute: start + 50, place: "큰방", instructor: nil, isRemote: id == "a"
                ).insert(db)
            }
        }
        try await office.office.publisher.publishAll()
        let saturday = try await wall(office).classes
        #expect(saturday.map(\.id) == ["b@2026-11-21", "a@2026-11-21"])
        #expect(saturday.map(\.isRemote) == [false, true])
        #expect(saturday.first?.startsAt == SyncOffice.morning)
        #expect(saturday.first?.programme == "은빛 체조")
        office.clock.advance(24 * 60 * 60)
        try await office.office.publisher.publishAll()
        #expect(try await wall(office).classes.map(\.id) == ["c@2026-11-22"])
        #expect(try await wall(office, centre: "oak").classes.isEmpty)
    }

    @Test func `a kiosk fetches its own centre's manifest and file`() async throws {
        let office = try await SyncOffice.make()
        let news = notice("문래 소식")
        try await office.store.write { db in try news.insert(db) }
        try await office.office.publisher.publishAll()
        let kiosk = try await office.kiosk()
        try await office.serve { client in
            let answer = try await kiosk.get(WirePath.manifest(kiosk.deviceID) + "?have=0", client)
            let manifest = try CanonicalJSON.decode(Manifest.self, from: answer.body)
            let file = try #require(manifest.files.first)
            #expect(file.name == "wall.json")
            let blob = try await kiosk.get(WirePath.blob(file.sha256), client)
            #expect(blob.body.sha256Hex == file.sha256)
            #expect(blob.headers[.cacheControl] == "public, max-age=31536000, immutable")
            let part = try await kiosk.get(WirePath.blob(file.sha256), client, range: "bytes=2-5")
            #expect(part.status == 206 && part.body == blob.body[2...5])
            #expect(part.headers[.contentRange] == "bytes 2-5/\(file.size)")
            let beyond = try await kiosk.get(WirePath.blob(file.sha256), client, range: "bytes=999999-999999")
            #expect(beyond.status == 416)
            for odd in ["bytes=5-2", "bytes=-5", "bytes=0-1,3-4", "lines=1-2", "bytes=0-99999999999"] {
                let whole = try await kiosk.get(WirePath.blob(file.sha256), client, range: odd)
                #expect(whole.status == 200 && whole.body == blob.body)
            }
            let wall = try CanonicalJSON.decode(WallSnapshot.self, from: blob.body)
            #expect(wall.notices.map(\.title) == ["문래 소식"])
        }
    }

    @Test func `files that are on no wall are forgotten after two days`() async throws {
        let office = try await SyncOffice.make()
        let first = notice("처음", until: 1)
        try await office.store.write { db in try first.insert(db) }
        try await office.office.publisher.publishAll()
        let old = try await Downlink(store: office.store).manifest(for: "pine").files[0].sha256
        let news = notice("새 소식")
        office.clock.advance(1)
        try await office.store.write { db in try news.insert(db) }
        try await office.office.publisher.publishAll()
        office.clock.advance(Publisher.keepsFiles - 1)
        try await office.office.publisher.publishAll()
        #expect(try await Downlink(store: office.store).blob(old) != nil)
        office.clock.advance(60)
        try await office.office.publisher.publishAll()
        #expect(try await Downlink(store: office.store).blob(old) == nil)
        #expect(try await wall(office).notices.map(\.title) == ["새 소식"])
        // The other municipality's wall has not changed since, and its file is there for ever.
        #expect(try await wall(office, centre: "reed").notices.isEmpty)
    }

    @Test func `before anything is published the manifest is empty`() async throws {
        let office = try await SyncOffice.make()
        #expect(try await Downlink(store: office.store).manifest(for: "pine") == Manifest(version: 0, files: []))
    }
}
