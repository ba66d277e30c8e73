import Hummingbird

/// A page that says kindly why there is no other.
struct TroublePage: Sendable {
    let status: HTTPResponse.Status
    let title: String
    let text: String

    init(_ refusal: PageRefusal) {
        switch refusal {
        case .notFound:
            (status, title, text) = (.notFound, "찾으시는 곳이 없어요", "주소가 바뀌었거나 다른 시·구의 것일 수 있어요.")
        case .forbidden:
            (status, title, text) = (.forbidden, "여기는 볼 수 없는 곳이에요", "볼 일이 있으면 관리 담당에게 말씀해 주세요.")
        case .staleForm:
            (status, title, text) = (.forbidden, "한 번만 다시 해 주세요", "화면이 오래되어 보내지 않았어요. 바뀐 것은 없어요.")
        case .badForm:
            (status, title, text) = (.badRequest, "보내신 것을 읽지 못했어요", "바뀐 것은 없어요. 처음부터 다시 해 주세요.")
        case .tooLarge:
            (status, title, text) = (.contentTooLarge, "파일이 너무 커요", "PDF는 40MB, 그림은 10MB까지 올릴 수 있어요. 바뀐 것은 없어요.")
        case .busy:
            (status, title, text) = (.serviceUnavailable, "지금 파일을 올리는 분이 많아요", "잠시 뒤에 다시 해 주세요. 바뀐 것은 없어요.")
        }
    }

    private init(status: HTTPResponse.Status, title: String, text: String) {
        (self.status, self.title, self.text) = (status, title, text)
    }

    static let ours = TroublePage(
        status: .internalServerError, title: "잠시 문제가 생겼어요", text: "저희 쪽 문제예요. 조금 뒤에 다시 해 주세요.")
}

/// The door.
struct SignInPage: Sendable {
    var account = ""
    var problem: String?
    var farewell: String?
}
