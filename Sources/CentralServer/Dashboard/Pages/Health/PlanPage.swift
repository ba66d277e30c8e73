import FitnessMeasure
import Foundation

/// A person's exercise plan: the one under way, or what the rules would propose; and its history.
struct PlanPage: Sendable {
    let crumbs: SeniorCrumbs
    let sentence: String
    let done: String?
    let problem: String?
    let plan: Current?
    let proposal: Proposal?
    let referral: Told?
    let rest: Told?
    let nothing: Told?
    let earlier: [Earlier]
    let hasEarlier: Bool
    let evaluationPath: String

    /// One sentence with what there is to do.
    struct Told: Sendable {
        let title: String
        let text: String
        var rules: [Rule] = []
        var referPath: String?
        var metPath: String?

        struct Rule: Sendable { let id: String }
    }

    struct Earlier: Sendable {
        let state: StateWord
        let days: String
        let history: [PlanStepLine]
    }

    init(_ found: PlanFinding, tables: PlanTables, visit: Visit, problem: PlanStepError? = nil) {
        crumbs = found.opened.crumbs
        self.problem = problem.map(HealthWords.problem)
        done = visit.query["done"].flatMap(Self.done)
        let path = found.opened.path + "/plan"
        plan = found.stored.map { Current($0, tables: tables, path: path, at: visit.now, names: found.names) }
        let proposed = found.stored == nil ? found.proposal : nil
        proposal = proposed.flatMap { Proposal($0, found, tables: tables, path: path) }
        referral = Self.referral(found, proposed, path: path)
        rest =
            proposed == .restFirst
            ? Told(title: "혈압을 한 번 더 재야 해요", text: "쉬고 다시 잰 값이 없어서 아직 운동을 제안하지 않아요.") : nil
        nothing =
            found.stored == nil && proposed == nil
            ? Told(title: "아직 체력을 재지 않으셨어요", text: "체력 검사를 하나라도 재면 규칙에 따라 운동을 제안해요.") : nil
        earlier = found.ended.map { stored in
            Earlier(
                state: HealthWords.state(stored.plan.state), days: Self.days(stored.plan),
                history: PlanStepLine.all(stored.plan, names: found.names, at: visit.now))
        }
        hasEarlier = !earlier.isEmpty
        evaluationPath = found.opened.path + "/evaluation"
        sentence = Self.sentence(crumbs.name, found, proposed)
    }

    private static func sentence(_ name: String, _ found: PlanFinding, _ proposed: PlanProposal?) -> String {
        if let state = found.stored?.plan.state {
            switch state {
            case .proposed, .changed: return "\(name) 어르신의 운동 처방이 승인을 기다려요"
            case .approved: return "\(name) 어르신의 운동 처방을 승인했어요"
            case .active: return "\(name) 어르신이 운동하고 계세요"
            case .ended: return "\(name) 어르신의 운동 처방이에요"
            }
        }
        switch proposed {
        case .plan: return "\(name) 어르신께 이런 운동을 제안해요"
        case .referral: return "\(name) 어르신은 운동보다 진료가 먼저예요"
        case .restFirst, nil: return "\(name) 어르신의 운동 처방은 아직 없어요"
        }
    }

    private static func referral(_ found: PlanFinding, _ proposed: PlanProposal?, path: String) -> Told? {
        let rules: [String]
        if case .referral(let referral) = proposed { rules = referral.rules } else { rules = [] }
        guard found.referral != nil || !rules.isEmpty else { return nil }
        let isTold = found.referral != nil
        return Told(
            title: isTold ? "보건소로 오시라고 알렸어요" : "검사 전 확인에서 멈췄어요",
            text: isTold
                ? "경로당 기기에서 어르신께 보건소와 먼저 이야기하자고 말씀드려요." : "운동 처방을 만들지 않아요. 어르신을 뵙고 상담해 주세요.",
            rules: rules.map(Told.Rule.init), referPath: isTold ? nil : path + "/refer",
            metPath: isTold ? path + "/met" : nil)
    }

    private static func days(_ plan: ExercisePlan) -> String {
        let ends = [plan.steps.first, plan.steps.last].compactMap { $0.map { LocalDay($0.at.date).short } }
        return ends.joined(separator: " – ")
    }

    private static func done(_ code: String) -> String? {
        switch code {
        case "proposed": "제안을 적어 두었어요. 승인하기 전에는 어르신께 보이지 않아요."
        case "approved": "승인했어요. 경로당 기기에 곧 나타나요."
        case "begun": "시작했어요. 경로당 기기에 곧 나타나요."
        case "changed": "고쳤어요. 승인하면 어르신께 보여 드려요."
        case "ended": "끝냈어요. 경로당 기기에서 곧 사라져요."
        case "referred": "경로당 기기에서 어르신께 말씀드릴게요."
        case "met": "뵈었다고 적어 두었어요."
        default: nil
        }
    }
}
