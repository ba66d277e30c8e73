import Crypto
import Foundation
import SyncClient
import SyncWire
import Synchronization

/// A small office behind a real socket: keeps lines, signs replies, and misbehaves when told.
final class FakeOffice: Sendable {
    /// How one request is treated.
    enum Conduct: Sendable, Equatable {
        case honest
        /// A captive portal's page.
        case portal
        case redirect
        case hang
        /// Everything is stored, and the line breaks before the reply.
        case cutAfterCommit
        case cut
        case truncated
        /// Honest, signed by somebody else.
        case wrongKey
        case unsigned(Int)
        case signed(Int, String)
        /// Honest, about another batch.
        case wrongEcho
        /// A signed reply to an earlier request.
        case replayed
    }

    struct State: Sendable {
        var lines: [UUID: Data] = [:]
        var sequences: [String: Set<Int64>] = [:]
        var arrivals: [[UUID]] = []
        var incarnation = "first"
        /// Treated so, one after another; then `standing`.
        var next: [Conduct] = []
        var standing = Conduct.honest
        /// A batch with one of these breaks the office.
        var poison: Set<UUID> = []
        var verdicts: [UUID: ItemResult.Status] = [:]
        var silent: Set<UUID> = []
        var statuses: [DeviceStatus] = []
        var plans: PlanMark?
        /// Answers to the questions for plans, one after another.
        var planBatches: [PlanBatch] = []
        var planRequests: [String] = []
        var manifest = Manifest(version: 0, files: [])
        var blobs: [String: Data] = [:]
        var blobRequests: [String] = []
        var knowsPieces = true
        var cutsBlobsAt = Int.max
        var enrolmentCode = "ABCDEFGH2345"
        var device: Curve25519.Signing.PublicKey?
        var lastSignature = ""
    }

    let state: Mutex<State>
    let key = Curve25519.Signing.PrivateKey()
    let deviceID = UUID()
    let cardKey = Data((0..<32).map { UInt8($0) })

    init(device: Curve25519.Signing.PublicKey? = nil) {
        var state = State()
        state.device = device
        self.state = Mutex(state)
    }

    func edit<Value: Sendable>(_ work: (inout State) throws -> Value) rethrows -> Value {
        try state.withLock { try work(&$0) }
    }

    var storedIDs: Set<UUID> { edit { Set($0.lines.keys) } }
    var arrivals: [[UUID]] { edit { $0.arrivals } }

    func answer(_ request: ReceivedRequest) -> WireAnswer {
        let conduct = edit { $0.next.isEmpty ? $0.standing : $0.next.removeFirst() }
        switch conduct {
        case .portal: return .reply(status: 200, headers: ["Content-Type": "text/html"], body: Data("<html>".utf8))
        case .redirect: return .reply(status: 302, headers: ["Location": "http://127.0.0.1:9/login"], body: Data())
        case .hang: return .hang
        case .cut: return .cut
        case .unsigned(let status): return .reply(status: status, headers: [:], body: Data("no".utf8))
        case .signed(let status, let code): return sign(status, WireError(code: code), request, conduct)
        default: return serve(request, conduct)
        }
    }

    private func serve(_ request: ReceivedRequest, _ conduct: Conduct) -> WireAnswer {
        do {
            if request.path == WirePath.enrol { return try enrol(request, conduct) }
            guard isSigned(request) else { return sign(401, WireError(code: "bad_signature"), request, conduct) }
            switch request.path {
            case WirePath.events(deviceID): return try take(request, conduct)
            case WirePath.status(deviceID):
                let status = try CanonicalJSON.decode(DeviceStatus.self, from: request.body)
                let reply = edit { state in
                    state.statuses.append(status)
                    return StatusReply(
                        serverMilliseconds: 7, contentVersion: state.manifest.version, plans: state.plans)
                }
                return sign(200, reply, request, conduct)
            case WirePath.manifest(deviceID): return sign(200, edit { $0.manifest }, request, conduct)
            case let path where path.hasPrefix(WirePath.plans(deviceID, after: nil)):
                let batch = edit { state in
                    state.planRequests.append(path)
                    return state.planBatches.isEmpty ? nil : state.planBatches.removeFirst()
                }
                return sign(batch == nil ? 503 : 200, batch, request, conduct)
            default: return blob(request)
            }
        } catch {
            return sign(400, WireError(code: "bad_request"), request, conduct)
        }
    }

    private func blob(_ request: ReceivedRequest) -> WireAnswer {
        let digest = String(request.path.split(separator: "/").last ?? "")
        let bytes = edit { state in
            state.blobRequests.append(digest)
            return state.blobs[digest]
        }
        guard let bytes else { return .reply(status: 404, headers: [:], body: Data()) }
        // A cut line: nothing more after so many bytes.
        if let range = request.headers["range"]?.wholeMatch(of: /bytes=(\d+)-(\d+)/), let first = Int(range.1),
            let last = Int(range.2), edit({ $0.knowsPieces })
        {
            guard last < edit({ $0.cutsBlobsAt }) else { return .cut }
            return .reply(status: 206, headers: [:], body: bytes.subdata(in: first..<min(bytes.count, last + 1)))
        }
        return .reply(status: 200, headers: [:], body: bytes)
    }

    private func isSigned(_ request: ReceivedRequest) -> Bool {
        guard let device = edit({ $0.device }), let requestID = request.headers["sarangbang-request"],
            let signature = Data(base64Encoded: request.headers["sarangbang-signature"] ?? "")
        else { return false }
        return device.isValidSignature(
            signature,
            for: SigningInput.request(
                method: request.method, path: request.path, requestID: requestID,
                bodySHA256: HexDigest.sha256(request.body)))
    }

    private func sign(
        _ status: Int, _ value: some Encodable, _ request: ReceivedRequest, _ conduct: Conduct
    ) -> WireAnswer {
        do {
            let body = try CanonicalJSON.encode(value)
            let signer = conduct == .wrongKey ? Curve25519.Signing.PrivateKey() : key
            let input = SigningInput.reply(
                status: status, requestID: request.headers["sarangbang-request"] ?? "",
                bodySHA256: HexDigest.sha256(body))
            let fresh = try signer.signature(for: input).base64EncodedString()
            let signature = edit { state in
                defer { state.lastSignature = fresh }
                return conduct == .replayed ? state.lastSignature : fresh
            }
            let headers = [SigningInput.signatureHeader: signature, "Content-Type": "application/json"]
            switch conduct {
            case .truncated: return .truncated(status: status, headers: headers, body: body)
            case .cutAfterCommit: return .cut
            default: return .reply(status: status, headers: headers, body: body)
            }
        } catch {
            return .cut
        }
    }

    private func take(_ request: ReceivedRequest, _ conduct: Conduct) throws -> WireAnswer {
        let lines = request.body.split(separator: 0x0A).map { Data($0) }
        let headers = try lines.map { try CanonicalJSON.decode(EventHeader.self, from: $0) }
        let reply = edit { state -> UploadReply? in
            state.arrivals.append(headers.map(\.eventID))
            guard state.poison.isDisjoint(with: headers.map(\.eventID)) else { return nil }
            let results = zip(0..., zip(headers, lines)).compactMap { index, pair in
                state.silent.contains(pair.0.eventID) ? nil : state.store(pair.0, pair.1, index)
            }
            let echo = conduct == .wrongEcho ? HexDigest.sha256(Data("other".utf8)) : HexDigest.sha256(request.body)
            return UploadReply(
                echo: echo, results: results, serverIncarnation: state.incarnation,
                contiguousStored: state.contiguous, replicatedThrough: state.contiguous, serverMilliseconds: 42)
        }
        guard let reply else { return sign(500, WireError(code: "broken"), request, conduct) }
        return sign(200, reply, request, conduct)
    }

    private func enrol(_ request: ReceivedRequest, _ conduct: Conduct) throws -> WireAnswer {
        let asked = try CanonicalJSON.decode(EnrolmentRequest.self, from: request.body)
        let code = edit { $0.enrolmentCode }
        let codeKey = SymmetricKey(data: Data(code.utf8))
        let input = EnrolmentProof.request(deviceKey: asked.deviceKey, nonce: asked.nonce)
        let expected = Data(HMAC<SHA256>.authenticationCode(for: input, using: codeKey)).base64EncodedString()
        guard asked.proof == expected, asked.codeHint == hint(code) else {
            return .reply(status: 403, headers: [:], body: try CanonicalJSON.encode(WireError(code: "bad_code")))
        }
        let sealing = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: codeKey, salt: Data(base64Encoded: asked.nonce) ?? Data(),
            info: Data("sarangbang card key".utf8), outputByteCount: 32)
        let sealed = try AES.GCM.seal(cardKey, using: sealing).combined?.base64EncodedString() ?? ""
        let serverKey = key.publicKey.rawRepresentation.base64EncodedString()
        let proved = EnrolmentProof.reply(
            deviceID: deviceID, serverKey: serverKey, sealedCardKey: sealed, nonce: asked.nonce)
        try edit {
            $0.device = try Curve25519.Signing.PublicKey(
                rawRepresentation: Data(base64Encoded: asked.deviceKey) ?? Data())
        }
        let reply = EnrolmentReply(
            deviceID: deviceID, centreID: "centre-1", centreName: "햇살 경로당", serverKey: serverKey,
            sealedCardKey: sealed,
            proof: Data(HMAC<SHA256>.authenticationCode(for: proved, using: codeKey)).base64EncodedString())
        let body = try CanonicalJSON.encode(reply)
        guard conduct != .truncated else { return .truncated(status: 200, headers: [:], body: body) }
        return .reply(status: 200, headers: [:], body: body)
    }

    private func hint(_ code: String) -> String {
        String(HexDigest.sha256(Data("sarangbang code\(code)".utf8)).prefix(16))
    }
}

extension FakeOffice.State {
    mutating func store(_ header: EventHeader, _ line: Data, _ index: Int) -> ItemResult {
        let id = header.eventID
        if let verdict = verdicts[id] {
            if verdict != .retry { keep(header, line) }
            return ItemResult(line: index, eventID: id, status: verdict, code: "told", after: 30)
        }
        if let known = lines[id] {
            return ItemResult(line: index, eventID: id, status: known == line ? .duplicate : .conflict)
        }
        keep(header, line)
        return ItemResult(line: index, eventID: id, status: .stored)
    }

    private mutating func keep(_ header: EventHeader, _ line: Data) {
        lines[header.eventID] = line
        sequences[header.epoch, default: []].insert(header.sequence)
    }

    var contiguous: [String: Int64] {
        sequences.mapValues { numbers in
            var reached: Int64 = 0
            while numbers.contains(reached + 1) { reached += 1 }
            return reached
        }
    }

    /// Forgets what came last, as an older backup would have.
    mutating func restore(keeping count: Int64, incarnation: String) throws {
        for (id, line) in lines {
            let header = try CanonicalJSON.decode(EventHeader.self, from: line)
            if header.sequence > count {
                lines[id] = nil
                sequences[header.epoch]?.remove(header.sequence)
            }
        }
        self.incarnation = incarnation
    }
}
