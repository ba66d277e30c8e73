import FitnessMeasure

/// What evaluations and plans say to staff, in Korean. Ids of rules stay as they are: they are looked up.
enum HealthWords {
    static func factor(_ factor: FitnessFactor) -> String {
        switch factor {
        case .cardio: "심폐지구력"
        case .upperStrength: "상체 근력"
        case .lowerStrength: "하체 근력"
        case .trunkStrength: "몸통 근력"
        case .flexibility: "유연성"
        case .balance: "평형성"
        case .coordination: "협응력"
        case .body: "신체"
        case .vital: "활력 징후"
        }
    }

    static func gate(_ outcome: GateOutcome) -> StateWord {
        switch outcome {
        case .go: .good("해도 됨")
        case .restAndRepeat: .care("쉬고 다시 재기")
        case .gripAndQuestionsOnly: .care("악력과 문진만")
        case .stopAndRefer: .bad("멈추고 연계")
        }
    }

    /// Nothing speaks against it, as far as anybody looked.
    static let openUnchecked = StateWord.care("다 살피지 못함")

    static func unchecked(_ what: GateJudgement.Unchecked) -> String {
        switch what {
        case .bloodPressure: "혈압을 재지 않았어요"
        case .questions: "문진을 하지 않았어요"
        }
    }

    static func reason(_ reason: GradeReason) -> String {
        switch reason {
        case .sixFactors: "여섯 요인이 모두 이 등급의 기준에 닿았어요"
        case .walkAndStrength: "8자 걷기와 근력이 기준에 닿았어요"
        case .walkOnly: "8자 걷기만 기준에 닿았어요"
        case .strengthOnly: "근력만 기준에 닿았어요"
        case .neither: "8자 걷기와 근력이 모두 기준에 닿지 않았어요"
        }
    }

    static func obstacle(_ obstacle: GradeObstacle) -> String {
        switch obstacle {
        case .tooYoung(let begins): "만 \(begins)세부터 등급이 있어요"
        case .missing(let factor): "\(Self.factor(factor)) 항목을 재지 않았어요"
        case .weightMissing: "몸무게를 몰라서 상대 악력을 셈할 수 없어요"
        case .absoluteGripMissing: "악력(kg)을 몰라서 4–6등급을 가를 수 없어요"
        }
    }

    static func notEvaluable(_ reason: NotEvaluable) -> String {
        switch reason {
        case .noSuchTest: "판단하는 표가 없어요"
        case .tooYoung(let begins): "만 \(begins)세부터 표가 있어요"
        case .noAgeBand: "이 나이의 줄이 없어요"
        case .weightMissing: "몸무게가 있어야 해요"
        case .wrongUnit: "단위가 표와 달라요"
        case .valueOutOfRange: "믿을 수 있는 범위 밖이에요"
        }
    }

    static func mark(_ mark: StaffMark) -> StateWord {
        switch mark {
        case .recalled: .care("기억에 따른 값")
        case .assumed: .care("가정한 값")
        case .noSecondSource: .care("출처 하나뿐")
        case .inferred: .care("미루어 정함")
        }
    }

    static func confidence(_ confidence: Confidence) -> String {
        switch confidence {
        case .found: "출처에서 읽음"
        case .recalled: "기억에 따름"
        case .derived: "셈하여 얻음"
        case .foundAndDerived: "읽고 셈함"
        case .assumed: "가정함"
        }
    }

    static func place(_ place: SeniorFitnessPlace.Place) -> StateWord {
        switch place {
        case .below: .care("보통 아래")
        case .within: .good("보통")
        case .above: .good("보통 위")
        }
    }

    /// Nothing where nothing may be claimed; a reason where somebody would wonder.
    static func trend(
        _ comparison: PersonEvaluation.Comparison?, of test: FitnessTestID, since day: LocalDay?
    ) -> String? {
        guard let day, let comparison else { return nil }
        switch comparison {
        case .undated: return "언제 잰 값인지 확실하지 않아서 견주지 않아요"
        case .statement(.protocolChanged): return "재는 방법이 바뀌어서 견주지 않아요"
        case .statement(.trend(let trend, let days)): return word(trend, of: test, since: "\(day.short)(\(days)일 전)보다")
        case .statement(.noClaim), .statement(.notLater): return nil
        }
    }

    private static func word(_ trend: Trend, of test: FitnessTestID, since: String) -> String? {
        let unit = TestWords.unit(FitnessTest.named(test)?.items.first?.unit.rawValue ?? "")
        return switch trend.direction {
        case .improved(let amount): "\(since) \(amount)\(unit) 좋아졌어요"
        case .less(let amount): "\(since) \(amount)\(unit) 나빠졌어요"
        case .same: nil
        }
    }

    static func state(_ state: PlanState) -> StateWord {
        switch state {
        case .proposed: .info("제안됨")
        case .changed: .info("고침, 승인 기다림")
        case .approved: .good("승인됨")
        case .active: .good("하는 중")
        case .ended: .quiet("끝남")
        }
    }

    static func step(_ act: PlanStep.Act) -> String {
        switch act {
        case .propose: "규칙에 따라 제안함"
        case .change(let revision): "고쳐서 \(revision)번째 안을 만듦"
        case .approve(let revision): "\(revision)번째 안을 승인함"
        case .activate(let revision): "\(revision)번째 안을 시작함"
        case .end: "끝냄"
        }
    }

    static func fact(_ fact: FallFact) -> String {
        switch fact {
        case .dementia: "치매 진단을 받으셨어요"
        case .recurrentFalls: "한 해에 두 번 넘게 넘어지셨어요"
        case .fallNeedingCare: "넘어져서 치료를 받으셨어요"
        }
    }

    static func problem(_ error: PlanStepError) -> String {
        switch error {
        case .illegal: "지금은 할 수 없는 일이에요. 다른 분이 먼저 처리했을 수 있어요."
        case .notAllowed: "이 일은 보건소 선생님만 할 수 있어요."
        case .staleRevision: "그 사이에 안이 바뀌었어요. 새 안을 다시 보아 주세요."
        case .reasonMissing: "까닭을 적어 주세요."
        case .reasonTooLong: "까닭이 너무 길어요. 500자 안으로 적어 주세요."
        case .outOfOrder: "시각이 거꾸로예요. 서버 시계를 살펴 주세요."
        case .unchanged: "바뀐 것이 없어요."
        }
    }
}
