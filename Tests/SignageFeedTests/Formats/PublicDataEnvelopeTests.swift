import Foundation
import Testing

@testable import SignageFeed

@Suite struct PublicDataEnvelopeTests {
    @Test(arguments: [
        ("kma/error_gateway_22.xml", FeedError(.service("22"), retryAfter: .untilNextKoreanDay)),
        ("kma/error_gateway_30.json", FeedError(.service("30"), permanent: true)),
        ("tago/error_gateway_30.xml", FeedError(.service("30"), permanent: true)),
        ("kma/error_flat_10.json", FeedError(.service("10"), permanent: true)),
        ("kma/error_plain_text.txt", FeedError(.bareText)), ("kma/error_html_502.html", FeedError(.webPage)),
        ("kma/hostile_duplicate_keys.json", FeedError(.json(.duplicateKey))),
        ("kma/hostile_truncated.json", FeedError(.json(.malformed(offset: 700)))),
    ])
    func `each way to fail is told apart`(name: String, error: FeedError) throws {
        for format in [FeedFormat.kmaVillage, .tagoArrivals, .airKorea, .rss] {
            #expect(try FeedSamples.parse(name, as: format) == .failed(error))
        }
    }

    @Test(arguments: ["kma/error_nodata_03.json", "kma/error_nodata_03.xml"])
    func `no data leaves what is known, and a late issue is asked for again`(name: String) throws {
        for format in [FeedFormat.kmaVillage, .kmaMidTerm, .kmaNowcast, .kmaWarnings, .tagoArrivals, .airKorea] {
            #expect(try FeedSamples.parse(name, as: format) == .empty)
        }
        let notYet = FeedError(.service("03"), retryAfter: .seconds(600))
        let bytes = try FeedSamples.bytes(name)
        #expect(KMAWeather.parse(bytes, .forecast, FeedSamples.context) == .failed(notYet))
        #expect(KMAMidTerm.parse(bytes, FeedSamples.context) == .failed(notYet))
    }

    @Test func `no rows are no failure`() throws {
        #expect(try FeedSamples.parse("kma/items_empty_string.json", as: .kmaVillage) == .empty)
    }

    @Test(arguments: ["00", "0", "000", "0000", "INFO-0"])
    func `success has many spellings`(code: String) {
        guard case .success = ServiceCode(code, message: nil) else { Issue.record("\(code) is success"); return }
    }

    @Test(arguments: ["01", "02", "04", "05", "99", "what"])
    func `troubles of the service pass`(code: String) {
        guard case .failure(let error) = ServiceCode(code, message: nil) else { Issue.record("\(code) fails"); return }
        #expect(error == FeedError(.service(code)))
    }

    @Test func `two hundred counts only with its word`() {
        if case .success = ServiceCode("200", message: "NORMAL_CODE") {} else { Issue.record("200 NORMAL is success") }
        if case .success = ServiceCode("200", message: "DENIED") { Issue.record("200 alone proves nothing") }
    }

    @Test func `a flat success without rows is not understood`() {
        let outcome = FeedFormat.kmaVillage.parse(Array(#"{"resultCode":"00"}"#.utf8), context: FeedSamples.context)
        #expect(outcome == .failed(FeedError(.unexpectedShape)))
    }

    @Test(arguments: [
        "{}", "[]", #"{"response":{}}"#, #"{"response":{"header":{"resultCode":"00"}}}"#, "<response/>", "<a>b</a>",
        #"{"response":{"header":{"resultCode":"00"},"body":{"items":"x"}}}"#,
    ])
    func `another shape is an error and never an empty success`(text: String) {
        for format in [FeedFormat.kmaVillage, .tagoArrivals, .airKorea, .kmaWarnings, .rss, .seoulBus, .gyeonggiBus] {
            #expect(
                format.parse(Array(text.utf8), context: FeedSamples.context) == .failed(FeedError(.unexpectedShape)))
        }
    }

    @Test func `nothing at all is an error`() {
        for text in ["", "  \n", "\u{FEFF}"] {
            let outcome = FeedFormat.rss.parse(Array(text.utf8), context: FeedSamples.context)
            #expect(outcome == .failed(FeedError(.emptyBody)))
        }
    }
}
