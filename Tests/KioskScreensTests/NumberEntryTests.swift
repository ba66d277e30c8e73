import FitnessMeasure
import Testing

@testable import KioskScreens

struct NumberEntryTests {
    @Test(arguments: [
        ("152.4", "152.4"), ("56.", "56"), ("007", "7"), ("0.5", "0.5"), (".5", "5"), ("5..5", "5.5"),
        ("12.34", "12.3"),
        ("1234567", "12345"), ("-3", "-3"), ("--3", "3"), ("0", "0"),
    ])
    func `keys make a decimal`(keys: String, value: String) {
        var entry = NumberEntry(places: 1, takesSign: true)
        press(keys, &entry)
        #expect(entry.value?.description == value)
    }

    @Test func `without places and sign both keys do nothing`() {
        var entry = NumberEntry(places: 0, takesSign: false)
        press("-1.5", &entry)
        #expect(entry.text == "15")
    }

    @Test func `nothing typed is no value`() {
        var entry = NumberEntry(places: 1, takesSign: true)
        #expect(entry.value == nil)
        press("-", &entry)
        #expect(entry.value == nil)
        entry.erase()
        #expect(entry.text.isEmpty)
    }

    private func press(_ keys: String, _ entry: inout NumberEntry) {
        for key in keys {
            switch key {
            case ".": entry.point()
            case "-": entry.sign()
            default: entry.type(key.wholeNumberValue ?? 0)
            }
        }
    }
}
