/// A particle or ending that has two forms, chosen by how the word before it sounds.
public struct Particle: Hashable, Sendable {
    /// After a final consonant: 은, 이, 을, 과, 아, 으로, 이에요.
    public let closed: String
    /// After a vowel: 는, 가, 를, 와, 야, 로, 예요.
    public let open: String
    /// 으로 and its family take the vowel's form after ㄹ: 서울로.
    let takesOpenAfterRieul: Bool

    private init(_ closed: String, _ open: String, takesOpenAfterRieul: Bool = false) {
        (self.closed, self.open, self.takesOpenAfterRieul) = (closed, open, takesOpenAfterRieul)
    }

    /// 은/는
    public static let topic = Particle("은", "는")
    /// 이/가
    public static let subject = Particle("이", "가")
    /// 을/를
    public static let object = Particle("을", "를")
    /// 과/와
    public static let with = Particle("과", "와")
    /// 이랑/랑
    public static let together = Particle("이랑", "랑")
    /// 아/야, for calling a friend or a child
    public static let calling = Particle("아", "야")
    /// 으로/로
    public static let direction = Particle("으로", "로", takesOpenAfterRieul: true)
    /// 으로서/로서
    public static let capacity = Particle("으로서", "로서", takesOpenAfterRieul: true)
    /// 으로써/로써
    public static let means = Particle("으로써", "로써", takesOpenAfterRieul: true)
    /// 으로부터/로부터
    public static let origin = Particle("으로부터", "로부터", takesOpenAfterRieul: true)
    /// 이에요/예요
    public static let copula = Particle("이에요", "예요")
    /// 이었어요/였어요
    public static let pastCopula = Particle("이었어요", "였어요")
    /// 이세요/세요
    public static let honorificCopula = Particle("이세요", "세요")
    /// 이라/라
    public static let quoting = Particle("이라", "라")
    /// 이라고/라고
    public static let named = Particle("이라고", "라고")
    /// 이라도/라도
    public static let atLeast = Particle("이라도", "라도")
    /// 이나/나
    public static let or = Particle("이나", "나")
    /// 이고/고
    public static let and = Particle("이고", "고")
    /// 이며/며
    public static let alsoBeing = Particle("이며", "며")
    /// 이면/면
    public static let ifBeing = Particle("이면", "면")
    /// 이란/란
    public static let calledThus = Particle("이란", "란")
    /// 이네요/네요
    public static let exclaiming = Particle("이네요", "네요")
    /// 이지만/지만
    public static let although = Particle("이지만", "지만")
    /// 이니까/니까
    public static let because = Particle("이니까", "니까")

    /// All that there are.
    public static let all: [Particle] = [
        topic, subject, object, with, together, calling, direction, capacity, means, origin, copula, pastCopula,
        honorificCopula, quoting, named, atLeast, or, and, alsoBeing, ifBeing, calledThus, exclaiming, although,
        because,
    ]

    /// The particle that a words file writes as `이/가`, in either order.
    public init?(pair: String) {
        let forms = pair.split(separator: "/" as Character, omittingEmptySubsequences: false).map(String.init)
        guard forms.count == 2,
            let particle = Self.all.first(where: { [$0.closed, $0.open] == forms || [$0.open, $0.closed] == forms })
        else { return nil }
        self = particle
    }

    /// The form that stands after a text.
    public func after(_ text: some StringProtocol) -> String {
        switch EndingSound(of: text) {
        case .vowel: open
        case .consonant: closed
        case .rieul: takesOpenAfterRieul ? open : closed
        }
    }
}

extension StringProtocol {
    /// The text with the right form of a particle behind it: `"김○순".with(.subject)` is `김○순이`.
    public func with(_ particle: Particle) -> String { String(self) + particle.after(self) }
}
