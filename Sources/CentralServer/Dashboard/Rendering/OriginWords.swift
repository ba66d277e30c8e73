import FitnessMeasure

/// How a value came about, as staff are told.
enum OriginWords {
    /// Who said the number.
    static func source(_ origin: ReadingOrigin) -> StateWord {
        switch origin.source {
        case .device: .quiet("기기로 잼")
        case .timer: .quiet("화면 시계로 잼")
        case .counter: .quiet("화면에서 셈")
        case .supporter: .info("손으로 적음")
        case nil: .care("어떻게 잰 것인지 모름")
        }
    }

    /// Side, protocol, course and how it found its owner; nil where nothing needs saying.
    static func details(_ origin: ReadingOrigin) -> String? {
        let (version, course) = origin.protocolID.parts
        let parts = [
            origin.side.map(side), version.flatMap { $0 > 1 ? "\($0)판 방법" : nil }, course.map { "\($0) 길" },
            origin.isClaimed ? claim(origin.claim) : nil,
        ]
        let known = parts.compactMap { $0 }
        return known.isEmpty ? nil : known.joined(separator: " · ")
    }

    /// In one line: `왼쪽 · 2판 방법 · 손으로 적음`.
    static func line(_ origin: ReadingOrigin) -> String {
        [details(origin), source(origin).word].compactMap { $0 }.joined(separator: " · ")
    }

    /// What one should know before one relies on the value.
    static func marks(_ origin: ReadingOrigin) -> [StateWord] {
        var marks: [StateWord] = origin.isSimulated ? [.simulated] : []
        if origin.isFromStorage {
            marks.append(.care("기기에 남은 기록"))
        } else if origin.isUndated {
            marks.append(.care("때가 정확하지 않음"))
        }
        return marks + doubts.filter { origin.flags.contains($0.flag) }.map(\.word)
    }

    static func side(_ side: BodySide) -> String {
        switch side {
        case .right: "오른쪽"
        case .left: "왼쪽"
        }
    }

    private static func claim(_ reason: Reassignment.Reason?) -> String {
        switch reason {
        case .wasPresent: "주인을 나중에 찾음: 잴 때 그 자리에 계셨어요"
        case .wrongPerson: "주인을 나중에 찾음: 다른 분께 잘못 갔던 기록이에요"
        case .ownRecord: "주인을 나중에 찾음: 본인의 기기에 남은 기록이에요"
        case nil: "주인을 나중에 찾음"
        }
    }

    /// What the device or the kiosk found odd. They are not diagnoses: a device's words are told as a device's.
    private static let doubts: [(flag: QualityFlag, word: StateWord)] = [
        (.outsideUsual, .info("보통 범위 밖, 다시 물어 맞음")), (.bodyMovement, .care("움직였다고 기기가 알림")),
        (.cuffLoose, .care("커프가 느슨하다고 기기가 알림")), (.improperPosition, .care("자세가 다르다고 기기가 알림")),
        (.irregularPulse, .care("맥박이 고르지 않다고 기기가 알림")), (.doubtedByDevice, .care("기기가 값을 의심함")),
        (.weakSignal, .care("신호가 약했다고 기기가 알림")), (.ambiguousFloat, .care("숫자 표기가 두 가지로 읽힘")),
    ]
}

extension HealthWords {
    static func skip(_ skip: KeptSkip) -> String {
        switch skip.because {
        case .noSpace: "자리가 없었어요"
        case .noEquipment: "기구가 없었어요"
        case .refused: "하기 싫다고 하셨어요"
        case .pain: "아파서 하지 않으셨어요"
        case .unable: "하실 수 없었어요"
        case .ruledOut: "앞의 검사를 보고 하지 않기로 했어요"
        case .gate: "검사 전 확인에서 멈췄어요"
        case nil: skip.reason
        }
    }

    static func answer(_ answer: ScreeningAnswer) -> String {
        switch answer {
        case .yes: "예"
        case .no: "아니요"
        case .points(let points): "\(points)점"
        }
    }

    /// A question as it was asked; an id that the tables do not know stays as it is.
    static func question(_ id: String, _ questions: ScreeningQuestions) -> String {
        if id == SafetyGate.clearedByStaff { return "직원이 괜찮다고 살핌" }
        if let fact = FallFact(rawValue: id) { return Self.fact(fact) }
        return questions.asked.first { $0.id == id }?.words[.korean] ?? id
    }

    /// What a kiosk said that nobody looked at; a word of a newer kiosk stays as it is.
    static func unchecked(_ word: String) -> String { GateJudgement.Unchecked(rawValue: word).map(unchecked) ?? word }

    /// What a kiosk's gate decided; an outcome of a newer kiosk stays as it is.
    static func gate(_ outcome: String) -> StateWord { GateOutcome(rawValue: outcome).map(gate) ?? .care(outcome) }
}
