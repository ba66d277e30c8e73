import FitnessMeasure
import Foundation
import SeniorCard

/// Work that a screen asks for. The runner does it and answers with an ``Answer`` that repeats the request's
/// number, so that an answer that comes after its person has left is dropped.
public enum Effect: Equatable, Sendable {
    case lookUpCard(CardNumber, request: Int)
    /// 초성, as ㄱㅇㅅ.
    case findPeople(initials: String, request: Int)
    case findPeopleByPhone(lastDigits: String, request: Int)
    /// Counts attendance and loads what a visit needs.
    case openVisit(personID: UUID, request: Int)
    case enrol(NewSenior, request: Int)
    case save(Reading, testID: String, context: ReadingContext = ReadingContext(), visit: Visit, request: Int)
    /// What the gate before the battery decided, with its answers and rules.
    case keepGate(GateRecord, visit: Visit)
    /// A test was left out.
    case keepSkip(FitnessTestID, SkipReason, battery: String, visit: Visit)
    /// `testID` where it is known; quantities alone do not tell one course from another.
    case keepUnclaimed(Reading, testID: String? = nil, reason: String)
    case admitStaff(pin: String, request: Int)
    case listTray(request: Int)
    case claim(readingID: UUID, personID: UUID, by: String, why: Reassignment.Reason, request: Int)
    /// Draws the card as PNG and print raster and leaves them with the printer's queue.
    case printCard(CardNumber, name: String)
    /// The same for the week's exercises.
    case printSlip(PlanSlip)
    case callSupporter
    /// What the radio shall do from now on, in place of what it did; see ``RadioWork``.
    case radio(RadioWork)
    /// Of staff, to the question of the pairing that is on.
    case reply(PairingReply)
}

/// Who is to be enrolled, as the steps of ``Enrolment`` gathered it.
public struct NewSenior: Equatable, Sendable {
    public var name = ""
    public var birthYear = 0
    public var birthMonth = 0
    public var sex: Sex = .female
    public var phoneLastDigits: String?
    public var consentsToHealthData = false
    public var helpedBy: String?
    public init() {}
}

/// What became of an ``Effect``.
public enum Answer: Equatable, Sendable {
    case card(CardFinding, request: Int)
    case people([Person], request: Int)
    case visit(Visit, request: Int)
    case enrolled(Visit, CardNumber, request: Int)
    case saved(readingID: UUID, request: Int)
    case staffAdmitted(name: String, request: Int)
    case staffRefused(request: Int)
    case tray([TrayEntry], request: Int)
    case claimed(request: Int)
    /// The disk or the database refused. Nothing was half-done.
    case failed(request: Int)

    var request: Int {
        switch self {
        case .card(_, let request), .people(_, let request), .visit(_, let request), .enrolled(_, _, let request),
            .saved(_, let request), .staffAdmitted(_, let request), .staffRefused(let request), .tray(_, let request),
            .claimed(let request), .failed(let request):
            request
        }
    }
}

/// What the kiosk knows of a card that passed its check digits.
public enum CardFinding: Equatable, Sendable {
    case person(UUID)
    /// Genuine for this municipality, but nobody here has it yet.
    case genuineStranger
    /// Another municipality's, or forged.
    case notOurs
    case replaced
    case lost
}
