import Foundation
import SyncWire

/// Check-ins and content, office to kiosk.
public struct Downlink: Sendable {
    /// What one manifest may ask a kiosk to keep.
    public struct Limits: Equatable, Sendable {
        public var files = 2000
        public var bytesPerFile = 64 * 1024 * 1024
        public var bytesInAll = 4 * 1024 * 1024 * 1024
        public init() {}
    }

    private let office: OfficeClient
    private let content: any ContentSink
    private let limits: Limits

    public init(office: OfficeClient, content: any ContentSink, limits: Limits = Limits()) {
        (self.office, self.content, self.limits) = (office, content, limits)
    }

    /// Tells the office how the kiosk is, and hears what is new.
    public func checkIn(_ status: DeviceStatus) async throws(DownlinkError) -> StatusReply {
        let body: Data
        do { body = try CanonicalJSON.encode(status) } catch { throw .unreadable }
        return try await ask("POST", WirePath.status(office.identity.deviceID), body, StatusReply.self)
    }

    /// Fetches what the newest manifest names and is not here yet, then installs it. Returns what was installed, nil
    /// when there was nothing newer.
    public func refresh() async throws(DownlinkError) -> Manifest? {
        let have = try await sink { try await content.installedVersion() }
        let manifest = try await ask("GET", WirePath.manifest(office.identity.deviceID), Data(), Manifest.self)
        guard manifest.version != have else { return nil }
        guard manifest.version > have else { throw .olderManifest(have: have, offered: manifest.version) }
        try check(manifest)
        for file in manifest.files where try await !sink({ try await content.holds(file) }) {
            let bytes: Data
            do { bytes = try await office.fetch(sha256: file.sha256, size: file.size) } catch { throw .network(error) }
            try await sink { try await content.keep(bytes, as: file) }
        }
        try await sink { try await content.install(manifest) }
        return manifest
    }

    private func check(_ manifest: Manifest) throws(DownlinkError) {
        guard manifest.files.count <= limits.files else { throw .tooMuch }
        var rest = limits.bytesInAll
        for file in manifest.files {
            guard HexDigest.isDigest(file.sha256), (0...limits.bytesPerFile).contains(file.size),
                Self.isPlainName(file.name)
            else { throw .badFile(name: String(file.name.prefix(100))) }
            rest -= file.size
        }
        guard rest >= 0, Set(manifest.files.map(\.name)).count == manifest.files.count else { throw .tooMuch }
    }

    private static func isPlainName(_ name: String) -> Bool {
        (1...200).contains(name.utf8.count) && !name.hasPrefix(".") && !name.contains("/")
            && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    private func ask<Reply: Decodable>(
        _ method: String, _ path: String, _ body: Data, _ type: Reply.Type
    ) async throws(DownlinkError) -> Reply {
        let reply: SignedReply
        do {
            reply = try await office.ask(
                method, path, body: body, contentType: body.isEmpty ? nil : "application/json")
        } catch { throw .network(error) }
        guard reply.status == 200 else { throw .refused(status: reply.status, code: reply.refusal) }
        do { return try CanonicalJSON.decode(type, from: reply.body) } catch { throw .unreadable }
    }

    private func sink<Value>(_ work: () async throws -> Value) async throws(DownlinkError) -> Value {
        do { return try await work() } catch { throw .storage(String(describing: error)) }
    }
}

/// Why a check-in or a refresh came to nothing. What was installed stays.
public enum DownlinkError: Error, Equatable, Sendable {
    case network(NetworkFailure)
    /// Signed by the office.
    case refused(status: Int, code: String)
    /// Signed by the office, and not in a shape that this version knows.
    case unreadable
    /// A lower version than the installed one is never taken.
    case olderManifest(have: Int, offered: Int)
    case badFile(name: String)
    case tooMuch
    case storage(String)

    /// True if the office was not reached at all: no connection, or a portal of the network in between. A gateway's 5xx
    /// is the office's trouble, not the line's.
    var isLineDown: Bool {
        switch self {
        case .network(.unreachable): true
        case .network(.untrusted(let status)): status < 500
        default: false
        }
    }
}
