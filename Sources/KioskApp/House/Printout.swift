import KioskScreens
import SeniorCard

/// What is to be drawn for the printer.
enum Printout: Sendable {
    case card(CardNumber, name: String)
    case slip(PlanSlip)
}
