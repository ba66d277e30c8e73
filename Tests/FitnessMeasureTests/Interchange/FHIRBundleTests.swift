import Foundation
import Testing

@testable import FitnessMeasure

@Suite struct FHIRBundleTests {
    private let codes: ClinicalCodes

    init() throws { codes = try shippedCodes() }

    private func bundle(_ records: MeasuredRecord...) throws -> FHIRBundle {
        var bundle = FHIRBundle()
        for record in records { try bundle.add(record, by: codes, through: .example) }
        return bundle
    }

    private struct Sent: Decodable {
        let type: String
        let entry: [Entry]
        struct Entry: Decodable {
            let fullUrl: String
            let request: Request
        }
        struct Request: Decodable, Equatable {
            let method: String
            let url: String
            let ifNoneExist: String?
        }
    }

    private func sent(_ bundle: FHIRBundle) throws -> Sent {
        try JSONDecoder().decode(Sent.self, from: Data(bundle.json.utf8))
    }

    @Test func `a device and the gateway stand in it once`() throws {
        let made = try bundle(.pressure(), .pressure("128"))
        #expect(
            made.entries.map(\.resource.resourceType) == [
                "Device", "Device", "Observation", "Observation", "Observation",
            ], "two pressures, and a pulse that is the same record twice")
        #expect(Set(made.entries.map(\.fullURL)).count == made.entries.count)
    }

    @Test func `each is created only if it is not there`() throws {
        let entry = try #require(try sent(bundle(.pressure())).entry.first)
        let search = "identifier=https%3A%2F%2Fsarangbang.example%2Ffhir%2Fsid%2Fgateway%7Ckiosk-7"
        #expect(entry.request == .init(method: "POST", url: "Device", ifNoneExist: search))
    }

    @Test(arguments: [MeasuredRecord.State.amended, .enteredInError])
    func `what changed replaces what is there`(state: MeasuredRecord.State) throws {
        var record = MeasuredRecord.pressure()
        record.state = state
        let request = try #require(try sent(bundle(record)).entry.last).request
        #expect(request.method == "PUT")
        #expect(request.url.hasPrefix("Observation?identifier=https%3A%2F%2F"))
        #expect(request.ifNoneExist == nil)
    }

    @Test func `full URLs are UUIDs of version 8 and depend on the name alone`() throws {
        let form = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        let urls = (0..<1000).map { FHIRBundle.fullURL("name \($0)") }
        #expect(Set(urls).count == 1000)
        #expect(urls.allSatisfy { $0.wholeMatch(of: form) != nil })
        #expect(FHIRBundle.fullURL("name 7") == urls[7])
    }

    @Test func `the same records give the same text`() throws {
        #expect(try bundle(.pressure()).json == (try bundle(.pressure()).json))
    }

    @Test(arguments: [
        (FHIRCarePlan.State.proposed, "draft", "proposal", "not-started"), (.approved, "active", "plan", "not-started"),
        (.active, "active", "plan", "in-progress"), (.ended, "completed", "plan", "completed"),
        (.stopped, "revoked", "plan", "stopped"),
    ])
    func `a plan's state is FHIR's status`(
        state: FHIRCarePlan.State, status: String, intent: String, activity: String
    ) {
        let plan = FHIRCarePlan.example(state)
        #expect(plan["status"] == .text(status))
        #expect(plan["intent"] == .text(intent))
        #expect(plan["activity", 0, "detail", "status"] == .text(activity))
        #expect(plan["activity", 0, "detail", "scheduledTiming", "repeat", "frequency"] == .whole(3))
        #expect(plan["activity", 1, "detail", "scheduledTiming"] == nil)
    }

    @Test func `answers keep their kind, and an open question its place`() {
        let answers = FHIRAnswers.example
        #expect(answers["item", 0, "answer", 0, "valueBoolean"] == .flag(false))
        #expect(answers["item", 1, "answer", 0, "valueDecimal"] == .decimal("2.0"))
        #expect(answers["item", 2, "answer", 0, "valueString"] == .text("왼쪽 무릎"))
        #expect(answers["item", 3, "answer"] == nil)
        #expect(answers["status"] == .text("in-progress"))
    }

    @Test(arguments: ["ble:C0:FF:EE:00:28", "ble:C0:FF:EE:00:28:1G", "serial:C0:FF:EE:00:28:10"])
    func `only a whole Bluetooth address is one`(key: String) {
        #expect(MeasuringDevice(key: DeviceKey(rawValue: key)).resource.identifiers.count == 1)
    }

    @Test func `a device claims the guide's profile only if it has all of it`() {
        #expect(MeasuringDevice.cuff.resource.profiles == [FHIRName.phd("PhdDevice")])
        #expect(MeasuringDevice.scale.resource.profiles == [])
        #expect(MeasuringDevice.cuff.resource["version", 0, "value"] == .text("1.03"))
        #expect(MeasuringDevice.cuff.resource["identifier", 1, "value"] == .text("C0-FF-EE-00-28-10"))
        #expect(MeasuringDevice.grip.resource["meta", "security", 0, "code"] == .text("HTEST"))
    }

    @Test(arguments: MeasuringDevice.Kind.allCases)
    func `every kind of device has a code of partition 8`(kind: MeasuringDevice.Kind) {
        #expect(kind.rawValue >> 16 == 8)
        #expect(kind.name.hasPrefix("MDC_DEV_SPEC_PROFILE_"))
    }
}

extension FHIRCarePlan {
    static func example(_ state: State) -> FHIRCarePlan {
        FHIRCarePlan(
            id: .numbered(UInt8(State.allCases.firstIndex(of: state) ?? 0) + 40),
            subject: Pseudonym(rawValue: "P-0412"), state: state, title: "운동 처방",
            created: FHIRMoment(.sample, zone: korea), begins: FHIRMoment(.sample, zone: korea),
            ends: FHIRMoment(.sample + 56 * 86_400, zone: korea),
            activities: [
                Activity(
                    code: "chair-stand", text: "의자에서 일어서기", timesPerWeek: 3, minutes: 10, instruction: "10번씩 2세트"),
                Activity(code: "walk", text: "걷기"),
            ], approvedBy: state == .proposed ? nil : "HC-1", notes: ["vivifrail.level: B"])
    }
}

extension FHIRAnswers {
    static let example = FHIRAnswers(
        id: .numbered(60), subject: Pseudonym(rawValue: "P-0412"), questionnaire: "senior-gate",
        at: FHIRMoment(.sample, zone: korea),
        answers: [
            Answer(id: "chest_pain", question: "가슴이 아픈 적이 있나요?", value: .yesNo(false)),
            Answer(id: "falls", question: "작년에 몇 번 넘어지셨나요?", value: .number("2.0")),
            Answer(id: "where", question: "어디가 불편하세요?", value: .text("왼쪽 무릎")),
            Answer(id: "dizzy", question: "어지러우세요?", value: nil),
        ])
}
