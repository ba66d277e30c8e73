/// What stands around every page: the menu, who is signed in, and the token that forms send back.
struct Frame: Sendable {
    let municipality: String
    let name: String
    let role: String
    let csrf: String
    let menu: [MenuItem]

    struct MenuItem: Sendable {
        let word: String
        let path: String
        let icon: String
        let current: Bool
    }

    init(staff: Staff, section: Section) {
        municipality = staff.municipalityName ?? "모든 시·구"
        name = staff.name
        role = staff.role.word
        csrf = staff.csrf
        menu = Section.allCases.filter { $0.right.map(staff.may) ?? true }.map {
            MenuItem(word: $0.word, path: $0.path, icon: $0.icon, current: $0 == section)
        }
    }
}

/// The menu's entries, in their order.
enum Section: CaseIterable, Sendable {
    case today, centres, attendance, notices, content, accessLog

    var word: String {
        switch self {
        case .today: "오늘"
        case .centres: "경로당"
        case .attendance: "출석"
        case .notices: "알림"
        case .content: "게시물"
        case .accessLog: "접근 기록"
        }
    }

    var path: String {
        switch self {
        case .today: "/"
        case .centres: "/centres"
        case .attendance: "/attendance"
        case .notices: "/notices"
        case .content: "/content"
        case .accessLog: "/access-log"
        }
    }

    /// A ligature of Material Icons.
    var icon: String {
        switch self {
        case .today: "dashboard"
        case .centres: "home"
        case .attendance: "event_available"
        case .notices: "announcement"
        case .content: "tv"
        case .accessLog: "history"
        }
    }

    /// What one needs to see it; nothing for the first page.
    var right: StaffRight? {
        switch self {
        case .today: nil
        case .centres: .fleet
        case .attendance: .attendance
        case .notices, .content: .publish
        case .accessLog: .accessLog
        }
    }
}
