import FitnessMeasure
import Foundation
import KioskUI
import KoreanText

extension Words {
    /// "김○순 님": names are masked wherever others may look on.
    func honoured(_ name: String) -> String { home.honoured(["name": MaskedName(name).text]) }
    func welcome(_ name: String) -> String { home.welcome(["name": MaskedName(name).text]) }
    func whose(_ name: String, _ what: String) -> String {
        home.whose(["name": MaskedName(name).text, "what": what])
    }

    /// "오늘 출석했어요. 이번 달 열두 번째예요."
    func attendance(_ visit: Visit) -> String {
        (visit.isFirstToday ? home.attendedFirst : home.attendedAgain)([
            "nth": SpokenNumber.ordinal(visit.daysThisMonth), "count": String(visit.daysThisMonth),
        ])
    }

    func month(_ month: Int) -> String {
        let name = time.months.indices.contains(month - 1) ? time.months[month - 1] : ""
        return enrolment.month(["month": String(month), "name": name])
    }

    func birth(year: Int, month: Int) -> String {
        enrolment.birth(["year": String(year), "month": self.month(month)])
    }

    func bornIn(_ month: Int) -> String { find.bornIn(["month": self.month(month)]) }
    func supporterNamed(_ name: String) -> String { enrolment.supporter(["name": MaskedName(name).text]) }
    func isItTheirs(_ name: String) -> String { staff.isItTheirs(["name": MaskedName(name).text]) }
    func trayCount(_ count: Int) -> String {
        count == 0 ? staff.trayEmpty : staff.trayCount(["count": String(count)])
    }
}

extension Words.CardTroubleWords {
    subscript(trouble: CardTrouble) -> Advice {
        switch trouble {
        case .damaged: damaged
        case .barcode: barcode
        case .link: link
        case .foreign: foreign
        case .stranger: stranger
        case .notOurs: notOurs
        case .replaced: replaced
        case .lost: lost
        }
    }
}

extension Words {
    /// Why it lies in the tray.
    func reason(_ entry: TrayEntry) -> String {
        let reasons = staff.reasons
        switch entry.reason {
        case "left_unsaved": return reasons.leftUnsaved
        case "save_failed": return reasons.saveFailed
        default: return entry.reason.flatMap(UnclaimedReason.init(rawValue:)).map(staff.reason) ?? reasons.unknown
        }
    }
}

extension Words.StaffWords {
    /// Why a reading lies in the tray.
    func reason(_ reason: UnclaimedReason) -> String {
        switch reason {
        case .nobodyArmed: reasons.nobodyArmed
        case .otherQuantity: reasons.otherQuantity
        case .fromStorage: reasons.fromStorage
        case .olderThanArmed: reasons.olderThanArmed
        case .implausible: reasons.implausible
        case .duplicate: reasons.duplicate
        case .repeatedBytes: reasons.repeatedBytes
        case .demonstration: reasons.demonstration
        case .unitSuspicious: reasons.unitSuspicious
        case .clockChanged: reasons.clockChanged
        case .otherInstrument: reasons.otherInstrument
        case .ageUnknown: reasons.ageUnknown
        }
    }
}
