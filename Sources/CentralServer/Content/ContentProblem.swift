import SignageFeed

/// What keeps an item from being taken down as it was written.
enum ContentProblem: Error, Equatable, Sendable {
    case tooLong(ContentField)
    case lastDayGone(ContentField)
    case halfHours
    case noFile
    case picture(PictureProblem)
    case newsletter(NewsletterProblem)
    /// More than a kiosk's disk is meant to hold.
    case full
    /// A kiosk would not show it, by the reader that it uses.
    case unplayable(PlaylistProblem.Reason)
    /// Nothing that our form sends.
    case strange

    var sentence: String {
        switch self {
        case .tooLong: "글이 조금 길어요. 짧게 줄여 주세요."
        case .lastDayGone: "마지막 날이 이미 지났어요. 오늘이나 앞날을 골라 주세요."
        case .halfHours: "시작하는 시간과 끝나는 시간을 함께 적어 주세요."
        case .noFile: "올릴 파일을 골라 주세요."
        case .picture(let problem): problem.sentence
        case .newsletter(let problem): problem.sentence
        case .full: "올려 둔 그림이 너무 많아요. 지난 그림이나 소식지를 내리고 다시 해 주세요."
        case .unplayable(let reason): Self.sentence(reason)
        case .strange: "보내신 것을 읽지 못했어요. 다시 적어 주세요."
        }
    }

    /// The field of the form that it is about; nil if it is about the whole.
    var field: ContentField? {
        switch self {
        case .tooLong(let field), .lastDayGone(let field): field
        case .halfHours: .from
        case .noFile, .picture, .newsletter: .file
        case .unplayable(.missing(let member)), .unplayable(.invalid(let member)): ContentField(member: member)
        case .full, .strange, .unplayable: nil
        }
    }

    private static func sentence(_ reason: PlaylistProblem.Reason) -> String {
        switch reason {
        case .missing("title"), .invalid("title"): "제목을 적어 주세요."
        case .missing("steps"), .invalid("steps"): "동작을 한 줄에 하나씩 적어 주세요."
        case .invalid("days"): "마지막 날이 첫날보다 앞서 있어요. 날을 다시 골라 주세요."
        case .invalid("hours"): "시간을 다시 살펴봐 주세요. 시작과 끝이 달라야 해요."
        case .invalid("share"): "몫은 1에서 50까지 적을 수 있어요."
        case .invalid("seconds"): "보여 주는 시간은 5초에서 600초까지 적을 수 있어요."
        case .invalid("priority"): "순위는 0에서 9까지 적을 수 있어요."
        case .invalid("screens"): "화면 이름은 서른두 개까지 적을 수 있어요."
        case .tooMany(let limit): "게시물은 \(limit)개까지 올릴 수 있어요."
        default: "이대로는 화면에 보여 드릴 수 없어요. 빠진 것이 없는지 살펴봐 주세요."
        }
    }
}
