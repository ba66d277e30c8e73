import Foundation

/// Who is signed in, in which session.
struct Staff: Equatable, Sendable {
    let userID: String
    let name: String
    let role: UserAccount.Role
    /// The one municipality they see; all when absent.
    let municipalityID: String?
    let municipalityName: String?
    /// The session's token for forms.
    let csrf: String
    /// SHA-256 of the session's token, hex: how the session is found again.
    let sessionHash: String
    let signedInAt: Date

    func may(_ right: StaffRight) -> Bool { role.rights.contains(right) }
}

/// What a role lets one do on the dashboard.
enum StaffRight: Sendable {
    /// See centres and kiosks.
    case fleet
    case attendance
    /// Open a senior, with a reason.
    case people
    /// See what a senior measured.
    case results
    /// Propose, change, approve and end exercise plans.
    case plans
    /// Put notices on the walls.
    case publish
    case accessLog
}

extension UserAccount.Role {
    /// Measured values are health data: only the health centre's people see them.
    var rights: Set<StaffRight> {
        switch self {
        case .office: [.fleet, .attendance, .people, .publish]
        case .healthCentre: [.fleet, .attendance, .people, .results, .plans]
        case .administrator: [.fleet, .attendance, .people, .publish, .accessLog]
        }
    }

    var word: String {
        switch self {
        case .office: "구청·시청 담당"
        case .healthCentre: "보건소 선생님"
        case .administrator: "관리 담당"
        }
    }
}
