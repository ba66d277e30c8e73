import Foundation
import SyncWire

/// Check-ins and content, office to kiosk.
public struct Downlink: Sendable {
    /// What one manifest may ask a kiosk to keep.
    public struct Limits: Equatable, Sendable {
        public var files = 2000
        public var bytesPerFile = 64 * 1024 * 1024
        public var bytesInAll = 4 * 1024 * 1024 * 1024
        /// A larger file comes in pieces of this size, each within the transport's time.
        public var bytesPerPiece = 1024 * 1024
        public init() {}
    }

    let office: OfficeClient
    private let content: any ContentSink
    /// Nil for a kiosk that keeps no plans.
    let plans: (any PlanShelf)?
    private let limits: Limits

    public init(
        office: OfficeClient, content: any ContentSink, plans: (any PlanShelf)? = nil, limits: Limits = Limits()
    ) {
        (self.office, self.content, self.plans, self.limits) = (office, content, plans, limits)
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
        let missing = try await missing(of: manifest)
        for file in missing {
            let bytes = try await fetch(file)
            try await sink { try await content.keep(bytes, as: file) }
        }
        try await sink { try await content.install(manifest) }
        return manifest
    }

    /// What is not here yet, if there is room for it.
    private func missing(of manifest: Manifest) async throws(DownlinkError) -> [Manifest.File] {
        var missing: [Manifest.File] = []
        for file in manifest.files where try await !sink({ try await content.holds(file) }) { missing.append(file) }
        let (needed, room) = (missing.reduce(0) { $0 + $1.size }, try await sink { try await content.room() })
        guard missing.isEmpty || needed <= room else { throw .noRoom(needed: needed, room: max(0, room)) }
        return missing
    }

    /// A large file piece by piece, from where it was cut last time.
    private func fetch(_ file: Manifest.File) async throws(DownlinkError) -> Data {
        do throws(NetworkFailure) {
            guard file.size > limits.bytesPerPiece else {
                return try await office.fetch(sha256: file.sha256, size: file.size)
            }
        } catch { throw .network(error) }
        var bytes = try await sink { try await content.part(of: file) }
        if bytes.count >= file.size { bytes = Data() }
        while bytes.count < file.size {
            let start = bytes.count
            let end = min(file.size, start + limits.bytesPerPiece)
            do throws(NetworkFailure) {
                bytes = try await office.fetch(sha256: file.sha256, start..<end, of: file.size, after: bytes)
            } catch { throw .network(error) }
            if bytes.count < file.size {
                let piece = bytes.suffix(from: start)
                try await sink { try await content.keepPart(piece, of: file, from: start) }
            }
        }
        guard HexDigest.sha256(bytes) == file.sha256 else {
            // Begun with other bytes, or spoiled on the disk: from the start next time.
            try await sink { try await content.keepPart(Data(), of: file, from: 0) }
            throw .network(.untrusted(status: 206))
        }
        return bytes
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

    func ask<Reply: Decodable>(
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
    /// The disk has too little left for what is missing.
    case noRoom(needed: Int, room: Int)
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
