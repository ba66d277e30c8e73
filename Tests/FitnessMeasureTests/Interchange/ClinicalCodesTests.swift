import Foundation
import Testing

@testable import FitnessMeasure

@Suite struct ClinicalCodesTests {
    private let codes: ClinicalCodes

    init() throws { codes = try shippedCodes() }

    /// A concept of the shipped code system.
    private struct System: Decodable {
        let url: String
        let concept: [Concept]
        struct Concept: Decodable { let code: String }
    }

    private func system(_ name: String) throws -> System {
        let file = repository.appending(path: "assets/fhir/CodeSystem-\(name).json")
        return try JSONDecoder().decode(System.self, from: Data(contentsOf: file))
    }

    @Test func `every code of our own is defined, and in one system`() throws {
        let system = try system("fitness-tests")
        let defined = Set(system.concept.map(\.code))
        for code in codes.all {
            guard let local = code.local, code.id != "vital_signs_panel", code.id != "walk_6min_panel" else { continue }
            #expect(local.system == system.url)
            #expect(defined.contains(local.code), "\(code.id)")
        }
    }

    @Test(arguments: [
        ("blood_pressure", "85354-9"), ("bp_systolic", "8480-6"), ("bp_diastolic", "8462-4"), ("bp_mean", "8478-0"),
        ("heart_rate_rest", "8867-4"), ("weight", "29463-7"), ("height", "8302-2"), ("bmi", "39156-5"),
        ("grip_right", "83174-3"), ("walk_6min", "64098-7"), ("body_fat", "41982-0"),
    ])
    func `a verified code is used`(id: String, loinc: String) throws {
        let code = try #require(codes[id])
        #expect(code.loinc.first?.code == loinc)
        #expect(code.local == nil)
    }

    @Test(arguments: [
        ("grip_left", "grip-left"), ("waist", "waist"), ("chair_stand_30s", "chair-stand-30s"),
        ("gait_speed_usual", "gait-speed"), ("tug_usual", "tug-3m-usual"), ("grip", "grip"),
    ])
    func `what was not found has a code of our own, also where one was recalled`(id: String, own: String) throws {
        let code = try #require(codes[id])
        #expect(code.loinc.isEmpty)
        #expect(code.local?.code == own)
    }

    @Test(
        arguments: [
            (QuantityKind.grip, ["right_hand"], "grip_right"), (.grip, ["left_hand"], "grip_left"), (.grip, [], "grip"),
            (.pulse, [], "heart_rate_rest"), (.repetitions, [], "step_2min"), (.duration, [], "step_2min"),
        ] as [(QuantityKind, Set<QualityFlag>, String)])
    func `a value finds its row`(kind: QuantityKind, flags: Set<QualityFlag>, id: String) throws {
        #expect(try codes.code(for: kind, test: .twoMinuteStep, flags: flags).id == id)
    }

    @Test func `a code is never made up`() {
        #expect(throws: InterchangeError.noCode("lung_age", nil)) {
            try codes.code(for: "lung_age", test: nil, flags: [])
        }
        #expect(throws: InterchangeError.noCode(.duration, "unheard_of")) {
            try codes.code(for: .duration, test: "unheard_of", flags: [])
        }
    }

    @Test func `a table that says a thing twice is refused`() throws {
        let row = "weight,http://loinc.org,29463-7,Body weight,kg,vital-signs,,x,found,\n"
        let head = "test,system,code,display,ucum,fhir_category,profile,source,confidence,note\n"
        #expect(throws: CSVError.self) { try ClinicalCodes(loinc: head + row + row, codings: head) }
        let codings = "test,quantity,mdc,mdc_name,loinc,loinc_display,ucum,category,source,confidence,note\n"
        let twice = codings + "a,weight,,,,,kg,,x,own,\nb,weight,,,,,kg,,x,own,\n"
        #expect(throws: CSVError.self) { try ClinicalCodes(loinc: head + row, codings: twice) }
    }

    @Test func `every way of following a protocol is defined`() throws {
        let defined = Set(try system("protocol-use").concept.map(\.code))
        #expect(defined == Set(ProtocolUse.Followed.allCases.map(\.rawValue)))
    }
}
