import HTTPTypes

/// The headers that tell a browser how little a page of ours may do.
enum SecurityHeaders {
    /// Scripts, styles and fonts only from here; data: pictures are Bootstrap's arrows in its stylesheet.
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "img-src 'self' data:",
        "connect-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    /// For pages: nothing of them stays in a cache, in a frame or in another site's referrer.
    static func page(isSecure: Bool) -> HTTPFields {
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .contentSecurityPolicy: policy,
        ]
        headers.append(field("X-Frame-Options", "DENY"))
        headers.append(field("Referrer-Policy", "same-origin"))
        headers.append(field("Cross-Origin-Opener-Policy", "same-origin"))
        headers.append(field("Permissions-Policy", "camera=(), microphone=(), geolocation=()"))
        addNoSniff(to: &headers)
        if isSecure { headers[.strictTransportSecurity] = "max-age=31536000" }
        return headers
    }

    static func addNoSniff(to headers: inout HTTPFields) { headers.append(field("X-Content-Type-Options", "nosniff")) }

    private static func field(_ name: String, _ value: String) -> HTTPField {
        guard let name = HTTPField.Name(name) else { preconditionFailure("header names here are literals") }
        return HTTPField(name: name, value: value)
    }
}
