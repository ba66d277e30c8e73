/// What an office can put on its walls.
///
/// The raw value is the kind's name in a playlist; a list of jobs or courses becomes an item for each of its lines.
enum ContentKind: String, CaseIterable, Codable, Sendable {
    case notice, picture, newsletter, practice, job, course
    case weatherToday = "weather-today"
    case weatherTomorrow = "weather-tomorrow"
    case weatherWeek = "weather-week"
    case buses
    case classOfToday = "class-of-today"
    case care
    case noticeFeed = "notices"
    case jobList = "job-list"
    case courseList = "course-list"

    /// What somebody has to give before the kind can be shown.
    enum Part: Sendable { case title, text, steps, caption, applyBy, pictureFile, documentFile }

    /// The parts of its form, none for what the office's sources bring by themselves.
    var parts: [Part] {
        switch self {
        case .notice: [.title, .text]
        case .picture: [.pictureFile, .caption]
        case .newsletter: [.title, .documentFile]
        case .practice: [.title, .steps]
        case .job, .course: [.title, .text, .applyBy]
        default: []
        }
    }

    /// It needs pictures of its own.
    var hasPictures: Bool { self == .picture || self == .newsletter }

    var word: String {
        switch self {
        case .notice: "알림 글"
        case .picture: "그림"
        case .newsletter: "소식지"
        case .practice: "함께 하는 체조"
        case .job: "일자리"
        case .course: "강좌"
        case .weatherToday: "오늘 날씨"
        case .weatherTomorrow: "내일 날씨"
        case .weatherWeek: "이번 주 날씨"
        case .buses: "버스 도착"
        case .classOfToday: "오늘의 수업"
        case .care: "더위·추위·먼지 안내"
        case .noticeFeed: "누리집 소식"
        case .jobList: "일자리 목록"
        case .courseList: "강좌 목록"
        }
    }

    /// One sentence for whoever chooses.
    var sentence: String {
        switch self {
        case .notice: "제목과 글을 크게 보여 드려요."
        case .picture: "사진이나 포스터 한 장을 보여 드려요."
        case .newsletter: "PDF를 올리면 한 쪽씩 넘겨 드려요."
        case .practice: "앉아서 따라 하는 동작을 차례대로 알려 드려요."
        case .job: "일자리 하나를 마감일까지 알려 드려요."
        case .course: "강좌 하나를 신청 마감일까지 알려 드려요."
        case .weatherToday: "지금 기온과 오늘 하루 날씨예요."
        case .weatherTomorrow: "내일 기온과 날씨예요."
        case .weatherWeek: "오늘부터 한 주의 날씨예요."
        case .buses: "가까운 정류장에 곧 오는 버스예요."
        case .classOfToday: "오늘 경로당에서 열리는 수업이에요."
        case .care: "덥거나 춥거나 먼지가 많을 때만 나와요."
        case .noticeFeed: "시·구 누리집에서 받아 온 소식이에요."
        case .jobList: "받아 온 일자리 목록을 한 줄씩 보여 드려요."
        case .courseList: "받아 온 강좌 목록을 한 줄씩 보여 드려요."
        }
    }
}
