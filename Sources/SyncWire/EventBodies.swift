import Foundation

/// A senior was entered, with what they agreed to.
public struct SeniorEnrolled: EventBody {
    public static let type = EventType(rawValue: "senior.enrolled")
    public static let typeVersion = 1

    public var personID: UUID
    /// A name or a nickname, as the senior wants to be called.
    public var name: String
    public var birthYear: Int
    /// 1–12.
    public var birthMonth: Int
    public var sex: Sex
    /// Last four digits of a phone number, to be found without a card.
    public var phoneLastDigits: String?
    /// General consent: name, attendance.
    public var consentsToMembership: Bool
    /// Separate consent to health data. Refusing it leaves attendance usable.
    public var consentsToHealthData: Bool
    /// The supporter who entered it for the senior, if one did.
    public var helpedBy: String?

    public init(
        personID: UUID, name: String, birthYear: Int, birthMonth: Int, sex: Sex, phoneLastDigits: String?,
        consentsToMembership: Bool, consentsToHealthData: Bool, helpedBy: String?
    ) {
        (self.personID, self.name, self.birthYear, self.birthMonth) = (personID, name, birthYear, birthMonth)
        (self.sex, self.phoneLastDigits, self.helpedBy) = (sex, phoneLastDigits, helpedBy)
        (self.consentsToMembership, self.consentsToHealthData) = (consentsToMembership, consentsToHealthData)
    }

    /// As the reference tables know it.
    public enum Sex: String, Codable, Sendable { case female = "F", male = "M" }
}

/// A card was issued. The number itself stays on the card; both sides keep a keyed digest.
public struct CardIssued: EventBody {
    public static let type = EventType(rawValue: "card.issued")
    public static let typeVersion = 1

    public var personID: UUID
    /// HMAC-SHA-256 of the card number under the municipality's card key, hex.
    public var cardDigest: String
    /// The card that this one replaces, if it was lost.
    public var replacesDigest: String?

    public init(personID: UUID, cardDigest: String, replacesDigest: String?) {
        (self.personID, self.cardDigest, self.replacesDigest) = (personID, cardDigest, replacesDigest)
    }
}

/// A senior was there on a day. One a day and centre counts.
public struct AttendanceCounted: EventBody {
    public static let type = EventType(rawValue: "attendance.counted")
    public static let typeVersion = 1

    public var personID: UUID
    /// Local calendar day, `2026-11-21`.
    public var day: String
    /// The programme's class, when the scan was for one.
    public var classID: String?

    public init(personID: UUID, day: String, classID: String?) {
        (self.personID, self.day, self.classID) = (personID, day, classID)
    }
}

/// One saved reading of one person.
public struct ReadingSaved: EventBody {
    public static let type = EventType(rawValue: "reading.saved")
    public static let typeVersion = 1

    public var reading: WireReading
    public var personID: UUID
    public var visitID: UUID

    public init(reading: WireReading, personID: UUID, visitID: UUID) {
        (self.reading, self.personID, self.visitID) = (reading, personID, visitID)
    }
}

/// A reading that no armed person stood for.
public struct ReadingUnclaimed: EventBody {
    public static let type = EventType(rawValue: "reading.unclaimed")
    public static let typeVersion = 1

    public var reading: WireReading
    /// Why it was not attributed, as a rule id.
    public var reason: String

    public init(reading: WireReading, reason: String) {
        (self.reading, self.reason) = (reading, reason)
    }
}

/// A supporter gave an unclaimed reading to its owner.
public struct ReadingClaimed: EventBody {
    public static let type = EventType(rawValue: "reading.claimed")
    public static let typeVersion = 1

    public var readingID: UUID
    public var personID: UUID
    /// Who decided it.
    public var by: String
    /// `was_present`, `wrong_person`, `own_record`; absent in events of before it was asked.
    public var why: String?

    public init(readingID: UUID, personID: UUID, by: String, why: String? = nil) {
        (self.readingID, self.personID, self.by, self.why) = (readingID, personID, by, why)
    }
}

/// A reading as it travels: decimals as the device sent them, never rounded through a Double.
public struct WireReading: Codable, Equatable, Sendable {
    public var readingID: UUID
    /// Which fitness test or vital sign it belongs to: an id of the reference tables, `chair_stand_30s`.
    public var testID: String
    public var deviceKey: String
    public var simulated: Bool
    public var values: [Value]
    /// The device's own clock, ISO 8601 without zone, if it sent one.
    public var deviceTime: String?
    public var flags: [String]
    /// The bytes as they came, hex, so that a later decoder can read them again.
    public var raw: String
    // What follows is absent in events of before it was kept.
    /// How the test was done, `chair_stand_30s/1`.
    public var protocolID: String?
    /// `left` or `right`.
    public var side: String?
    /// Who said the number: `device`, `timer`, `counter`, `supporter`.
    public var source: String?
    /// Id of the battery that it was measured in.
    public var battery: String?
    /// Version of the reference tables in use, `2026-11`.
    public var tables: String?

    public init(
        readingID: UUID, testID: String, deviceKey: String, simulated: Bool, values: [Value], deviceTime: String?,
        flags: [String], raw: String
    ) {
        (self.readingID, self.testID, self.deviceKey, self.simulated) = (readingID, testID, deviceKey, simulated)
        (self.values, self.deviceTime, self.flags, self.raw) = (values, deviceTime, flags, raw)
    }

    public struct Value: Codable, Equatable, Sendable {
        /// `systolic`, `diastolic`, `pulse`, `grip`, `repetitions` …
        public var quantity: String
        /// The decimal as sent, `142` or `24.30`.
        public var decimal: String
        /// UCUM, `mm[Hg]`, `/min`, `kg`, `{repetitions}`.
        public var unit: String
        public init(quantity: String, decimal: String, unit: String) {
            (self.quantity, self.decimal, self.unit) = (quantity, decimal, unit)
        }
    }
}

/// What a senior answered to the questions before the tests.
public struct ScreeningAnswered: EventBody {
    public static let type = EventType(rawValue: "screening.answered")
    public static let typeVersion = 1

    public var screeningID: UUID
    public var personID: UUID
    public var visitID: UUID
    /// In the order in which they were asked.
    public var answers: [Answer]

    public init(screeningID: UUID, personID: UUID, visitID: UUID, answers: [Answer]) {
        (self.screeningID, self.personID, self.visitID, self.answers) = (screeningID, personID, visitID, answers)
    }

    public struct Answer: Codable, Equatable, Sendable {
        /// An id of the reference tables, `par_q_2`.
        public var question: String
        /// `yes`, `no`, or points as a number.
        public var answer: String
        public init(question: String, answer: String) { (self.question, self.answer) = (question, answer) }
    }
}
