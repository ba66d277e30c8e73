import FitnessMeasure

extension Gallery {
    /// The plan of somebody whom the health centre has looked after: approved, still to be decided, asked to come.
    var planned: [Piece] {
        let standings: [(String, PlanStanding)] = [
            ("plan", .inForce(Self.sheet)), ("plan-waiting", .waiting), ("plan-referred", .referred),
        ]
        return standings.map { name, standing in visiting(name, .plan(PlanCard())) { $0.visit?.plan = standing } }
            + [visiting("home-plan", .home(Home())) { $0.visit?.plan = .inForce(Self.sheet) }]
    }

    /// An invented week.
    static let sheet = PlanSheet(
        week: 3, weekWords: LocalText(ko: "3주째", en: "Week 3", zh: "第3周", ja: "3週目"),
        rows: [
            row("엉덩이 스트레칭", .flexibility, "엉덩이 늘이기", "Hip stretch", "臀部拉伸", "お尻のストレッチ", held, all),
            row("벽에서 팔굽혀 펴기", .upperStrength, "벽 짚고 팔 굽혔다 펴기", "Wall push-up", "扶墙俯卧撑", "壁で腕立て伏せ", ten, two),
            row("앉았다 일어서기", .lowerStrength, "앉았다 일어서기", "Stand up from a chair", "坐下站起", "座って立つ", ten, two),
            row("서서 뒤꿈치 들기", .lowerStrength, "서서 뒤꿈치 들기", "Heel raise", "站着抬脚跟", "立ってかかと上げ", ten, two),
            row(
                "물통으로 양팔 들어올리기", .upperStrength, "물병 들고 두 팔 들기", "Raise both arms with water bottles", "双手举水瓶",
                "水の入った容器を両手で上げる", ten, two),
            row("의자에 앉아 다리 뻗어 올리기", .lowerStrength, "앉아서 다리 뻗어 올리기", "Seated leg raise", "坐着抬腿", "座って脚上げ", ten, two),
            row("의자 잡고 한발 들기", .balance, "의자 잡고 한 발 들기", "One leg, holding a chair", "扶椅单脚站", "いすを持って片足立ち", held, all),
            row("걷기", .cardio, "걷기", "Walking", "走路", "歩く", minutes, PlanWeekday.spread(5)),
        ],
        advice: [
            LocalText(
                ko: "조금 힘들 만큼만 하세요. 10 가운데 5~6이에요.", en: "A little hard: 5 to 6 out of 10.",
                zh: "稍微吃力就好，10分里的5到6分。", ja: "少しきつい程度で。10のうち5〜6です。")
        ])

    private static let all = PlanWeekday.spread(3)
    private static let two = PlanWeekday.spread(2)
    private static let ten = LocalText(ko: "10번", en: "10 times", zh: "10次", ja: "10回")
    private static let held = LocalText(
        ko: "10초씩 3번", en: "10 seconds, 3 times", zh: "每次10秒，3次", ja: "10秒ずつ3回")
    private static let minutes = LocalText(ko: "15분", en: "15 minutes", zh: "15分钟", ja: "15分")

    private static func row(
        _ exercise: ExerciseID, _ factor: FitnessFactor, _ ko: String, _ en: String, _ zh: String, _ ja: String,
        _ amount: LocalText, _ days: [PlanWeekday]
    ) -> PlanSheet.Row {
        PlanSheet.Row(
            phase: LocalText(ko: "본운동", en: "Exercise", zh: "主要运动", ja: "主運動"), exercise: exercise, factor: factor,
            name: LocalText(ko: ko, en: en, zh: zh, ja: ja), amount: amount, days: days)
    }
}
