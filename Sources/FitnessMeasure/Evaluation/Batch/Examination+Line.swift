extension Examination {
    /// Reads one line of a batch, in the ids and units of the reference tables.
    ///
    /// ```json
    /// {"id":"a1","sex":"F","age":73,"readings":{"grip_left":18.2,"weight":54.0},"answers":{"par_q_2":false}}
    /// ```
    /// A reading or answer of `null` was not taken. What is not known is refused, because an answer that is passed
    /// over could be the one that stops somebody.
    init(batch object: JSONObject, _ tables: FitnessTables) throws(BatchError) {
        self.init(sex: try Self.sex(object["sex"]), age: try Self.age(object["age"], tables.ranges))
        for member in try Self.members(object, "readings") where member.value != .null {
            try take(reading: member.key, member.value, tables)
        }
        for member in try Self.members(object, "answers") where member.value != .null {
            try take(answer: member.key, member.value, tables)
        }
    }

    private static func members(_ object: JSONObject, _ key: String) throws(BatchError) -> [JSONObject.Member] {
        switch object[key] {
        case nil, .null: return []
        case .object(let members): return members.members
        default: throw BatchError(.notAnObject, key)
        }
    }

    private static func sex(_ value: JSONText?) throws(BatchError) -> Sex {
        switch value {
        case nil, .null: throw BatchError(.sexMissing, "sex")
        case .string(let text):
            guard let sex = Sex(rawValue: text) else { throw BatchError(.unknownSex, "sex") }
            return sex
        default: throw BatchError(.unknownSex, "sex")
        }
    }

    private static func age(_ value: JSONText?, _ ranges: InputRanges) throws(BatchError) -> Int {
        switch value {
        case nil, .null: throw BatchError(.ageMissing, "age")
        case .number(let number):
            guard ranges["age"]?.verdict(number) != .refuse else { throw BatchError(.outOfRange, "age") }
            guard let years = number.wholeNumber else { throw BatchError(.badAge, "age") }
            return years
        default: throw BatchError(.badAge, "age")
        }
    }
}
