import Foundation
import SignageFeed

/// What the wall shows and why: the playlist, what is known of the world, the disaster messages, and who is there.
///
/// Everything is decided by one ``WallSchedule``; here its state is only kept between two looks.
public struct Signage: Sendable {
    private let site: AlertSite
    private var screen: ScreenProfile
    private let care: CareBook
    /// What the installer knows of shelters, until the office tells.
    private let shelters: [Shelter]
    /// nil: the office has sent none, and ``Playlist/standard`` holds.
    private var playlist: Playlist?
    private var pin: LocalPin?
    private var conditions = CareConditions(trust: .known)
    private var notices: [Notice] = []
    private var postings = Postings(nil)
    private var items: [String: SignageItem] = [:]
    private var noticeOfItem: [String: Notice] = [:]
    private var planner: WallPlanner
    private var ledger = AlertLedger()
    private var state = WallState(trust: .known)
    /// The answer of the last look.
    private var latest: FramePlan?
    private var sources: Set<String> = []
    /// Some item shows a picture, still or moving.
    private(set) var hasPictures = false
    /// A visitor has read these and goes on; they come back when nobody is there.
    private var putAside: Set<AlertMessage.Reference> = []
    /// Advice that holds now, the gravest first.
    private(set) var careCards: [CareCard] = []

    init(
        site: AlertSite = AlertSite(), screen: ScreenProfile = ScreenProfile(), care: CareBook = .empty,
        shelters: [Shelter] = []
    ) {
        (self.site, self.screen, self.care, self.shelters) = (site, screen, care, shelters)
        conditions.shelters = shelters
        planner = WallPlanner(WallSchedule(.standard, for: screen))
        arrange()
    }

    // MARK: What comes in

    /// The office's playlist, or none: then the built-in one holds. Items whose pictures are missing are passed over.
    mutating func install(_ playlist: Playlist?, missingPictures: Set<ContentHash> = []) {
        state.missingPictures = missingPictures
        guard playlist != self.playlist else { return }
        self.playlist = playlist
        arrange()
    }

    /// What the office last told of the world; nil when nothing is known.
    mutating func take(_ snapshot: WallSnapshot?) {
        state.facts = snapshot.map { WallFacts($0) } ?? WallFacts()
        conditions = CareConditions(
            weather: snapshot?.weather, air: snapshot?.air, warnings: snapshot?.warnings,
            shelters: snapshot?.shelters?.value ?? shelters, trust: state.trust)
        let lists = Postings(snapshot)
        guard notices != snapshot?.notices ?? [] || lists != postings else { return }
        (notices, postings) = (snapshot?.notices ?? [], lists)
        arrange()
    }

    /// Disaster messages that came. One that came before changes nothing.
    mutating func take(_ messages: [AlertMessage], at now: Date) {
        for message in messages { _ = ledger.take(message, at: now) }
    }

    /// The paper that a supporter has put up, or has taken off.
    mutating func pin(_ pin: LocalPin?) {
        guard pin != self.pin else { return }
        self.pin = pin
        arrange()
    }

    /// The sources of moving pictures that can give some.
    mutating func offer(_ sources: Set<String>) {
        self.sources = sources
        quarantine()
    }

    /// How far the clock can be believed.
    mutating func trust(_ trust: ClockTrust) { (state.trust, conditions.trust) = (trust, trust) }

    /// A picture that could not be drawn: its items wait until the next playlist.
    mutating func missPicture(_ picture: ContentHash) { state.missingPictures.insert(picture) }

    // MARK: What goes out

    /// Looks anew. `activity` is what people do at the screen. Somebody who uses the kiosk, and a class that is on, are
    /// broken into by the gravest alerts only; a person by each of them once.
    mutating func look(at now: Date, activity: Activity?) {
        if activity == nil { putAside = [] }
        let hours = ClassHours(state, at: now)
        let activity = activity ?? (yieldsToClasses && hours.running != nil ? .classSession : nil)
        careCards = care.cards(at: now, conditions)
        state.facts.careUntil = careCards.map(\.until).min()
        state.take(alerts: ledger.current(at: now, for: site).withoutRetellings(), activity: activity, at: now)
        var plan = planner.wall(at: now, state)
        if yieldsToClasses { plan.nextChange = min(plan.nextChange, hours.nextChange) }
        latest = plan
    }

    /// A board hangs outside; in the room a class has the screen, or at least its quiet.
    private var yieldsToClasses: Bool { isLookedAtClosely }

    /// What is on at `now`, if nothing but time has come since the last look.
    public func plan(at now: Date) -> FramePlan {
        if let latest, latest.at <= now, now < latest.nextChange { return latest }
        return planner.schedule.wall(at: now, state)
    }

    /// The alert that has the screen.
    var cover: AlertPlan? {
        guard case .alert(let alert) = latest?.cover, !putAside.contains(alert.reference) else { return nil }
        return alert
    }

    /// The alert that stands above the content.
    var banner: AlertPlan? { latest?.banner }

    /// When what is on can change by itself: the next item, the next page, the next part of an alert.
    func nextChange(at now: Date) -> Date {
        let next = plan(at: now).nextChange
        return cover.map { min(next, AlertPage(plan: $0).nextPart(after: now)) } ?? next
    }

    /// An alert holds, on the screen or in waiting.
    var isAlerted: Bool { !state.alerts.isEmpty }

    /// The visitor has read what has the screen and goes on.
    mutating func goOn() {
        if let cover { putAside.insert(cover.reference) }
    }

    func item(_ id: String) -> SignageItem? { items[id] }

    /// It is drawn from pixels that have to be read before.
    func isPicture(_ shown: ZonePlan.Shown) -> Bool {
        if case .item(let id) = shown { item(id)?.content.isPicture ?? false } else { false }
    }

    /// The notice of the feeds that an item was made from.
    func notice(of id: String) -> Notice? { noticeOfItem[id] }

    func text(for card: CareCard, _ look: Look) -> CareWords.Text? { care.text(for: card, look.words.language) }

    private mutating func arrange() {
        let plain = playlist ?? .standard
        var list = plain.expanded(with: notices)
        list.items += postings.items
        if let pin { list.items.append(pin.item) }
        items = Dictionary(list.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let feeds = plain.items.filter { $0.content == .noticeFeed }
        noticeOfItem = Dictionary(
            feeds.flatMap { feed in notices.map { (feed.id + "/" + $0.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        // A zone that no item wants has no place, and costs nothing.
        let wanted = Set(list.items.flatMap(\.zones))
        screen.zones = [.main] + (isLookedAtClosely ? [Zone.side, .strip].filter(wanted.contains) : [])
        planner = WallPlanner(WallSchedule(list, for: screen))
        hasPictures = list.items.contains { $0.content.isPicture }
        quarantine()
    }

    /// A board says one thing at a time.
    private var isLookedAtClosely: Bool { !screen.names.contains(PanelKind.board.name) }

    /// Moving pictures wait for a source that gives them.
    private mutating func quarantine() {
        state.quarantined = Set(
            items.values.filter { item in
                if case .frames(let source) = item.content { !sources.contains(source) } else { false }
            }.map(\.id))
    }
}

extension SignageContent {
    /// It is shown by pixels that do not come from the layout.
    fileprivate var isPicture: Bool {
        if case .frames = self { true } else { picture != nil }
    }
}
