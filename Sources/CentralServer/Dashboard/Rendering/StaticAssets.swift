import Crypto
import Foundation
import Hummingbird

/// The files beside the pages: styles, scripts, fonts. A fixed list, read once; nothing else can be asked for.
struct StaticAssets: Sendable {
    private struct File: Sendable {
        let bytes: ByteBuffer
        let mediaType: String
        let tag: String
    }

    private let files: [String: File]

    /// - Throws: if a file cannot be read, so that an office without its styles does not start.
    init(folders: DashboardFolders) throws {
        let list: [(name: String, path: String, mediaType: String)] = [
            ("office.css", folders.dashboard + "/static/office.css", "text/css; charset=utf-8"),
            ("office.js", folders.dashboard + "/static/office.js", "text/javascript; charset=utf-8"),
            ("forms.js", folders.dashboard + "/static/forms.js", "text/javascript; charset=utf-8"),
            ("print.js", folders.dashboard + "/static/print.js", "text/javascript; charset=utf-8"),
            ("icon.svg", folders.dashboard + "/static/icon.svg", "image/svg+xml"),
            ("bootstrap.min.css", folders.javascript + "/bootstrap5/css/bootstrap.min.css", "text/css; charset=utf-8"),
            ("chart.min.js", folders.javascript + "/chart.js/chart.min.js", "text/javascript; charset=utf-8"),
            ("fonts/round-regular.ttf", folders.fonts + "/truetype/nanum/NanumSquareRoundR.ttf", "font/ttf"),
            ("fonts/round-bold.ttf", folders.fonts + "/truetype/nanum/NanumSquareRoundB.ttf", "font/ttf"),
            (
                "fonts/icons.woff2", folders.fonts + "/woff/material-design-icons-iconfont/MaterialIcons-Regular.woff2",
                "font/woff2"
            ),
        ]
        files = try Dictionary(
            uniqueKeysWithValues: list.map { name, path, mediaType in
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
                let tag = SHA256.hash(data: bytes).prefix(12).map { String(format: "%02x", $0) }.joined()
                return (name, File(bytes: ByteBuffer(bytes: bytes), mediaType: mediaType, tag: "\"\(tag)\""))
            })
    }

    /// The file, or 304 when the browser has it already, or 404.
    func response(to name: String, request: Request) -> Response {
        guard let file = files[name] else { return Response(status: .notFound) }
        var headers: HTTPFields = [
            .contentType: file.mediaType, .eTag: file.tag, .cacheControl: "public, max-age=3600",
        ]
        SecurityHeaders.addNoSniff(to: &headers)
        guard request.headers[.ifNoneMatch] != file.tag else { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
    }
}

/// Where the dashboard's own files and those of Debian's packages lie.
public struct DashboardFolders: Sendable {
    /// The repository's `assets/dashboard`, with `templates` and `static` in it.
    public var dashboard: String
    /// Has `bootstrap5` (libjs-bootstrap5) and `chart.js` (libjs-chart.js) in it.
    public var javascript: String
    /// Has `truetype/nanum` (fonts-nanum) and `woff` (fonts-material-design-icons-iconfont) in it.
    public var fonts: String

    public init(
        dashboard: String, javascript: String = "/usr/share/javascript", fonts: String = "/usr/share/fonts"
    ) {
        (self.dashboard, self.javascript, self.fonts) = (dashboard, javascript, fonts)
    }
}
