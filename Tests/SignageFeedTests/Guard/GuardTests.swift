import Foundation
import Testing

@testable import SignageFeed

@Suite struct GuardTests {
    private func outcome(_ text: String, _ format: FeedFormat = .rss) -> FeedOutcome<FeedContent> {
        format.parse(Array(text.utf8), context: FeedSamples.context)
    }

    @Test func `two hundred thousand brackets do not fell the reader`() {
        let json = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        #expect(outcome(json, .kmaVillage) == .failed(FeedError(.json(.tooDeep))))
        #expect(throws: SafeJSONError.tooDeep) { try SafeJSON.read(String(repeating: "{\"a\":", count: 65)) }
        #expect(throws: Never.self) {
            try SafeJSON.read(String(repeating: "[", count: 63) + "1" + String(repeating: "]", count: 63))
        }
    }

    @Test func `twenty thousand elements inside each other are refused`() {
        let xml = String(repeating: "<a>", count: 20_000) + String(repeating: "</a>", count: 20_000)
        #expect(outcome(xml) == .failed(FeedError(.xml(.tooDeep))))
    }

    @Test func `thirty thousand attributes never reach the parser`() {
        let attributes = (0..<30_000).map { "a\($0)='v'" }.joined(separator: " ")
        #expect(outcome("<rss \(attributes)></rss>") == .failed(FeedError(.xml(.tooManyAttributes))))
    }

    @Test func `too many elements and too much text are refused`() {
        var limits = SafeXML.Limits()
        limits.elements = 3
        #expect(throws: SafeXMLError.tooManyElements) { try SafeXML.read("<a><b/><b/><b/></a>", limits: limits) }
        limits = SafeXML.Limits()
        limits.text = 4
        #expect(throws: SafeXMLError.tooMuchText) { try SafeXML.read("<a>가나</a>", limits: limits) }
    }

    @Test func `more than two megabytes are not looked at`() {
        let bytes = [UInt8](repeating: UInt8(ascii: " "), count: 2_000_001)
        let outcome = FeedFormat.rss.parse(bytes, context: FeedSamples.context)
        #expect(outcome == .failed(FeedError(.tooLarge(limit: 2_000_000))))
    }

    @Test(arguments: [
        "<!DOCTYPE rss><rss/>", " <!doctype rss []><rss/>", "<rss><!ENTITY x 'y'></rss>",
        "<?xml version='1.0'?>\n<!-- a --><!DOCTYPE rss SYSTEM 'file:///etc/hostname'><rss/>",
    ])
    func `a document type is found wherever it hides`(xml: String) {
        #expect(throws: SafeXMLError.documentType) { try SafeXML.read(xml) }
    }

    @Test func `words about a document type are only words`() throws {
        let root = try SafeXML.read("<a><!-- <!DOCTYPE x> --><b><![CDATA[<!DOCTYPE x> & 끝]]></b></a>")
        #expect(root["b"]?.text == "<!DOCTYPE x> & 끝")
    }

    @Test(arguments: [
        ("<a>1 & 2 &lt; 3 &nbsp;&middot;</a>", "1 & 2 < 3 \u{A0}·"),
        ("<a>&unknown; &#xAC00;&#44033;</a>", "&unknown; 가각"),
        ("<a>x&#0;&#1;&#xFFFF;y</a>", "xy"), ("<a>기온 < 5</a>", "기온 < 5"), ("<a>]]> 끝</a>", "]]> 끝"),
        ("<a>&amp;lt;b&amp;gt;</a>", "&lt;b&gt;"), ("<a>가\u{1}\u{B}나\u{FEFF}</a>", "가나"), ("<a><!-- -- -->가</a>", "가"),
    ])
    func `slips are mended without losing text`(xml: String, text: String) throws {
        #expect(try SafeXML.read(xml).text == text)
    }

    @Test func `attributes keep their ampersands`() throws {
        let root = try SafeXML.read("<a href='v?a=1&b=2&amp;c=3&copy;'/>")
        #expect(root.attributes["href"] == "v?a=1&b=2&c=3©")
    }

    @Test(arguments: [
        "<a>", "<a></b>", "<a/><b/>", "<a/>x", "text", "<a b></a>", "<a><![CDATA[x</a>", "<a><!-- x</a>", "<a", "<",
    ])
    func `what is not one closed root is refused`(xml: String) {
        #expect(throws: SafeXMLError.malformed) { try SafeXML.read(xml) }
    }

    @Test(arguments: [
        #"{"a":1,}"#, "[1 2]", "01", "1.", "-", "+1", "1e", "nul", "\"a", "\"\\x\"", "\"\\u12\"", "[1]x", "{1:2}",
        "\"\u{1}\"",
        "", "{\"a\"}", "[,]", "'a'", "NaN",
    ])
    func `loose JSON is refused`(json: String) {
        #expect(throws: SafeJSONError.self) { try SafeJSON.read(json) }
    }

    @Test func `JSON is read as written`() throws {
        let json = #" {"가":[null,true,-0.5e+3,"\u00e9\ud83d\ude00\ud800x\n"],"b":{}} "#
        let expected: JSONValue = .object([
            "가": .array([.null, .bool(true), .number("-0.5e+3"), .string("é😀\u{FFFD}x\n")]), "b": .object([:]),
        ])
        #expect(try SafeJSON.read(json) == expected)
    }

    @Test func `half a character does not turn a Korean feed into noise`() {
        let cut = Array("경로당 어르신 여러분 난방비 지원 안내입니다 꼭 읽어 주세요".utf8).dropLast(2)
        #expect(TextEncoding.text(Array(cut))?.hasPrefix("경로당 어르신") == true)
    }

    @Test func `bytes that are no text are refused`() {
        let outcome = FeedFormat.rss.parse([0x3C, 0x61, 0xC7], context: FeedSamples.context)
        #expect(outcome == .failed(FeedError(.undecodableText)))
    }
}

/// A download that breaks off must never pass for a whole answer that says less.
@Suite struct TruncationTests {
    @Test(arguments: [
        ("kma/ncst_normal.json", FeedFormat.kmaNowcast), ("kma/vilage_resultcode_one_digit.xml", .kmaVillage),
        ("kma/error_gateway_22.xml", .kmaVillage), ("kma/error_nodata_03.json", .kmaVillage),
        ("tago/normal.json", .tagoArrivals),
        ("tago/empty.json", .tagoArrivals), ("rss/normal_utf8.xml", .rss), ("rss/atom.xml", .rss),
        ("rss/jsonfeed.json", .rss), ("rss/cp949_declared_euckr.xml", .rss), ("rss/utf16le_bom.xml", .rss),
        ("rss/html_description.xml", .rss), ("airkorea/hour24.json", .airKorea), ("gbis/normal.json", .gyeonggiBus),
        ("kma_warning/pwncd_release.json", .kmaWarnings), ("cap/01_alert.xml", .cap),
        ("dsms/release.json", .disasterText), ("seoul_bus/normal.xml", .seoulBus),
    ])
    func `no beginning of an answer says less than the whole`(name: String, format: FeedFormat) throws {
        let bytes = try FeedSamples.bytes(name)
        let whole = format.parse(bytes, context: FeedSamples.context)
        for length in 0..<bytes.count {
            let part = format.parse(Array(bytes[..<length]), context: FeedSamples.context)
            guard case .failed = part else {
                #expect(part == whole, "\(length) of \(bytes.count) bytes")
                continue
            }
        }
    }

    @Test(arguments: ["kma/vilage_normal.json", "tago/normal.json", "rss/html_description.xml", "rss/broken_dates.xml"])
    func `flipped bytes never fell a parser`(name: String) throws {
        let bytes = try FeedSamples.bytes(name)
        for seed in 0..<100 {
            var damaged = bytes
            for step in 0..<4 {
                damaged[(seed &* 7_919 &+ step &* 104_729) % bytes.count] = UInt8(
                    truncatingIfNeeded: seed &* 31 &+ step)
            }
            for format in [FeedFormat.kmaVillage, .tagoArrivals, .rss] {
                if case .ok(.notices(let fact)) = format.parse(damaged, context: FeedSamples.context) {
                    #expect(fact.value.count <= 27)
                }
            }
        }
    }
}
