/// Numbers and the units that belong to them, which no line end may part.
enum NumberAndUnit {
    /// Whether a number ends at one place and its unit begins at the other, with nothing or spaces between.
    static func joins(_ text: [Character], endOfNumber: Int, startOfUnit: Int) -> Bool {
        guard endsNumber(text, at: endOfNumber) else { return false }
        if text[startOfUnit].isNumeral { return continuesNumber(text, endOfNumber) }
        return unitLength(text, at: startOfUnit) != nil
    }

    /// Whether a place lies within a unit of Han characters or kana that follows its number at once: キロ|グラム.
    static func isInsideUnit(_ text: [Character], _ index: Int) -> Bool {
        for start in max(1, index - longest + 1)...max(1, index) where followsNumeral(text, start) {
            if let length = unitLength(text, at: start), start + length - 1 > index { return true }
        }
        return false
    }

    /// 1만 2천 is one number.
    private static func continuesNumber(_ text: [Character], _ end: Int) -> Bool {
        end > 0 && text[end - 1].isNumeral && "만억조".contains(text[end])
    }

    private static func followsNumeral(_ text: [Character], _ start: Int) -> Bool {
        text[start - 1].isNumeral || (start > 1 && text[start - 1] == " " && text[start - 2].isNumeral)
    }

    /// Digits, native numerals (세, 열두) and Sino-Korean ones (삼십).
    private static func endsNumber(_ text: [Character], at end: Int) -> Bool {
        if text[end].isNumeral { return true }
        guard HangulSyllable(text[end]) != nil else { return false }
        let word = String(text[...end].suffix(longest + 1).reversed().prefix { HangulSyllable($0) != nil }.reversed())
        guard word.count <= longest else { return false }
        return nativeNumerals.contains(word) || word.allSatisfy(sinoDigits.contains)
    }

    /// How long the unit is that begins at a place; nil when what begins there is another word.
    private static func unitLength(_ text: [Character], at start: Int) -> Int? {
        let window = text[start...].prefix(longest + 6)
        guard let first = window.first else { return nil }
        if HangulSyllable(first) != nil { return koreanUnit(window.prefix { HangulSyllable($0) != nil }) }
        if first.isASCIILetter {
            let word = String(window.prefix { $0.isLetter || $0 == "." || $0 == "/" })
            return latin.contains(word.lowercased().trimmingSuffix(".")) ? word.count : nil
        }
        let matches = ideographic.filter { window.starts(with: $0) }
        return matches.map(\.count).max()
    }

    /// A Korean unit is followed by nothing or by a particle; `5 분홍` is no number of minutes.
    private static func koreanUnit(_ word: ArraySlice<Character>) -> Int? {
        let matches = korean.filter { unit in
            guard word.starts(with: unit) else { return false }
            let rest = String(word.dropFirst(unit.count))
            return unit.count >= 3 || rest.isEmpty || koreanEndings.contains(rest)
        }
        return matches.map(\.count).max()
    }

    /// The longest unit or numeral in characters.
    private static let longest = 8

    private static let nativeNumerals = Set((1...99).map(SpokenNumber.counting))
    private static let sinoDigits = Set("영일이삼사오육칠팔구십백천만억조")

    private static let korean: [[Character]] = [
        "킬로그램", "그램", "킬로", "킬로미터", "미터", "센티미터", "센티", "밀리미터", "리터", "퍼센트", "칼로리", "킬로칼로리",
        "초", "분", "시", "시간", "일", "주", "주일", "달", "개월", "월", "년", "살", "세", "번", "번째", "회", "명", "분",
        "개", "장", "쪽", "권", "대", "점", "도", "원", "만", "천", "억", "보", "걸음", "바퀴", "층", "호", "호선", "위", "등",
        "급", "등급", "단계", "가지", "곳", "사람", "자리", "정거장", "정류장", "잔", "알", "밀리미터수은주", "박자", "세트",
    ].map(Array.init)

    /// Particles and endings that may follow a unit or a title.
    static let koreanEndings: Set<String> = [
        "이", "가", "은", "는", "을", "를", "에", "로", "으로", "의", "도", "만", "만에", "과", "와", "마다", "부터", "까지",
        "에서", "에는", "전", "후", "뒤", "간", "쯤", "씩", "동안", "째", "정도", "보다", "이상", "이하", "이내", "이에요", "예요",
        "이고", "이며", "입니다", "이나", "밖에", "이면", "면", "남았어요", "들", "께서", "반",
    ]

    private static let latin: Set<String> = [
        "kg", "g", "mg", "km", "m", "cm", "mm", "l", "ml", "mmhg", "kpa", "bpm", "kcal", "s", "sec", "min", "h", "m/s",
        "km/h", "am", "pm", "a.m", "p.m", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days",
        "week", "weeks", "month", "months", "year", "years", "time", "times", "step", "steps", "people", "person",
        "point", "points", "percent", "degree", "degrees", "kilogram", "kilograms", "metre", "metres", "meter",
        "meters",
    ]

    private static let ideographic: [[Character]] = [
        "公斤", "千克", "克", "公里", "厘米", "毫米", "米", "分钟", "分", "秒", "小时", "点", "时", "次", "人", "岁", "度", "个",
        "元", "天", "日", "月", "年", "周", "号", "楼", "层", "步", "级", "项", "位", "站", "毫米汞柱", "キログラム", "キロ",
        "グラム", "キロメートル", "メートル", "センチ", "センチメートル", "ミリ", "パーセント", "時間", "分間", "秒間", "時", "回", "歳",
        "才", "個", "円", "番", "階", "歩", "点", "件", "本", "枚", "台", "名", "か月", "ヶ月", "カ月", "週間", "日間", "年間", "度目",
        "回目", "番目", "級", "つ", "停留所", "㎏", "㎝", "㎜", "㎞",
    ].map(Array.init)
}

extension Character {
    fileprivate var isNumeral: Bool { digitValue != nil }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        last == suffix ? String(dropLast()) : self
    }
}
