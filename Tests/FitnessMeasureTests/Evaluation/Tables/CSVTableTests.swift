import FitnessMeasure
import Testing

@Suite struct CSVTableTests {
    @Test func `quoted fields keep commas, quotes and line breaks`() throws {
        let table = try CSVTable(name: "t.csv", text: "\u{feff}a,b\r\n\"x, \"\"y\"\"\nz\",2.50\r\n\r\n3,4\n")
        #expect(table.rows.count == 2)
        #expect(try table.rows[0].text("a") == "x, \"y\"\nz")
        #expect(try table.rows[0].decimal("b").description == "2.50")
        #expect(try table.rows[1].integer("a") == 3)
        #expect(table.rows.map(\.line) == [2, 5])
    }

    @Test(arguments: [
        ("", 1, CSVError.Fault.empty),
        ("a,b\n", 1, .empty),
        ("a,a\n1,2\n", 1, .duplicateColumn),
        ("a,b\n1,2\n1\n", 3, .fieldCount(expected: 2, found: 1)),
        ("a,b\n1,\"2\n", 2, .badQuote),
        ("a,b\n1,2\"3\n", 2, .badQuote),
        ("a,b\n1,\"2\"3\n", 2, .badQuote),
    ])
    func `a broken table names its line`(text: String, line: Int, fault: CSVError.Fault) {
        let error = #expect(throws: CSVError.self) { try CSVTable(name: "t.csv", text: text) }
        #expect(error?.table == "t.csv" && error?.line == line && error?.fault == fault)
    }

    @Test func `a field says what is wrong with it`() throws {
        let row = try #require(try CSVTable(name: "t.csv", text: "a\n1e3\n").rows.first)
        #expect(throws: CSVError.self) { try row.text("b") }
        let error = #expect(throws: CSVError.self) { try row.decimal("a") }
        #expect(error?.fault == .badNumber(column: "a"))
    }
}
