import FitnessMeasure
import KioskUI

/// Pictures of the exercises that are prescribed most; the others have that of what they train.
extension Picture {
    static func exercise(_ row: PlanSheet.Row) -> Picture {
        ofExercises[row.exercise] ?? training(row.factor)
    }

    private static let ofExercises: [ExerciseID: Picture] = [
        "걷기": .walking, "앉았다 일어서기": .chairStand, "의자 앞에서 앉았다 일어서기": .chairStand,
        "벽에서 팔굽혀 펴기": .wallPush, "물통으로 양팔 들어올리기": .bottles, "덤벨 잡고 뒤꿈치 들기": .heelRaise,
        "서서 뒤꿈치 들기": .heelRaise, "의자에 앉아 다리 뻗어 올리기": .legRaise, "앉아서 다리 펴기": .legRaise,
        "의자 이용 중심 잡기 루틴 운동": .chairBalance, "의자 잡고 한발 들기": .chairBalance,
        "의자 잡고 전방으로 무릎 굽혀 들기": .chairBalance, "의자 잡고 후방으로 한발 뻗어 들기": .chairBalance,
        "한발 들기": .oneLeg, "양발 나란히 서기": .sideBySide,
    ]

    private static func training(_ factor: FitnessFactor) -> Picture {
        switch factor {
        case .cardio, .coordination: .stepping
        case .upperStrength, .trunkStrength: .bottles
        case .lowerStrength: .chairStand
        case .balance: .chairBalance
        case .flexibility, .body, .vital: .stretching
        }
    }

    /// Heels off the ground, a hand on the chair.
    static let heelRaise: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.floor(0.16, 1.34)
        sheet.sideChair(0.3)
        sheet.line([(0.9, 0.58), (0.9, 0.84), (0.98, 0.92)], ink: .indigo, width: 0.085)
        sheet.line([(0.9, 0.58), (0.89, 0.36)], ink: .pine, width: 0.18)
        sheet.arm([(0.87, 0.38), (0.68, 0.46), (0.48, 0.36)])
        sheet.face(0.9, 0.17, 0.125, hair: .bun)
        sheet.arrow((1.2, 0.9), (1.2, 0.62))
        return sheet.picture
    }()

    /// A bottle of water in each raised hand.
    static let bottles: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.floor(0.2, 1.3)
        for side in [-1.0, 1] {
            sheet.line(
                [(0.75 + side * 0.055, 0.64), (0.75 + side * 0.055, 0.92), (0.75 + side * 0.1, 0.92)], ink: .indigo,
                width: 0.08)
        }
        sheet.line([(0.75, 0.62), (0.75, 0.41)], ink: .persimmon, width: 0.2)
        for side in [-1.0, 1] {
            let hand = 0.75 + side * 0.36
            sheet.arm([(0.75 + side * 0.09, 0.42), (0.75 + side * 0.28, 0.46), (hand, 0.28)])
            sheet.box(hand - 0.05, 0.1, 0.1, 0.2, corner: 0.03, fill: .sky)
            sheet.box(hand - 0.025, 0.05, 0.05, 0.06, corner: 0.01, fill: .paper)
        }
        sheet.face(0.75, 0.22, 0.125, hair: .short)
        return sheet.picture
    }()

    /// Leaning on a wall with both hands.
    static let wallPush: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.floor(0.2, 1.34)
        sheet.box(1.14, 0.08, 0.12, 0.86, corner: 0.02, fill: .mint)
        sheet.line([(0.62, 0.62), (0.48, 0.92), (0.58, 0.92)], ink: .indigo, width: 0.085)
        sheet.line([(0.62, 0.62), (0.76, 0.4)], ink: .pine, width: 0.18)
        sheet.arm([(0.78, 0.42), (0.94, 0.56), (1.13, 0.44)])
        sheet.face(0.82, 0.2, 0.125, hair: .short)
        sheet.arrow((0.34, 0.44), (0.5, 0.36))
        return sheet.picture
    }()

    /// Seated, one leg stretched out.
    static let legRaise: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.floor(0.2, 1.36)
        sheet.sideChair(0.34)
        sheet.line([(0.5, 0.6), (0.7, 0.62), (0.72, 0.92), (0.8, 0.92)], ink: .indigo, width: 0.085)
        sheet.line([(0.52, 0.6), (0.8, 0.58), (1.1, 0.54), (1.12, 0.46)], ink: .indigo, width: 0.085)
        sheet.line([(0.52, 0.58), (0.5, 0.36)], ink: .persimmon, width: 0.18)
        sheet.arm([(0.52, 0.38), (0.62, 0.5), (0.56, 0.6)])
        sheet.face(0.51, 0.17, 0.125, hair: .bun)
        sheet.arrow((1.24, 0.84), (1.24, 0.58))
        return sheet.picture
    }()

    /// One foot off the ground, both hands on the chair's back.
    static let chairBalance: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.floor(0.16, 1.34)
        sheet.line([(0.62, 0.34), (0.62, 0.92)], width: 0.034)
        sheet.line([(0.62, 0.66), (0.32, 0.66), (0.32, 0.92)], width: 0.034)
        sheet.line([(0.94, 0.62), (0.94, 0.92), (0.86, 0.92)], ink: .indigo, width: 0.085)
        sheet.line([(0.96, 0.62), (1.08, 0.74), (1.24, 0.76)], ink: .indigo, width: 0.085)
        sheet.line([(0.94, 0.6), (0.92, 0.38)], ink: .pine, width: 0.18)
        sheet.arm([(0.9, 0.4), (0.78, 0.46), (0.62, 0.38)])
        sheet.face(0.92, 0.19, 0.125, hair: .short)
        return sheet.picture
    }()

    /// Arms up, bending to one side.
    static let stretching: Picture = {
        var sheet = Sketch(aspect: 1.5)
        sheet.floor(0.2, 1.3)
        for side in [-1.0, 1] {
            sheet.line(
                [(0.66 + side * 0.055, 0.64), (0.66 + side * 0.08, 0.92), (0.66 + side * 0.14, 0.92)], ink: .indigo,
                width: 0.08)
        }
        sheet.line([(0.66, 0.62), (0.74, 0.42)], ink: .pine, width: 0.19)
        sheet.arm([(0.7, 0.42), (0.66, 0.2), (0.9, 0.07)])
        sheet.arm([(0.8, 0.44), (0.94, 0.56), (0.76, 0.62)])
        sheet.face(0.84, 0.24, 0.12, hair: .bun)
        sheet.arrow((0.98, 0.1), (1.22, 0.26))
        return sheet.picture
    }()
}
