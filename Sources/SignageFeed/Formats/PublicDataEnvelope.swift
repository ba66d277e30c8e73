/// The wrapping of the national data portal, in its four forms: the service's own envelope, the gateway's refusal in XML
/// (even when JSON was asked) or in JSON, and a flat refusal. The form is settled before any row is looked at.
enum PublicDataEnvelope {
    struct Page {
        var rows: [FeedRow]
        var problems: [FeedProblem]
        /// How many rows the service says there are, on all pages.
        var total: Int?

        /// The problems, with one more when rows are missing at the end.
        var problemsWithMissingRows: [FeedProblem] {
            guard let total, total > rows.count + problems.count else { return problems }
            return problems + [FeedProblem(.incompletePage)]
        }
    }

    /// What "no data" (code 03) means differs by service: no bus and no warning, or an issue that is not out yet.
    enum NoData { case nothing, notIssuedYet }

    /// The rows of an answer, nil when the service has none.
    static func page(of document: FeedDocument, noData: NoData = .nothing) throws(FeedError) -> Page? {
        let page =
            switch document {
            case .json(let json): try page(of: json, noData)
            case .xml(let root): try page(of: root, noData)
            }
        guard let page, !page.rows.isEmpty || !page.problems.isEmpty else { return nil }
        return page
    }

    private static func page(of json: JSONValue, _ noData: NoData) throws(FeedError) -> Page? {
        if let gateway = json["OpenAPI_ServiceResponse"]?["cmmMsgHeader"] ?? json["cmmMsgHeader"] {
            throw refusal(code: gateway["returnReasonCode"]?.text, message: gateway["returnAuthMsg"]?.text)
        }
        if json["response"] == nil, json["resultCode"] != nil {
            throw refusal(code: json["resultCode"]?.text, message: json["resultMsg"]?.text)
        }
        let header = json["response"]?["header"]
        guard let code = header?["resultCode"]?.text else { throw FeedError(.unexpectedShape) }
        guard try hasRows(code, header?["resultMsg"]?.text, noData) else { return nil }
        guard let body = json["response"]?["body"], case .object = body else { throw FeedError(.unexpectedShape) }
        let rows = try elements(of: body["items"])
        return page(rows.map { FeedRow($0) }, total: body["totalCount"]?.text)
    }

    private static func page(of root: SafeXML.Element, _ noData: NoData) throws(FeedError) -> Page? {
        if root.name == "OpenAPI_ServiceResponse", let gateway = root["cmmMsgHeader"] {
            let row = FeedRow(gateway)
            throw refusal(code: row["returnReasonCode"], message: row["returnAuthMsg"])
        }
        guard root.name == "response", let header = root["header"].map({ FeedRow($0) }), let code = header["resultCode"]
        else { throw FeedError(.unexpectedShape) }
        guard try hasRows(code, header["resultMsg"], noData) else { return nil }
        guard let body = root["body"] else { throw FeedError(.unexpectedShape) }
        return page(body["items"]?.all("item").map { FeedRow($0) } ?? [], total: FeedRow(body)["totalCount"])
    }

    /// `items` is a list of rows, or holds one as `item`, or one row, or is an empty text.
    private static func elements(of items: JSONValue?) throws(FeedError) -> [JSONValue] {
        switch items {
        case nil, .null, .string(""): return []
        case .array(let rows): return rows
        case .object(let members):
            switch members["item"] {
            case nil, .null, .string(""): return []
            case .array(let rows): return rows
            case .some(let row): return [row]
            }
        default: throw FeedError(.unexpectedShape)
        }
    }

    private static func page(_ rows: [FeedRow?], total: String?) -> Page {
        let broken = rows.indices.filter { rows[$0] == nil }.map { FeedProblem(.unusableRow, row: $0) }
        return Page(rows: rows.compactMap { $0 }, problems: broken, total: total.flatMap { Int($0) })
    }

    private static func hasRows(_ code: String, _ message: String?, _ noData: NoData) throws(FeedError) -> Bool {
        switch ServiceCode(code, message: message) {
        case .success: return true
        case .nothing where noData == .nothing: return false
        // Releases come up to ten minutes off the printed times.
        case .nothing: throw FeedError(.service("03"), retryAfter: .seconds(600))
        case .failure(let error): throw error
        }
    }

    /// The gateway and the flat form bring no rows: a success there is an answer that we do not understand.
    private static func refusal(code: String?, message: String?) -> FeedError {
        guard let code = code ?? message.flatMap(ServiceCode.number(ofMessage:)),
            case .failure(let error) = ServiceCode(code, message: message)
        else { return FeedError(.unexpectedShape) }
        return error
    }
}
