import FitnessMeasure

/// What a rule that raises a flag is called for the nurse: what it is about, and whose rule it is. The rule's id stands beside it,
/// for those who look it up; a rule without words here is shown by its id alone.
enum FlagWords {
    /// `악력 · 근육 감소 (AWGS 2019)`
    static func name(_ flag: StaffFlag) -> String {
        if let whole = whole[flag.id] { return whole }
        let set = flag.id.prefix { $0 != "." }
        guard let rule = sets[String(set)] else { return flag.id }
        return flag.rule.item.map { "\(TestWords.test($0.id)) · \(rule)" } ?? rule
    }

    /// A class of the body mass index.
    static func bodyMass(_ id: String) -> String { whole[id] ?? id }

    private static let whole = [
        "bmi.underweight": "저체중", "bmi.normal": "정상", "bmi.pre_obese": "비만 전 단계", "bmi.obesity_1": "1단계 비만",
        "bmi.obesity_2": "2단계 비만", "bmi.obesity_3": "3단계 비만", "bmi.abdominal_obesity": "복부 비만",
        "bp.elevated": "주의 혈압", "bp.prehypertension": "고혈압 전 단계", "bp.hypertension_1": "1기 고혈압 범위",
        "bp.hypertension_2": "2기 고혈압 범위", "bp.isolated_systolic": "수축기만 높은 혈압 범위",
        "frail.pre_frail": "노쇠 설문: 전 단계 (FRAIL)", "frail.frail": "노쇠 설문: 노쇠 (FRAIL)",
        "falls.3kq": "넘어짐 세 물음에 그렇다는 답 (WFG 2022)",
    ]

    private static let sets = [
        "awgs2019": "근육 감소 (AWGS 2019)", "ewgsop2": "근육 감소 (EWGSOP2)", "sdoc2020": "근육 감소 (SDOC 2020)",
        "mobility_disability": "거동 어려움", "abnormal": "보통과 다름", "fall_risk": "넘어질 위험",
        "wfg2022": "넘어질 위험 (WFG 2022)", "wfg2022_fall_risk": "넘어질 위험 (WFG 2022)",
        "wfg2022_intermediate": "넘어질 위험 (WFG 2022)", "wfg_modified_intermediate": "넘어질 위험 (WFG, 고친 것)",
        "vivifrail_high_fall_risk": "넘어질 위험 큼 (Vivifrail)", "cdc_steadi_fall_risk": "넘어질 위험 (CDC STEADI)",
        "steadi": "또래 평균 아래 (CDC STEADI)", "kr_checkup": "건강검진의 보통 범위 밖",
        "kr_checkup_other_page": "건강검진의 보통 범위 밖 (다른 자료)", "kr_frailty_women": "노쇠 살핌 (국내 여성 연구)",
        "sft_low_function": "기능 낮음 (SFT)", "sft_risk_zone": "위험 구간 (SFT)", "sft_normal": "또래 보통 범위 아래 (SFT)",
        "sft_independence": "독립 생활 기준 아래 (SFT)",
    ]
}
