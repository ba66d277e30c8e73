import SyncWire

/// What tests, quantities and units are called on the dashboard. Ids are those of the reference tables; one that is
/// not known is shown as it came, never hidden.
enum TestWords {
    static func test(_ id: String) -> String { tests[id] ?? id }

    /// One value with its unit: `142 mmHg`.
    static func value(_ value: WireReading.Value) -> String {
        let unit = unit(value.unit)
        return unit.isEmpty ? value.decimal : "\(value.decimal) \(unit)"
    }

    /// A UCUM unit as it is said.
    static func unit(_ code: String) -> String { units[code] ?? code }

    /// All values of a reading; more than one say which they are: `142/88 mmHg · 맥박 72 회/분`.
    static func values(_ values: [WireReading.Value]) -> String {
        guard values.count > 1 else { return values.first.map(value) ?? "값 없음" }
        let (upper, lower) = (values.first { $0.quantity == "systolic" }, values.first { $0.quantity == "diastolic" })
        guard let upper, let lower, upper.unit == lower.unit else { return named(values) }
        let others = values.filter { $0 != upper && $0 != lower }
        return (["\(upper.decimal)/\(value(lower))"] + (others.isEmpty ? [] : [named(others)])).joined(separator: " · ")
    }

    private static func named(_ values: [WireReading.Value]) -> String {
        values.map { "\(quantity($0.quantity)) \(value($0))" }.joined(separator: " · ")
    }

    static func quantity(_ id: String) -> String { quantities[id] ?? tests[id] ?? id }

    static func unclaimedReason(_ rule: String?) -> String { rule.map { reasons[$0] ?? $0 } ?? "까닭을 몰라요" }

    private static let tests = [
        "blood_pressure": "혈압", "bp_systolic": "수축기 혈압", "bp_diastolic": "이완기 혈압", "heart_rate_rest": "맥박",
        "spo2": "산소포화도", "weight": "몸무게", "height": "키", "bmi": "체질량지수", "body_fat": "체지방률",
        "body_temperature": "체온", "waist": "허리둘레", "calf_circumference": "종아리둘레", "grip": "악력",
        "grip_left": "왼손 악력", "grip_right": "오른손 악력", "grip_relative": "상대 악력", "grip_max": "악력",
        "chair_stand_30s": "30초 의자에서 일어서기", "chair_stand_5x": "의자에서 다섯 번 일어서기",
        "tug_3m_fast": "3m 돌아오기", "tug_usual": "3m 돌아오기 (편하게)", "figure8_walk": "8자 걷기",
        "step_2min": "2분 제자리 걷기", "walk_6min": "6분 걷기", "sit_reach_floor": "앉아 윗몸 굽히기",
        "gait_speed_usual": "걷는 속도", "one_leg_stance": "한 발로 서기", "arm_curl_30s": "30초 아령 들기",
        "sppb_total": "간단 신체 기능 검사", "gait_4m": "4m 걷기", "gait_3m": "3m 걷기", "side_by_side": "나란히 서기",
        "semi_tandem": "반 일렬로 서기", "tandem": "일렬로 서기", "chair_sit_reach": "의자에 앉아 윗몸 굽히기",
        "back_scratch": "등 뒤로 손 닿기", "up_and_go_8ft": "2.4m 돌아오기", "gait_speed_max": "빠르게 걷는 속도",
        "walk_6min_sft": "6분 걷기 (야드)",
        "asm_height2_dxa": "팔다리 근육량 지수 (DXA)", "asm_height2_bia": "팔다리 근육량 지수 (BIA)", "asm_total": "팔다리 근육량",
        "sarc_f": "근육 감소 설문 (SARC-F)", "sarc_calf": "근육 감소 설문 (SARC-CalF)",
    ]

    private static let quantities = [
        "systolic": "수축기", "diastolic": "이완기", "mean_arterial_pressure": "평균", "pulse": "맥박", "grip": "악력",
        "repetitions": "횟수", "duration": "시간", "distance": "거리", "reach": "닿은 거리", "speed": "빠르기", "weight": "몸무게",
        "height": "키",
    ]

    private static let units = [
        "mm[Hg]": "mmHg", "/min": "회/분", "{repetitions}": "회", "{steps}": "걸음", "s": "초", "kg": "kg", "cm": "cm",
        "m": "m", "m/s": "m/초", "%": "%", "Cel": "℃", "kg/m2": "kg/㎡", "{score}": "점", "1": "",
    ]

    private static let reasons = [
        "nobody_armed": "재는 차례인 분이 없었어요", "other_quantity": "재던 것과 다른 값이 왔어요",
        "from_storage": "기기에 남아 있던 옛 기록이에요", "older_than_armed": "차례가 되기 전에 잰 값이에요",
        "clock_changed": "기기 시계가 바뀌어서 언제 잰 값인지 알 수 없어요", "implausible": "값을 믿기 어려워요",
        "duplicate": "이미 받은 기록이에요",
        "repeated_bytes": "앞사람의 값과 똑같아서 새로 잰 것인지 알 수 없어요", "demonstration": "기기의 시범 값이에요",
        "unit_suspicious": "단위가 다른 것 같아요", "other_instrument": "다른 자리의 기기에서 온 값이에요",
        "age_unknown": "언제 잰 값인지 알 수 없어요", "left_unsaved": "저장하지 않고 가셨어요",
        "save_failed": "저장하다가 안 됐어요",
    ]
}
