/// A place by name, word by word, with its province written out.
struct RegionName: Equatable {
    let words: [String]

    init(_ text: String) {
        var words = text.split { $0 == " " || $0 == "\u{A0}" }.map(String.init).filter { $0 != "전체" && $0 != "전지역" }
        if let first = words.first, let province = Self.province(first) { words[0] = province }
        self.words = words
    }

    /// Whether one of the two lies within the other; nowhere is in nothing.
    func overlaps(_ other: RegionName) -> Bool {
        guard !words.isEmpty, !other.words.isEmpty else { return false }
        return words.starts(with: other.words) || other.words.starts(with: words)
    }

    /// Whether `part` names a part of this place without its province: `옥천읍`, `옥천군 옥천읍`.
    func holds(_ part: RegionName) -> Bool {
        let count = part.words.count
        guard count > 0, count < words.count else { return false }
        return words.indices.dropFirst().contains { words[$0...].prefix(count).elementsEqual(part.words) }
    }

    /// Whether it names a province or a district of Korea, so that not matching it means something.
    var isKnown: Bool {
        guard let first = words.first else { return false }
        return RegionTable.provinces.contains { province in
            province.name == first || province.districts.contains { $0.name == first }
        }
    }

    /// `충북`, `서울시` and `강원도` written out.
    private static func province(_ word: String) -> String? {
        if let short = shortNames[word] { return short }
        if RegionTable.provinces.contains(where: { $0.name == word }) { return word }
        let old = ["강원도": "강원특별자치도", "전라북도": "전북특별자치도", "제주도": "제주특별자치도", "세종시": "세종특별자치시"]
        if let new = old[word] { return new }
        return word.hasSuffix("시") ? shortNames[String(word.dropLast())] : nil
    }

    private static let shortNames = [
        "서울": "서울특별시", "부산": "부산광역시", "대구": "대구광역시", "인천": "인천광역시", "대전": "대전광역시", "울산": "울산광역시",
        "세종": "세종특별자치시", "경기": "경기도", "강원": "강원특별자치도", "충북": "충청북도", "충남": "충청남도", "전북": "전북특별자치도",
        "전남": "전라남도", "경북": "경상북도", "경남": "경상남도", "제주": "제주특별자치도", "광주": "광주광역시",
    ]
}
