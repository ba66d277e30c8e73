import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// Stands before every page: who is it, may they, does the form come from us; and answers kindly when not.
struct PageGuard: Sendable {
    typealias Handler = @Sendable (Visit) async throws -> Answer

    let sessions: WebSessions
    let renderer: PageRenderer
    let address: ClientAddress
    let logger: Logger
    let now: @Sendable () -> Date
    let uploads = UploadGate()

    func respond(
        to request: Request, _ context: OfficeRequestContext, right: StaffRight?, takesFiles: Bool = false,
        handler: Handler
    ) async -> Response {
        await kindly {
            guard let staff = try await staff(of: request) else { return renderer.seeOther("/sign-in") }
            // Before a large body is read; a refused form says so afterwards, as it always did.
            if takesFiles, let right, !staff.may(right) { throw PageRefusal.forbidden }
            let sent = try await sent(request, by: staff, takesFiles: takesFiles)
            if let right, !staff.may(right) { throw PageRefusal.forbidden }
            let visit = Visit(
                staff: staff, now: now(), address: address(of: request, context), parameters: Self.parameters(context),
                query: Self.query(request), form: sent.fields, files: sent.files)
            return switch try await handler(visit) {
            case .page(let page): try renderer.response(page, staff: staff)
            case .seeOther(let path): renderer.seeOther(path)
            case .file(let bytes, let mediaType): renderer.file(bytes, mediaType: mediaType)
            case .download(let download): download.response(isSecure: renderer.isSecure, onFailure: brokeOff)
            }
        }
    }

    private var brokeOff: @Sendable (any Error) -> Void {
        { [logger] error in
            logger.error("Download broke off", metadata: ["error": "\(type(of: error))"])
        }
    }

    private func sent(_ request: Request, by staff: Staff, takesFiles: Bool) async throws -> SentForm {
        guard request.method == .post else { return SentForm(fields: .none) }
        guard takesFiles else { return SentForm(fields: try await form(of: request, csrf: staff.csrf)) }
        try checkOrigin(of: request)
        let sent = try await uploads.form(of: request)
        try Self.checkToken(in: sent.fields, staff.csrf)
        return sent
    }

    /// Turns what is thrown into a page.
    func kindly(_ body: () async throws -> Response) async -> Response {
        do {
            return try await body()
        } catch let refusal as PageRefusal {
            return plainly { try trouble(TroublePage(refusal)) }
        } catch {
            // Only the kind of error: its text may hold what somebody typed.
            logger.error("Page failed", metadata: ["error": "\(type(of: error))"])
            return plainly { try trouble(.ours) }
        }
    }

    func trouble(_ page: TroublePage) throws -> Response {
        try renderer.bare(page, template: "trouble", status: page.status)
    }

    private func plainly(_ body: () throws -> Response) -> Response {
        do {
            return try body()
        } catch {
            logger.error("Error page failed", metadata: ["error": "\(type(of: error))"])
            return Response(status: .internalServerError)
        }
    }

    func staff(of request: Request) async throws -> Staff? {
        guard let cookie = request.cookies[cookieName]?.value, let token = SessionToken(cookie: cookie) else {
            return nil
        }
        return try await sessions.staff(token, now: now())
    }

    /// With the prefix a browser keeps it to TLS, this host and every path.
    var cookieName: String { renderer.isSecure ? "__Host-sarangbang" : "sarangbang" }

    /// - Throws: ``PageRefusal/staleForm`` without the session's token.
    func form(of request: Request, csrf: String) async throws -> FormFields {
        let form = try await fields(of: request)
        try Self.checkToken(in: form, csrf)
        return form
    }

    private static func checkToken(in form: FormFields, _ csrf: String) throws(PageRefusal) {
        guard let sent = form["csrf"], SessionToken.sameSecret(sent, csrf) else { throw .staleForm }
    }

    private func checkOrigin(of request: Request) throws(PageRefusal) {
        guard let origin = request.headers[.origin], let host = request.head.authority else { return }
        guard origin == "http://\(host)" || origin == "https://\(host)" else { throw .staleForm }
    }

    /// The fields of a form that a page of this very site sent.
    func fields(of request: Request) async throws -> FormFields {
        try checkOrigin(of: request)
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: FormFields.limit)
        } catch {
            throw PageRefusal.badForm
        }
        return try FormFields(body: String(buffer: body))
    }

    private static func parameters(_ context: OfficeRequestContext) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: ["id", "number"].compactMap { name in
                context.parameters.get(name).map { (name, $0) }
            })
    }

    private static func query(_ request: Request) -> [String: String] {
        let known = ["page", "day", "month", "done", "tables", "place", "kind", "kiosk", "span", "item"]
        return Dictionary(
            uniqueKeysWithValues: known.compactMap { name in
                request.uri.queryParameters[name[...]].map { (name, String($0)) }
            })
    }
}
