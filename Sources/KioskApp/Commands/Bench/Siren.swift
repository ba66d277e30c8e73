import Foundation
import KioskScreens
import SignageFeed
import SyncClient
import SyncWire

/// Publishes alerts and their ends, and waits for the panel after each.
final class Siren: Sendable {
    let mailbox: Mailbox<StageEvent>
    private let alerted = Onlooker()
    private let calm = Onlooker()
    private static let patience = 5.0

    init(mailbox: Mailbox<StageEvent>) { self.mailbox = mailbox }

    /// Called by the stage after each picture.
    func saw(isAlert: Bool) { (isAlert ? alerted : calm).sawPicture() }

    /// Nanoseconds from file to picture, of those that came.
    @concurrent func sound(_ count: Int, through content: WallContent) async throws -> [Int64] {
        var times: [Int64] = []
        for number in 0..<count {
            let bulletin = Bulletin(number: number, at: Date())
            alerted.forget()
            let start = MonotonicTime.nanoseconds
            try await publish(bulletin.alert, version: 2 * number + 1, through: content)
            if let seen = alerted.waitForPicture(seconds: Self.patience) { times.append(seen - start) }
            calm.forget()
            try await publish(bulletin.cancel, version: 2 * number + 2, through: content)
            _ = calm.waitForPicture(seconds: Self.patience)
        }
        return times
    }

    private func publish(_ file: String, version: Int, through content: WallContent) async throws {
        let now = Date()
        let outcome = FeedFormat.cap.parse(Array(file.utf8), context: FeedContext(receivedAt: now))
        guard case .alerts(let fact)? = outcome.value else { throw Failure.badData("the bench's alert cannot be read") }
        let snapshot = WallSnapshot(version: version, publishedAt: now, alerts: fact.value)
        let bytes = try CanonicalJSON.encode(snapshot)
        let entry = Manifest.File(
            name: InstalledWall.snapshotName, sha256: HexDigest.sha256(bytes), size: bytes.count)
        try await content.keep(bytes, as: entry)
        try await content.install(Manifest(version: version, files: [entry]))
    }
}

/// An invented landslide as the common alerting protocol tells it, and its end.
private struct Bulletin {
    let number: Int
    let at: Date

    var alert: String { message(id: "bench-\(number)", kind: "Alert", references: "") }
    var cancel: String {
        message(
            id: "bench-\(number)-end", kind: "Cancel",
            references: "<references>bench@example.kr,bench-\(number),\(time)</references>")
    }

    private var time: String { KoreanTime.rfc3339(at) ?? "" }

    private func message(id: String, kind: String, references: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>\(id)</identifier><sender>bench@example.kr</sender><sent>\(time)</sent><status>Actual</status>
        <msgType>\(kind)</msgType><scope>Public</scope>\(references)<info><language>ko-KR</language>
        <category>Geo</category><event>산사태 경보</event><urgency>Immediate</urgency><severity>Severe</severity>
        <certainty>Observed</certainty><headline>산사태 경보 \(number)호</headline>
        <description>[가상군] 많은 비로 산사태 위험이 있습니다. 가상면 주민은 가까운 대피소로 이동하십시오.</description>
        <area><areaDesc>가상군 가상면</areaDesc></area></info></alert>
        """
    }
}
