/// Which codes stand for which test or quantity. A LOINC code is used only where the table says that it was found;
/// the rest has a code of our own, defined in `assets/fhir/CodeSystem-fitness-tests.json`.
public struct ClinicalCodes: Sendable {
    public static let table = "loinc_fhir_codes.csv"
    public static let codingsTable = "codings.csv"

    private var codes: [String: ClinicalCode] = [:]
    private var rowsByQuantity: [QuantityKind: String] = [:]

    /// `codings` holds the device codes, and what was looked up after the first table was made.
    public init(loinc: String, codings: String) throws(CSVError) {
        for row in try CSVTable(name: Self.table, text: loinc).rows {
            let code = try ClinicalCode(row)
            guard codes.updateValue(code, forKey: code.id) == nil else { throw row.fault(.inconsistent) }
        }
        for row in try CSVTable(name: Self.codingsTable, text: codings).rows {
            let id = try row.text("test")
            let unit = UCUMUnit(rawValue: try row.text("ucum"))
            var code = codes[id] ?? ClinicalCode(id: id, unit: unit)
            try code.add(row)
            codes[id] = code
            for name in try row.text("quantity").split(separator: " ") {
                let quantity = QuantityKind(rawValue: String(name))
                guard rowsByQuantity.updateValue(id, forKey: quantity) == nil else { throw row.fault(.inconsistent) }
            }
        }
    }

    /// The code of a row of the tables.
    public subscript(id: String) -> ClinicalCode? { codes[id] }

    /// All of them, in the order of their ids.
    public var all: [ClinicalCode] { codes.keys.sorted().compactMap { codes[$0] } }

    /// The code for a value: by the hand that squeezed, by the quantity where that says all, else by the test.
    func code(
        for quantity: QuantityKind, test: FitnessTestID?, flags: Set<QualityFlag>
    ) throws(InterchangeError) -> ClinicalCode {
        let id: String? =
            if quantity == .grip {
                flags.contains(.rightHand) ? "grip_right" : flags.contains(.leftHand) ? "grip_left" : "grip"
            } else {
                rowsByQuantity[quantity] ?? test?.rawValue
            }
        guard let id, let code = codes[id] else { throw .noCode(quantity, test) }
        return code
    }
}

/// One test's or quantity's codes.
public struct ClinicalCode: Equatable, Sendable {
    /// The row's id in the tables.
    public let id: String
    /// The verified LOINC codes, the table's first.
    public private(set) var loinc: [FHIRCoding] = []
    /// The code that devices use for it.
    public private(set) var device: FHIRCoding?
    /// Our own code, where no LOINC code is verified.
    public var local: FHIRCoding? { loinc.isEmpty ? FHIRCoding(FHIRName.tests, localCode, display) : nil }
    public private(set) var display: String?
    /// The unit in which the profile or our definition wants it.
    public let unit: UCUMUnit
    public private(set) var category = "exam"
    public private(set) var profile: String?
    private var localCode: String

    init(id: String, unit: UCUMUnit) {
        (self.id, self.unit) = (id, unit)
        localCode = id.replacing("_", with: "-")
    }

    fileprivate init(_ row: CSVTable.Row) throws(CSVError) {
        self.init(id: try row.text("test"), unit: UCUMUnit(rawValue: try row.text("ucum")))
        let (system, code) = (try row.text("system"), try row.text("code"))
        let display = try row.text("display")
        self.display = display.isEmpty ? nil : display
        category = try row.text("fhir_category")
        let profile = try row.text("profile")
        self.profile = profile.isEmpty ? nil : profile
        if system == "local", !code.isEmpty { localCode = code }
        if system == FHIRName.loinc, !code.isEmpty, try row.text("confidence") == "found" {
            loinc = [FHIRCoding(system, code, display)]
        }
    }

    fileprivate mutating func add(_ row: CSVTable.Row) throws(CSVError) {
        let (mdc, code) = (try row.text("mdc"), try row.text("loinc"))
        if !mdc.isEmpty { device = FHIRCoding(FHIRName.mdc, mdc, try row.text("mdc_name")) }
        guard !code.isEmpty, try row.text("confidence") == "found" else { return }
        let text = try row.text("loinc_display")
        loinc.append(FHIRCoding(FHIRName.loinc, code, text))
        if display == nil { display = text }
        if let category = try row.word("category", orEmpty: FHIRCategory.self) { self.category = category.rawValue }
    }

    var concept: FHIRConcept {
        FHIRConcept([local].compactMap { $0 } + loinc + [device].compactMap { $0 }, text: display)
    }
}

/// The categories of observations that we write.
enum FHIRCategory: String { case vitalSigns = "vital-signs", exam, survey, laboratory }

extension CSVTable.Row {
    /// A word of a closed list; nil for an empty field.
    fileprivate func word<Word: RawRepresentable<String>>(
        _ column: String, orEmpty: Word.Type
    ) throws(CSVError) -> Word? {
        try text(column).isEmpty ? nil : word(column)
    }
}

/// Why a record cannot be written for others.
public enum InterchangeError: Error, Equatable, Sendable {
    /// No row of the code tables is for this quantity in this test; a code is never made up.
    case noCode(QuantityKind, FitnessTestID?)
    /// A text has a character that the wanted encoding does not have.
    case notEncodable(column: String)
}

extension QualityFlag {
    public static let rightHand: QualityFlag = "right_hand"
    public static let leftHand: QualityFlag = "left_hand"
}
