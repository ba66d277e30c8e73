import DeviceSimulator
import Foundation
import HTTPTypes
import Hummingbird
import KioskScreens
import KioskUI
import Logging
import NIOCore

/// A page on loopback that shows the kiosk's live screen and passes on touches, cards and device actions. It exists
/// only with `--demo`.
struct Mirror: Sendable {
    let port: Int
    let demo: Demo
    let people: [DemoPeople.Card]
    let mailbox: Mailbox<StageEvent>
    let page: String
    let glass = LookingGlass()

    /// Serves until cancelled.
    func run(logger: Logger) async {
        // Hummingbird logs its own end as an error.
        var quiet = logger
        quiet.logLevel = .critical
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil), logger: quiet)
        do {
            try await application.run()
        } catch {
            logger.error("The mirror is not there", metadata: ["port": "\(port)", "error": "\(error)"])
        }
    }

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: SameOrigin(port: port))
        router.get("/") { _, _ in Self.html(page) }
        router.get("/people") { _, _ in try Self.json(people.map(\.name)) }
        router.get("/screen.png") { request, _ in try screen(request) }
        router.get("/targets") { _, _ in try targets() }
        router.post("/touch") { request, _ in try touch(request) }
        router.post("/scan") { request, _ in try await scan(request) }
        router.post("/device") { request, _ in try act(request) }
        return router
    }

    private func screen(_ request: Request) throws -> Response {
        if glass.look() { mailbox.post(.mirrorOpened) }
        let seen = request.uri.queryParameters.get("after", as: Int.self) ?? 0
        guard let picture = glass.picture(after: seen) else { return Response(status: .noContent) }
        let bytes = try PNGEncoder.encode(picture)
        return Response(
            status: .ok,
            headers: [.contentType: "image/png", .cacheControl: "no-store", .pictureVersion: "\(picture.version)"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Names and positions of what the newest picture shows; nothing at the first look, like the picture.
    private func targets() throws -> Response {
        if glass.look() { mailbox.post(.mirrorOpened) }
        guard let picture = glass.picture(after: 0) else { return Response(status: .noContent) }
        return try Self.json(picture.plan)
    }

    private func touch(_ request: Request) throws -> HTTPResponse.Status {
        let query = request.uri.queryParameters
        guard let x = query.get("x", as: Int.self), let y = query.get("y", as: Int.self),
            let kind = query.get("kind").flatMap(Self.kind)
        else { throw HTTPError(.badRequest) }
        mailbox.post(.pointer(kind, x: x, y: y))
        return .accepted
    }

    private static func kind(_ word: String) -> PointerEvent.Kind? {
        switch word {
        case "down": .down
        case "move": .move
        case "up": .up
        case "cancel": .cancel
        default: nil
        }
    }

    /// `person` is a place in the list; `text` is anything that one could hold to a scanner.
    private func scan(_ request: Request) async throws -> HTTPResponse.Status {
        let query = request.uri.queryParameters
        if let index = query.get("person", as: Int.self), people.indices.contains(index) {
            try await demo.scanner.scan(people[index].number)
        } else if let text = query.get("text"), text.utf8.count <= 512 {
            try await demo.scanner.scan(text)
        } else {
            throw HTTPError(.badRequest)
        }
        return .accepted
    }

    /// The devices take their time; the page does not wait for them.
    private func act(_ request: Request) throws -> HTTPResponse.Status {
        guard let act = request.uri.queryParameters.get("act").flatMap(DemoAct.init(rawValue:)) else {
            throw HTTPError(.badRequest)
        }
        Task.detached { [demo, mailbox] in
            do {
                try await act.perform(demo)
            } catch {
                _ = mailbox
                Logger(label: "mirror").warning("A simulated device failed", metadata: ["error": "\(error)"])
            }
        }
        return .accepted
    }

    private static func html(_ page: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: page)))
    }

    private static func json(_ value: some Encodable) throws -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }
}

/// Refuses what another page in the same browser sends: the mirror can scan cards.
private struct SameOrigin: RouterMiddleware {
    typealias Context = BasicRequestContext
    let port: Int

    func handle(
        _ request: Request, context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard let authority = request.head.authority, hosts.contains(authority) else { throw HTTPError(.forbidden) }
        if let origin = request.headers[.origin], !hosts.map({ "http://" + $0 }).contains(origin) {
            throw HTTPError(.forbidden)
        }
        return try await next(request, context)
    }
}

private extension HTTPField.Name {
    static let pictureVersion = HTTPField.Name("Picture-Version") ?? .eTag
}
