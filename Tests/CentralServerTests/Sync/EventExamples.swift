import Foundation
import SyncWire

extension SeniorEnrolled {
    static func example(
        _ person: UUID = UUID(), name: String = "김순자", month: Int = 3, phone: String? = "1234",
        membership: Bool = true, health: Bool = true
    ) -> SeniorEnrolled {
        SeniorEnrolled(
            personID: person, name: name, birthYear: 1948, birthMonth: month, sex: .female, phoneLastDigits: phone,
            consentsToMembership: membership, consentsToHealthData: health, helpedBy: nil)
    }
}

extension AttendanceCounted {
    static func example(_ person: UUID, day: String = "2026-11-21") -> AttendanceCounted {
        AttendanceCounted(personID: person, day: day, classID: nil)
    }
}

extension ReadingSaved {
    static func example(_ person: UUID, reading: UUID = UUID()) -> ReadingSaved {
        ReadingSaved(reading: .example(reading), personID: person, visitID: UUID())
    }
}

extension ReadingUnclaimed {
    static func example(_ reading: UUID) -> ReadingUnclaimed {
        ReadingUnclaimed(reading: .example(reading), reason: "nobody_armed")
    }
}

extension WireReading {
    static func example(_ id: UUID = UUID()) -> WireReading {
        WireReading(
            readingID: id, testID: "blood_pressure", deviceKey: "cuff", simulated: true,
            values: [
                .init(quantity: "systolic", decimal: "142", unit: "mm[Hg]"),
                .init(quantity: "diastolic", decimal: "88.50", unit: "mm[Hg]"),
            ], deviceTime: nil, flags: ["movement"], raw: "1e8e005800")
    }
}
