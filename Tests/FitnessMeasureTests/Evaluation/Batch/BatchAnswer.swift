/// An answer as a program on the other side of the pipe reads it.
struct BatchAnswer: Decodable {
    var id: String?
    var items: [String: Item]?
    var grade: Int?
    var gradeReason, gradeLabel: String?
    var gate: Gate?
    var flags: [String]?
    var sppb: Int?
    var plan: Plan?
    var tables: String?
    var explain: [Finding]?
    var error, field: String?

    struct Item: Decodable, Equatable {
        var level: Int?
        var percentile: Double?
        var grade: Int?
        var reason: String?
    }

    struct Gate: Decodable, Equatable {
        var outcome: String
        var rules, unchecked: [String]
    }

    struct Plan: Decodable {
        var level: String?
        var isFallRisk: Bool?
        var factors: [String]

        private enum CodingKeys: String, CodingKey {
            case level, factors
            case isFallRisk = "fall_risk"
        }
    }

    struct Finding: Decodable {
        var id, result: String
        var value, limit: Double?
        var rows: [Row]
        var marks: [String]
    }

    struct Row: Decodable, Equatable {
        var table: String
        var line: Int
    }

    private enum CodingKeys: String, CodingKey {
        case id, items, grade, gate, flags, sppb, plan, tables, explain, error, field
        case gradeReason = "grade_reason"
        case gradeLabel = "grade_label"
    }
}
