/// The numbers under shop barcodes, with the check digit of GS1.
enum TradeItemNumber {
    /// Whether ASCII bytes are such a number in any of its lengths.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        guard [8, 12, 13, 14].contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        let digits = bytes.map { Int($0 - 0x30) }
        return isChecked(digits) || expandedShortForm(digits).map(isChecked) ?? false
    }

    /// From the right, digits count once and three times in turn; the sum ends in zero.
    private static func isChecked(_ digits: [Int]) -> Bool {
        digits.reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
    }

    /// The twelve digits that a UPC-E number of eight stands for.
    private static func expandedShortForm(_ digits: [Int]) -> [Int]? {
        guard digits.count == 8, digits[0] <= 1 else { return nil }
        let (system, body, check) = (digits[0], Array(digits[1...6]), digits[7])
        let zeros = [Int](repeating: 0, count: 5)
        let long =
            switch body[5] {
            case 0...2: body[0...1] + [body[5]] + zeros.prefix(4) + body[2...4]
            case 3: body[0...2] + zeros + body[3...4]
            case 4: body[0...3] + zeros + body[4...4]
            default: body[0...4] + zeros.prefix(4) + body[5...5]
            }
        return [system] + long + [check]
    }
}
