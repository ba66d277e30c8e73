import FitnessMeasure

/// What `kiosk evaluate` prints of one person.
struct OnePersonsResults: Encodable {
    var items: [Item]
    var strength: String?
    var workOn: String?
    var explain: [StaffView.Finding]?

    struct Item: Encodable {
        var test: String
        var value: String
        var level: Int?
        var row: Int?
        var ages: String?
        var confidence: String?
        var reason: String?
    }

    init(_ evaluation: Evaluation, results: [String], explains: Bool) {
        items = evaluation.items.map { Item($0, results) }
        (strength, workOn) = (evaluation.strength?.rawValue, evaluation.workOn?.rawValue)
        explain = explains ? StaffView(evaluation).findings : nil
    }
}

extension OnePersonsResults.Item {
    fileprivate init(_ item: Evaluation.Item, _ results: [String]) {
        test = item.test.rawValue
        let given = results.last { $0.hasPrefix(item.test.rawValue + "=") }
        value = given.map { String($0.dropFirst(item.test.rawValue.count + 1)) } ?? ""
        switch item.outcome {
        case .level(let found):
            (level, row) = (found.level, found.row.origin.line)
            (ages, confidence) = ("\(found.row.ages)", found.row.origin.confidence.rawValue)
        case .notEvaluated(let why): reason = why.code
        }
    }
}
