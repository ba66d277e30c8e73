import Foundation
import HTTPTypes
import Hummingbird
import SyncWire

/// What kiosks ask of the office. Every answer is signed.
struct SyncRoutes: Sendable {
    /// Bytes of a request that is not a batch.
    static let messageLimit = 16 * 1024

    let gate: DeviceGate
    let signer: ReplySigner
    let enrolment: EnrolmentDesk
    let enrolmentAllowance: Allowance
    let address: ClientAddress
    let intake: EventIntake
    let status: StatusDesk
    let downlink: Downlink
    let plans: PlanDownlink

    func add(to router: Router<OfficeRequestContext>) {
        router.post("/v1/enrol") { request, context in
            try await signer.reply(to: request, logger: context.logger) {
                try await enrol(request, from: address(of: request, context))
            }
        }
        addDeviceRoutes(to: router)
        router.get("/v1/blobs/:sha256") { request, context in
            try await signer.reply(to: request, logger: context.logger) {
                try await blob(context.parameters.get("sha256") ?? "", ByteRange(request.headers[.range]))
            }
        }
        for method in [HTTPRequest.Method.get, .post, .put, .delete, .head] {
            router.on("/v1/**", method: method) { request, context in
                try await signer.reply(to: request, logger: context.logger) { throw Refusal.notFound }
            }
        }
    }

    private func addDeviceRoutes(to router: Router<OfficeRequestContext>) {
        router.post("/v1/devices/:device/events") { request, context in
            try await signer.reply(to: request, logger: context.logger) {
                let (kiosk, body) = try await admit(request, context, limit: WireLimit.bytesPerBatch)
                return try WireReply(try await intake.take(body, from: kiosk))
            }
        }
        router.post("/v1/devices/:device/status") { request, context in
            try await signer.reply(to: request, logger: context.logger) {
                let (kiosk, body) = try await admit(request, context, limit: Self.messageLimit)
                return try WireReply(try await status.checkIn(try Self.message(body), of: kiosk))
            }
        }
        router.get("/v1/devices/:device/manifest") { request, context in
            try await signer.reply(to: request, logger: context.logger) {
                let (kiosk, _) = try await admit(request, context, limit: Self.messageLimit)
                return try WireReply(try await downlink.manifest(for: kiosk.centreId))
            }
        }
        router.get("/v1/devices/:device/plans") { request, context in
            try await signer.reply(to: request, logger: context.logger) {
                let (kiosk, _) = try await admit(request, context, limit: Self.messageLimit)
                return try WireReply(try await plans.page(of: kiosk.centreId, after: Self.mark(request)))
            }
        }
    }

    /// What no kiosk of ours would ask for is as good as no mark: the answer is then the whole.
    private static func mark(_ request: Request) -> PlanMark? {
        let query = request.uri.queryParameters
        guard let cursor = query["after"].flatMap({ Int64($0) }), let incarnation = query["of"] else { return nil }
        return PlanMark(incarnation: String(incarnation), cursor: cursor)
    }

    private func admit(
        _ request: Request, _ context: OfficeRequestContext, limit: Int
    ) async throws -> (kiosk: Kiosk, body: Data) {
        try await gate.admit(request, device: context.parameters.get("device") ?? "", limit: limit)
    }

    private func enrol(_ request: Request, from address: String) async throws -> WireReply {
        if let wait = enrolmentAllowance.take(for: address) { throw Refusal.busy(status: 429, after: wait) }
        let body = try await DeviceGate.body(of: request, limit: Self.messageLimit)
        return try WireReply(try await enrolment.enrol(try Self.message(body)))
    }

    /// A blob is what its name says for ever, so anyone between may keep it.
    private func blob(_ sha256: String, _ range: ByteRange?) async throws -> WireReply {
        if let range { return try await part(of: sha256, range) }
        guard let bytes = try await downlink.blob(sha256) else { throw Refusal.notFound }
        return WireReply(status: 200, headers: Self.blobHeaders(sha256), body: bytes)
    }

    private func part(of sha256: String, _ range: ByteRange) async throws -> WireReply {
        guard let (bytes, size) = try await downlink.blob(sha256, range.bytes) else { throw Refusal.notFound }
        var headers = Self.blobHeaders(sha256)
        guard !bytes.isEmpty else {
            headers[.contentRange] = "bytes */\(size)"
            return WireReply(status: 416, headers: headers, body: Data())
        }
        let start = range.bytes.lowerBound
        headers[.contentRange] = "bytes \(start)-\(start + bytes.count - 1)/\(size)"
        return WireReply(status: 206, headers: headers, body: bytes)
    }

    private static func blobHeaders(_ sha256: String) -> HTTPFields {
        [
            .contentType: "application/octet-stream", .cacheControl: "public, max-age=31536000, immutable",
            .eTag: "\"\(sha256)\"", .acceptRanges: "bytes",
        ]
    }

    private static func message<Message: Decodable>(_ body: Data) throws -> Message {
        do { return try CanonicalJSON.decode(Message.self, from: body) } catch { throw Refusal.badRequest }
    }
}
