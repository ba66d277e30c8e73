extension LineProfile {
    /// The device's time, or the flag that says why there is none. A wrong clock does not make a value wrong; text that
    /// does not follow the layout means that the line is another one.
    func deviceTime(_ fields: [String: String]) throws(LineFault) -> (time: DeviceTime?, flag: QualityFlag?) {
        let present = time.filter { $0.isRequired || fields[$0.field] != nil }
        guard !present.isEmpty else { return (nil, nil) }
        var found = DeviceTime(year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0)
        for rule in present {
            guard let text = fields[rule.field] else { throw .missing(field: rule.field) }
            guard text.contains(where: \.isNumber) else { return (nil, .timestampUnknown) }
            try rule.read(text, into: &found)
        }
        return found.isInCalendar ? (found, nil) : (nil, .timestampInvalid)
    }
}

extension LineTimeRule {
    /// Puts what the field says into the time; throws ``LineFault/badTime(field:)`` if it follows no layout.
    func read(_ text: String, into time: inout DeviceTime) throws(LineFault) {
        guard let layout = layouts.first(where: { $0.utf8.count == text.utf8.count }) else {
            throw .badTime(field: field)
        }
        var digits: [Character: Int] = [:]
        for (mark, character) in zip(layout, text) {
            guard "yMdHms".contains(mark) else {
                guard mark == character else { throw .badTime(field: field) }
                continue
            }
            guard let digit = character.wholeNumberValue, character.isASCII else { throw .badTime(field: field) }
            digits[mark] = (digits[mark] ?? 0) * 10 + digit
        }
        // Instruments of this kind are younger than the century, so 26 is 2026.
        let century = layout.filter { $0 == "y" }.count == 2 ? 2000 : 0
        time.year = digits["y"].map { $0 + century } ?? time.year
        (time.month, time.day) = (digits["M"] ?? time.month, digits["d"] ?? time.day)
        (time.hour, time.minute) = (digits["H"] ?? time.hour, digits["m"] ?? time.minute)
        time.second = digits["s"] ?? time.second
    }
}

extension DeviceTime {
    /// True for a day and hour that exist; zero stands for an unknown part of the date.
    var isInCalendar: Bool {
        guard (0...12).contains(month), (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
        else { return false }
        let isLeapYear = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, 31, isLeapYear || year == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (0...days[month]).contains(day)
    }
}
