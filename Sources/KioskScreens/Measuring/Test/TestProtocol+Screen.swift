import FitnessMeasure
import KioskUI

extension TestProtocol {
    /// The name that scripts and pictures use.
    var screenName: String {
        switch id {
        case .grip: "grip"
        case .chairStand: "chair"
        case .bloodPressure: "pressure"
        default: id.rawValue.split(separator: "_").joined(separator: "-")
        }
    }

    var touchID: TouchID { TouchID(screenName) }

    var icon: Icon {
        switch guide.picture {
        case "grip": .hand
        case "chair-stand": .chair
        case "blood-pressure", "pulse", "spo2": .heart
        case "figure-8": .figureEight
        case "up-and-go-3m", "up-and-go-8ft", "gait", "walk-6min": .walk
        case "stance-side-by-side", "stance-semi-tandem", "stance-tandem", "one-leg": .balance
        case "height", "weight", "body-fat", "waist", "calf": .scale
        case "temperature": .thermometer
        case "step": .timer
        case "sit-reach-floor", "sit-reach-chair", "back-scratch": .elderly
        default: .dumbbell
        }
    }
}
