/// Writes documents in the notations of feeds out of the words that their parsers look for: what a blind mutation would
/// need years to spell.
struct FeedGrammar {
    /// Names of members and elements in all formats.
    static let names = [
        "response", "header", "body", "items", "item", "resultCode", "resultMsg", "totalCount", "cmmMsgHeader",
        "OpenAPI_ServiceResponse", "returnReasonCode", "returnAuthMsg", "category", "baseDate", "baseTime", "fcstDate",
        "fcstTime", "fcstValue", "obsrValue", "nx", "ny", "wf4Am", "rnSt4Am", "wf8", "taMin4", "taMax4", "areaCode",
        "areaName", "warnVar", "warnStress", "command", "cancel", "tmFc", "tmSeq", "t6", "t7", "dataTime", "pm10Value",
        "pm10Grade", "pm10Flag", "pm25Value", "routeno", "arrtime", "arrprevstationcnt", "vehicletp", "nodenm",
        "ServiceResult", "msgHeader", "headerCd", "headerMsg", "msgBody", "itemList", "rtNm", "arrmsg1", "isArrive1",
        "busArrivalList", "predictTime1", "routeName", "flag", "queryTime", "rss", "channel", "title", "link", "guid",
        "description", "pubDate", "content:encoded", "rdf:RDF", "feed", "entry", "id", "updated", "published",
        "content",
        "summary", "version", "content_html", "content_text", "date_published", "url", "alert", "identifier", "sender",
        "sent", "status", "msgType", "scope", "references", "info", "language", "event", "severity", "urgency",
        "effective", "onset", "expires", "headline", "instruction", "area", "areaDesc", "polygon", "circle", "geocode",
        "valueName", "value", "responseType", "SN", "CRT_DT", "MSG_CN", "RCPTN_RGN_NM", "EMRG_STEP_NM", "DisasterMsg",
        "row", "msg", "md101_sn", "a:b", "xml:base", "xmlns", "xmlns:a", "제목", "마감", "장소",
    ]

    /// Values that parsers take apart, and those that once hurt somebody's.
    static let values = [
        "", "0", "00", "03", "22", "30", "1", "2", "3", "-", "null", "-998.9", "999999999999999999999", "1e309", "NaN",
        "20261120", "0900", "2400", "24:00", "2026-11-20 24:00", "2026-11-20T09:00:00+09:00", "2026.11.20. 오후 12:30",
        "Fri, 20 Nov 2026 08:30:00 KST", "2026년 2월 30일", "강수없음", "1mm 미만", "30.0~50.0mm", "50.0mm 이상", "TMP", "PCP",
        "WSD", "SKY", "PTY", "TMN", "VEC", "12분3초후[7번째 전]", "곧 도착", "[막차] 99999999999분후", "운행종료", "RUN", "STOP",
        "Actual", "Test", "Alert", "Update", "Cancel", "Public", "Extreme", "Past", "ko-KR", "a,b,2026-11-20T08:00:00Z",
        "36.2,127.5 36.4,127.5 36.4,127.7 36.2,127.5", "36.3,127.5 10", "nan,999", "4373000000", "충청북도 옥천군",
        "<p>줄<br>줄</p>", "<script>", "<!--", "&nbsp;&#xFFFF;&", "]]>", "\u{202E}\u{0}\u{FEFF}",
        "https://example.invalid/?a=1&b",
        "javascript:alert(1)", "//x", "똠방각하", "https://jsonfeed.org/version/1.1", "긴급재난", "2.0", "NORMAL_CODE",
    ]

    static func json(_ random: inout SplitMix, depth: Int = 0) -> String {
        switch random.below(depth > 5 ? 4 : 8) {
        case 0: return "\"\(escaped(random.pick(values)))\""
        case 1: return random.pick(["null", "true", "0", "-1.5e3", "22", "2026", "1e999"])
        case 2: return "\"\(escaped(random.pick(values)))\""
        case 3: return random.pick(["[]", "{}", "\"\""])
        case 4:
            return "[" + (0..<random.below(4)).map { _ in json(&random, depth: depth + 1) }.joined(separator: ",") + "]"
        default:
            let members = (0..<random.below(6)).map { _ in
                "\"\(random.pick(names))\":\(json(&random, depth: depth + 1))"
            }
            return "{" + members.joined(separator: ",") + "}"
        }
    }

    static func xml(_ random: inout SplitMix, depth: Int = 0) -> String {
        let name = random.pick(names)
        let attributes = (0..<random.below(3)).map { _ in " \(random.pick(names))=\"\(random.pick(values))\"" }.joined()
        if random.oneIn(8) { return "<\(name)\(attributes)/>" }
        let parts = (0..<random.below(depth > 5 ? 1 : 5)).map { _ in
            switch random.below(8) {
            case 0: return "<![CDATA[\(random.pick(values))]]>"
            case 1: return random.pick(["<!-- x -->", "<?pi x?>", "<", "&", "<!DOCTYPE x>"])
            case 2, 3: return random.pick(values)
            default: return xml(&random, depth: depth + 1)
            }
        }
        return "<\(name)\(attributes)>\(parts.joined())</\(name)>"
    }

    /// A document with the outer parts of a format and anything inside, and the folder of that format's samples.
    static func enveloped(_ random: inout SplitMix) -> (folder: String, text: String) {
        let rows = (0..<random.below(4)).map { _ in row(&random) }.joined(separator: ",")
        let elements = (0..<random.below(4)).map { _ in xml(&random, depth: 3) }.joined()
        switch random.below(6) {
        case 0:
            let body = #"{"totalCount":\#(random.below(9)),"items":{"item":[\#(rows)]}}"#
            let folder = random.pick(["kma", "kma_mid", "kma_warning", "tago"])
            return (folder, #"{"response":{"header":{"resultCode":"00"},"body":\#(body)}}"#)
        case 1: return ("dsms", #"{"header":{"resultCode":"00"},"body":[\#(rows)]}"#)
        case 2: return ("rss", #"{"version":"https://jsonfeed.org/version/1","items":[\#(rows)]}"#)
        case 3: return ("rss", "<rss><channel><item>\(elements)</item><item>\(elements)</item></channel></rss>")
        case 4: return ("rss", "<feed xmlns='http://www.w3.org/2005/Atom'><entry>\(elements)</entry></feed>")
        default:
            let head = "<identifier>1</identifier><sender>a</sender><sent>2026-11-20T08:00:00+09:00</sent>"
            let kind = "<status>Actual</status><msgType>\(random.pick(["Alert", "Update", "Cancel"]))</msgType>"
            return ("cap", "<alert>\(head)\(kind)<scope>Public</scope><info>\(elements)</info></alert>")
        }
    }

    /// An object of scalars.
    private static func row(_ random: inout SplitMix) -> String {
        let members = Dictionary(
            (0..<random.below(12)).map { _ in (random.pick(names), random.pick(values)) }, uniquingKeysWith: { $1 })
        let sorted = members.sorted { $0.key < $1.key }
        return "{" + sorted.map { "\"\($0.key)\":\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
    }

    static func csv(_ random: inout SplitMix) -> String {
        (0..<random.below(6)).map { _ in
            (0..<random.below(7)).map { _ in random.pick(values + names) }.joined(
                separator: random.pick([",", "\t", ";"]))
        }
        .joined(separator: random.pick(["\n", "\r\n", "\r"]))
    }

    /// Fields with numbers that GTFS Realtime has, nested at random.
    static func wire(_ random: inout SplitMix, depth: Int = 0) -> [UInt8] {
        (0..<random.below(6)).flatMap { _ -> [UInt8] in
            let field = random.oneIn(20) ? random.below(1 << 20) : 1 + random.below(14)
            switch random.below(6) {
            case 0, 1: return varint(UInt64(field << 3)) + varint(number(&random))
            case 2: return varint(UInt64(field << 3 | 5)) + [1, 2, 3, 4]
            case 3:
                let text = Array(random.pick(values).utf8)
                return varint(UInt64(field << 3 | 2)) + varint(UInt64(text.count)) + text
            default:
                let inner = depth < 5 ? wire(&random, depth: depth + 1) : []
                return varint(UInt64(field << 3 | 2)) + varint(UInt64(inner.count)) + inner
            }
        }
    }

    private static func number(_ random: inout SplitMix) -> UInt64 {
        random.pick([0, 1, 3, 60, 1_795_132_800, 1_795_133_172, .max, UInt64(bitPattern: -120), random.next()])
    }

    private static func varint(_ number: UInt64) -> [UInt8] {
        var (rest, bytes): (UInt64, [UInt8]) = (number, [])
        repeat {
            bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
            rest >>= 7
        } while rest > 0
        return bytes
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : scalar.value < 0x20 ? "\\u0000" : String(scalar)
        }
        .joined()
    }
}
