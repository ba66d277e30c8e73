/// The door for everything from outside: size, encoding and kind are settled here, before any parser sees a byte.
struct FeedBytes {
    /// No feed that we read is a tenth of this.
    static let limit = 2_000_000
    /// A large city's vehicles, in the compact notation of GTFS Realtime.
    static let binaryLimit = 16_000_000

    /// What the text looks like, told from its first characters.
    enum Kind { case xml, json, webPage, words }

    let text: String
    let kind: Kind

    init(_ bytes: [UInt8]) throws(FeedError) {
        guard bytes.count <= Self.limit else { throw FeedError(.tooLarge(limit: Self.limit)) }
        guard let decoded = TextEncoding.text(bytes) else { throw FeedError(.undecodableText) }
        text = decoded
        guard let kind = Self.kind(of: decoded) else { throw FeedError(.emptyBody) }
        self.kind = kind
    }

    private static func kind(of text: String) -> Kind? {
        let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace || $0.value == 0xFEFF || $0.value < 0x20 }
        guard let first = scalars.first else { return nil }
        switch first {
        case "{", "[":
            return .json
        case "<":
            let head = String(String.UnicodeScalarView(scalars.prefix(64))).lowercased()
            let isPage = head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
            return isPage ? .webPage : .xml
        default:
            return .words
        }
    }
}

/// An answer as a tree, whichever of the two notations it came in.
enum FeedDocument {
    case xml(SafeXML.Element)
    case json(JSONValue)

    /// Reads within the limits; a web page or bare words are trouble that passes.
    init(_ bytes: [UInt8]) throws(FeedError) {
        let guarded = try FeedBytes(bytes)
        switch guarded.kind {
        case .webPage: throw FeedError(.webPage)
        case .words: throw FeedError(.bareText)
        case .xml:
            do throws(SafeXMLError) {
                self = .xml(try SafeXML.read(guarded.text))
            } catch {
                throw FeedError(.xml(error))
            }
        case .json:
            do throws(SafeJSONError) {
                self = .json(try SafeJSON.read(guarded.text))
            } catch {
                throw FeedError(.json(error))
            }
        }
    }
}
