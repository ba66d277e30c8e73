/// What a public service's result code means for the one who asked.
enum ServiceCode {
    case success
    /// Nothing to give yet, or nothing at all: often good news.
    case nothing
    case failure(FeedError)

    /// Services spell success as 0, 00, 000, 0000, 200 or INFO-0.
    init(_ code: String, message: String?) {
        let shown = FeedError.Code.service(String(code.prefix(16)))
        switch Int(code) ?? ["INFO-0": 0, "INFO-000": 0, "INFO-200": 3][code] {
        case 0: self = .success
        case 200 where message?.uppercased().contains("NORMAL") == true: self = .success
        case 3: self = .nothing
        case 22: self = .failure(FeedError(shown, retryAfter: .untilNextKoreanDay))
        // Wrong request, or a key that is denied, unknown, over or bound elsewhere: only a person can mend these.
        case 10, 11, 12, 20, 21, 30, 31, 32, 33: self = .failure(FeedError(shown, permanent: true))
        default: self = .failure(FeedError(shown))
        }
    }

    /// The gateway's number for its own message, for answers that leave the number out.
    static func number(ofMessage message: String) -> String? {
        numbers.first { message.contains($0.key) }?.value
    }

    private static let numbers = [
        "LIMITED_NUMBER_OF_SERVICE_REQUESTS": "22", "SERVICE_KEY_IS_NOT_REGISTERED": "30",
        "DEADLINE_HAS_EXPIRED": "31", "UNREGISTERED_IP": "32", "UNSIGNED_CALL": "33", "SERVICE_ACCESS_DENIED": "20",
        "TEMPORARILY_DISABLE_THE_SERVICEKEY": "21", "NO_OPENAPI_SERVICE": "12",
    ]
}
