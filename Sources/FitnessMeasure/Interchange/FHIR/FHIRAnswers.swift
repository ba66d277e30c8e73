import Foundation

/// The answers to the questions before a test, as a FHIR R4 QuestionnaireResponse.
public struct FHIRAnswers: Equatable, Sendable {
    public var id: UUID
    public var subject: Pseudonym
    /// Which questions: the table's id.
    public var questionnaire: String
    public var at: FHIRMoment
    public var answers: [Answer]

    public struct Answer: Equatable, Sendable {
        /// The question's id in the table.
        public var id: String
        /// The question as it was asked.
        public var question: String
        /// Nil if it was left open.
        public var value: Value?

        public init(id: String, question: String, value: Value?) {
            (self.id, self.question, self.value) = (id, question, value)
        }
    }

    public enum Value: Equatable, Sendable {
        case yesNo(Bool)
        case number(DecimalValue)
        case text(String)
    }

    public init(id: UUID, subject: Pseudonym, questionnaire: String, at: FHIRMoment, answers: [Answer]) {
        (self.id, self.subject, self.questionnaire, self.at, self.answers) = (id, subject, questionnaire, at, answers)
    }
}

extension FHIRAnswers: FHIRResource {
    public var resourceType: String { "QuestionnaireResponse" }
    public var identifiers: [FHIRIdentifier] { [FHIRIdentifier(FHIRName.answers, id.uuidString.lowercased())] }

    public var fhir: FHIRObject {
        let isComplete = answers.allSatisfy { $0.value != nil }
        return [
            "resourceType": .text(resourceType), "identifier": identifiers.first?.fhir,
            "questionnaire": .text(FHIRName.questionnaire(questionnaire)),
            "status": .text(isComplete ? "completed" : "in-progress"),
            "subject": FHIRReference.logical(type: "Patient", FHIRIdentifier(FHIRName.person, subject.rawValue)).fhir,
            "authored": .text(at.text), "item": .list(answers.map(\.fhir)),
        ]
    }
}

extension FHIRAnswers.Answer {
    fileprivate var fhir: FHIRValue {
        let answer: FHIRObject? =
            switch value {
            case .yesNo(let yes): ["valueBoolean": .flag(yes)]
            case .number(let number): ["valueDecimal": .decimal(number)]
            case .text(let text): ["valueString": .text(text)]
            case nil: nil
            }
        return .object([
            "linkId": .text(id), "text": .text(question),
            "answer": .list([answer].compactMap { $0.map { .object($0) } }),
        ])
    }
}
