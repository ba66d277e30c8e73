import Foundation
import Hummingbird
import Mustache

/// Turns templates and models into responses.
struct PageRenderer: Sendable {
    private static let names = [
        "frame", "charts", "pages", "centre-tabs", "sign-in", "trouble", "today", "centres", "centre", "seniors",
        "reason",
        "senior", "unclaimed", "attendance", "notices", "notice-form", "notice-preview", "access-log",
        "health-crumbs", "no-evaluation", "evaluation", "plan", "plan-content", "plan-history",
        "plan-edit", "plan-week", "export",
        "content", "content-kinds", "content-form", "content-item", "content-listing", "content-held", "plays",
    ]

    private let library: MustacheLibrary
    let isSecure: Bool

    /// Reads the templates of a folder.
    /// - Throws: what the parser found, or ``DashboardError/missingTemplate(_:)``.
    init(folder: String, isSecure: Bool) async throws {
        library = try await MustacheLibrary(directory: folder)
        self.isSecure = isSecure
        for name in Self.names where library.getTemplate(named: name) == nil {
            throw DashboardError.missingTemplate(name)
        }
    }

    func response(_ page: Answer.Page, staff: Staff) throws -> Response {
        let framed = FramedPage(
            frame: Frame(staff: staff, section: page.section), title: page.title, page: page.model)
        return try html(framed, template: page.template, status: .ok)
    }

    /// A page without the frame.
    func bare(_ model: some Sendable, template: String, status: HTTPResponse.Status) throws -> Response {
        try html(TemplateView(value: model), template: template, status: status)
    }

    func seeOther(_ path: String) -> Response {
        var headers = SecurityHeaders.page(isSecure: isSecure)
        headers[.location] = path
        return Response(status: .seeOther, headers: headers)
    }

    /// Bytes that somebody sent: never run, never framed, never taken for anything but what we say.
    func file(_ bytes: Data, mediaType: String) -> Response {
        var headers = SecurityHeaders.page(isSecure: isSecure)
        headers[.contentType] = mediaType
        headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        headers[.cacheControl] = "private, max-age=3600"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func html(_ model: some MustacheParent, template: String, status: HTTPResponse.Status) throws -> Response {
        guard let text = library.render(model, withTemplate: template) else {
            throw DashboardError.missingTemplate(template)
        }
        return Response(
            status: status, headers: SecurityHeaders.page(isSecure: isSecure),
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

/// Why the dashboard cannot start.
public enum DashboardError: Error, Equatable {
    /// The folder of templates lacks this one.
    case missingTemplate(String)
}
