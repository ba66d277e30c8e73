/// The part of a file that a kiosk asks for, after its line was cut (RFC 9110, one range with both ends).
struct ByteRange: Equatable, Sendable {
    let bytes: Range<Int>

    /// More than a kiosk asks for at once.
    private static let limit = 16 * 1024 * 1024

    /// nil for any other spelling: the whole file is a right answer to it.
    init?(_ header: String?) {
        guard let match = header?.wholeMatch(of: /bytes=(\d{1,12})-(\d{1,12})/), let first = Int(match.1),
            let last = Int(match.2), first <= last, last - first < Self.limit
        else { return nil }
        bytes = first..<last + 1
    }
}
