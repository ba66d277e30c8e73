import Foundation

/// An exercise plan for those who keep health records: what is done how often, and in which state the plan is.
public struct FHIRCarePlan: Equatable, Sendable {
    public var id: UUID
    public var subject: Pseudonym
    public var state: State
    public var title: String
    /// When it was written.
    public var created: FHIRMoment
    public var begins: FHIRMoment?
    public var ends: FHIRMoment?
    public var activities: [Activity]
    /// The health centre that approved it, by its own id.
    public var approvedBy: String?
    /// The reasons, with the ids of the rules.
    public var notes: [String]

    /// The plan's life; a gate's stop ends it at once.
    public enum State: String, CaseIterable, Sendable {
        case proposed, approved, active, ended, stopped

        var status: String {
            switch self {
            case .proposed: "draft"
            case .approved, .active: "active"
            case .ended: "completed"
            case .stopped: "revoked"
            }
        }
    }

    /// One exercise.
    public struct Activity: Equatable, Sendable {
        /// Its row in the plan's tables.
        public var code: String
        public var text: String
        public var timesPerWeek: Int?
        public var minutes: Int?
        /// Sets, repetitions, effort, what to look out for.
        public var instruction: String?

        public init(
            code: String, text: String, timesPerWeek: Int? = nil, minutes: Int? = nil, instruction: String? = nil
        ) {
            (self.code, self.text, self.timesPerWeek) = (code, text, timesPerWeek)
            (self.minutes, self.instruction) = (minutes, instruction)
        }
    }

    public init(
        id: UUID, subject: Pseudonym, state: State, title: String, created: FHIRMoment, begins: FHIRMoment? = nil,
        ends: FHIRMoment? = nil, activities: [Activity], approvedBy: String? = nil, notes: [String] = []
    ) {
        (self.id, self.subject, self.state, self.title) = (id, subject, state, title)
        (self.created, self.begins, self.ends, self.activities) = (created, begins, ends, activities)
        (self.approvedBy, self.notes) = (approvedBy, notes)
    }
}

extension FHIRCarePlan: FHIRResource {
    public var resourceType: String { "CarePlan" }
    public var identifiers: [FHIRIdentifier] {
        [FHIRIdentifier(FHIRName.plan, id.uuidString.lowercased())]
    }

    public var fhir: FHIRObject {
        [
            "resourceType": .text(resourceType), "identifier": .list(identifiers.map(\.fhir)),
            "status": .text(state.status), "intent": .text(state == .proposed ? "proposal" : "plan"),
            "title": .text(title),
            "subject": FHIRReference.logical(type: "Patient", FHIRIdentifier(FHIRName.person, subject.rawValue)).fhir,
            "period": .object([
                "start": begins.map { .text($0.text) }, "end": ends.map { .text($0.text) },
            ]),
            "created": .text(created.text),
            "author": approvedBy.map {
                FHIRReference.logical(type: "Organization", FHIRIdentifier(FHIRName.healthCentre, $0)).fhir
            },
            "activity": .list(activities.map { .object(["detail": detail(of: $0)]) }),
            "note": .list(notes.map { .object(["text": .text($0)]) }),
        ]
    }

    private func detail(of activity: Activity) -> FHIRValue {
        .object([
            "kind": .text("ServiceRequest"),
            "code": FHIRConcept([FHIRCoding(FHIRName.exercises, activity.code)], text: activity.text).fhir,
            "status": .text(activityStatus),
            "scheduledTiming": .object([
                "repeat": activity.timesPerWeek.map {
                    .object([
                        "duration": activity.minutes.map { .whole($0) },
                        "durationUnit": activity.minutes.map { _ in .text("min") }, "frequency": .whole($0),
                        "period": .whole(1), "periodUnit": .text("wk"),
                    ])
                }
            ]),
            "description": activity.instruction.map { .text($0) },
        ])
    }

    private var activityStatus: String {
        switch state {
        case .proposed, .approved: "not-started"
        case .active: "in-progress"
        case .ended: "completed"
        case .stopped: "stopped"
        }
    }
}
