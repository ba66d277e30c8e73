import FitnessMeasure
import Foundation
import Testing

@Suite struct TestCatalogueTests {
    let catalogue: TestCatalogue
    init() throws { catalogue = try shippedCatalogue() }

    @Test(
        arguments: [
            "height", "weight", "body_fat", "waist", "calf_circumference", "blood_pressure", "heart_rate_rest", "spo2",
            "body_temperature", "grip_relative", "chair_stand_30s", "chair_stand_5x", "tug_3m_fast", "tug_usual",
            "up_and_go_8ft", "figure8_walk", "step_2min", "walk_6min", "sit_reach_floor", "chair_sit_reach",
            "back_scratch", "arm_curl_30s", "gait_4m", "gait_3m", "gait_speed_usual", "one_leg_stance", "side_by_side",
            "semi_tandem", "tandem",
        ] as [FitnessTestID])
    func `every test of the tables is described`(id: FitnessTestID) throws {
        let test = try #require(catalogue[id])
        #expect(test.guide.steps.count >= 2)
        #expect(!test.source.isEmpty && ["found", "recalled", "assumed"].contains(test.confidence))
    }

    @Test func `every measured row of the input ranges has a test`() {
        let rows = Set(catalogue.tests.flatMap { test in test.test.items.map(\.rangeID) + test.sides.map(\.rangeID) })
        let computed: Set<String> = ["age", "bmi", "grip_relative"]
        let table = [
            "age", "height", "weight", "bmi", "body_fat", "waist", "calf_circumference", "bp_systolic", "bp_diastolic",
            "heart_rate_rest", "spo2", "body_temperature", "grip_left", "grip_right", "grip_relative",
            "chair_stand_30s", "chair_stand_5x", "step_2min", "walk_6min", "sit_reach_floor", "tug_3m_fast",
            "tug_usual", "figure8_walk", "gait_speed_usual", "one_leg_stance", "arm_curl_30s",
        ]
        for row in table {
            #expect(catalogue.ranges[row] != nil)
            #expect(rows.contains(row) || computed.contains(row), "\(row)")
        }
    }

    @Test func `the tests that screens know by name are the tests of the files`() throws {
        for test in FitnessTest.all { #expect(try #require(catalogue[test.id]).test == test) }
    }

    @Test(arguments: TextLanguage.allCases) func `every sentence is there in every language`(language: TextLanguage) {
        for text in sentences {
            #expect(!text[language].isEmpty)
            guard language != .korean else { continue }
            let hasHangul = text[language].unicodeScalars.contains { (0xac00...0xd7a3).contains($0.value) }
            #expect(!hasHangul, "\(text[language])")
        }
    }

    @Test func `the senior's sentences are short and polite in Korean`() {
        for test in catalogue.tests {
            for step in test.guide.steps {
                #expect(step.ko.hasSuffix("요.") || step.ko.hasSuffix("요."), "\(step.ko)")
                #expect(step.ko.count <= 34, "\(step.ko)")
            }
        }
    }

    private var sentences: [LocalText] {
        let phrases = catalogue.phrases
        return catalogue.tests.flatMap { [$0.name, $0.guide.setup] + $0.guide.steps } + phrases.factors.values
            + phrases.equipment.values + phrases.safety.values + phrases.stop.values + phrases.cues.values
            + phrases.skips.values
    }

    @Test(
        arguments: [
            ("tug_3m_fast", 0.1, "180"), ("tug_usual", 0.1, "180"), ("chair_stand_5x", 0.01, "60"),
            ("gait_4m", 0.01, "40"), ("tandem", 0.01, "10"), ("chair_stand_30s", 0.1, "30"), ("step_2min", 0.1, "120"),
            ("walk_6min", 0.1, "360"),
        ])
    func `the clock runs as the protocol says`(id: String, step: Double, seconds: String) throws {
        let timer = try #require(catalogue[FitnessTestID(rawValue: id)]?.capture.timer)
        #expect(timer.resolution == (step == 0.1 ? .tenth : .hundredth))
        #expect(timer.length == .seconds(Int(seconds) ?? 0))
        #expect(!timer.mayPause)
    }

    @Test func `both hands are measured with the limits of their own rows`() throws {
        let grip = try #require(catalogue[.grip])
        #expect(grip.sides.map(\.rangeID) == ["grip_right", "grip_left"])
        #expect(grip.trials == 2 && grip.test.trials == 4 && grip.counting == .best)
    }

    @Test(
        arguments: [
            ("range: waist", "range: belly", DataFileError.Fault.unknownRow("belly", table: "input_ranges.csv")),
            ("unit: \"cm\"", "unit: \"m\"", .disagrees(with: "input_ranges.csv")),
            ("[tape]", "[rope]", .unknownRow("rope", table: "phrases.yaml")),
            ("[ask_before_touching]", "[hurry]", .unknownRow("hurry", table: "phrases.yaml")),
            ("[term_symptoms]", "[tired]", .unknownRow("tired", table: "safety_gates.csv")),
            (
                "counts: last", "counts: last\nrequires: {test: handstand, at_least: 1}",
                .unknownRow("handstand", table: "tests")
            ),
            ("test: waist", "test: girth", .disagrees(with: "the file's name")),
        ] as [(String, String, DataFileError.Fault)])
    func `what a test names must be there`(passage: String, other: String, fault: DataFileError.Fault) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tests-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }  // a left-over folder of a test hurts nobody
        try FileManager.default.copyItem(at: batteryFolder, to: folder)
        let file = folder.appending(path: "tests/waist.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(passage))
        try text.editing(passage, to: other).write(to: file, atomically: true, encoding: .utf8)
        let error = #expect(throws: DataFileError.self) {
            try TestCatalogue(folder: folder, fitness: repository.appending(path: "assets/fitness"))
        }
        #expect(error?.fault == fault && error?.file == "waist.yaml")
    }
}
