/// A place as the code of its legal neighbourhood (법정동), ten digits: province (2), district (5), town (8), village (10).
///
/// Codes of provinces that were renumbered (강원 42 → 51 in 2023, 전북 45 → 52 in 2024) count as their new ones.
public struct RegionCode: Hashable, Sendable {
    /// Without the zeros that stand for "all of it".
    let significant: Substring

    /// Nil unless ten digits, or a bare province or district.
    init?(_ text: String) {
        guard [2, 5, 8, 10].contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let renumbered = ["42": "51", "45": "52"][String(text.prefix(2))].map { $0 + text.dropFirst(2) } ?? text
        let length = [2, 5, 8].first { renumbered.dropFirst($0).allSatisfy { $0 == "0" } } ?? 10
        significant = renumbered.prefix(length)
    }

    /// The code of a place by its name, e.g. `충청북도 옥천군 옥천읍`; towns count as their district.
    init?(region: String) {
        let words = RegionName(region).words
        guard let first = words.first, let province = RegionTable.provinces.first(where: { $0.name == first }) else {
            return nil
        }
        let rest = words.dropFirst().joined(separator: " ")
        let found = province.districts.filter { rest == $0.name || rest.hasPrefix($0.name + " ") }
        // `수원시 팔달구` before `수원시`.
        let district = found.max { $0.name.utf8.count < $1.name.utf8.count }
        guard rest.isEmpty || district != nil || province.districts.isEmpty else { return nil }
        significant = (district?.code ?? province.code)[...]
    }

    /// Whether one of the two lies within the other.
    func overlaps(_ other: RegionCode) -> Bool {
        covers(other) || other.covers(self)
    }

    private func covers(_ other: RegionCode) -> Bool {
        if other.significant.hasPrefix(significant) { return true }
        // A city with wards of its own has a zero where they have their number.
        guard significant.count == 5, other.significant.count >= 5, Self.citiesWithWards.contains(String(significant))
        else { return false }
        return other.significant.hasPrefix(significant.prefix(4))
    }

    private static let citiesWithWards: Set<String> = Set(
        RegionTable.provinces.flatMap(\.districts).filter { $0.name.contains(" ") }.map { $0.code.prefix(4) + "0" })
}
