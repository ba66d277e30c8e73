import Foundation
import Hummingbird
import Logging

/// The office's web pages.
public struct DashboardRoutes: Sendable {
    private let store: OfficeStore
    private let guardian: PageGuard
    private let door: DoorPages
    private let notices: NoticePages
    private let content: ContentPages
    private let held: HeldTextPages
    private let plays: PlayPages
    private let assets: StaticAssets
    private let levels: LevelWords
    private let health: HealthTables
    private let plans: PlanPages
    private let exports: ExportPages

    /// Reads templates and files, once.
    /// - Parameters:
    ///   - health: by what readings are evaluated and plans proposed.
    ///   - levels: what a reading's level is called, if the reference tables are at hand.
    ///   - onContentChange: called with the municipality's id after a notice was published or withdrawn.
    /// - Throws: if a template or file is missing or wrong.
    public init(
        store: OfficeStore, settings: DashboardSettings, health: HealthTables, logger: Logger,
        now: @escaping @Sendable () -> Date,
        levels: @escaping LevelWords = { _, _ in nil },
        onContentChange: @escaping @Sendable (_ municipalityID: String) async throws -> Void
    ) async throws {
        let renderer = try await PageRenderer(
            folder: settings.folders.dashboard + "/templates", isSecure: settings.isSecure)
        let sessions = WebSessions(store: store)
        self.store = store
        assets = try StaticAssets(folders: settings.folders)
        guardian = PageGuard(
            sessions: sessions, renderer: renderer, address: ClientAddress(proxies: settings.proxies),
            logger: logger, now: now)
        door = DoorPages(signIn: SignIn(store: store, desk: try PasswordDesk()), sessions: sessions, guardian: guardian)
        let announcer = ContentAnnouncer(logger: logger, onContentChange: onContentChange)
        notices = NoticePages(store: store, announcer: announcer)
        content = ContentPages(store: store, announcer: announcer, press: NewsletterPress(logger: logger))
        held = HeldTextPages(store: store, announcer: announcer)
        plays = PlayPages(store: store)
        self.levels = levels
        self.health = health
        plans = PlanPages(store: store, health: health)
        exports = ExportPages(
            records: HealthRecords(
                store: store, tables: health, pseudonyms: Pseudonyms(try await ServerIdentity.loadOrMake(in: store))))
    }

    /// Adds every page, and a kind word for what is not there.
    public func add(to router: some RouterMethods<OfficeRequestContext>) {
        let (store, levels, assets) = (store, levels, assets)
        router.get("/static/**") { request, context in
            assets.response(to: context.parameters.getCatchAll().joined(separator: "/"), request: request)
        }
        door.add(to: router)
        page(router, .get, "/", nil) { try await TodayPage.answer($0, store: store) }
        page(router, .get, "/centres", .fleet) { try await CentresPage.answer($0, store: store) }
        page(router, .get, "/centres/:id", .fleet) { try await CentrePage.answer($0, store: store) }
        page(router, .get, "/centres/:id/seniors", .people) { try await SeniorsPage.answer($0, store: store) }
        page(router, .get, "/centres/:id/unclaimed", .people) { try await UnclaimedPage.answer($0, store: store) }
        page(router, .get, "/seniors/:id", .people) { try await SeniorPage.answer($0, store: store, levels: levels) }
        page(router, .post, "/seniors/:id/open", .people) { try await ReasonPage.open($0, store: store) }
        page(router, .get, "/attendance", .attendance) { try await AttendanceDayPage.answer($0, store: store) }
        page(router, .get, "/attendance/month", .attendance) { try await AttendanceMonthPage.answer($0, store: store) }
        page(router, .get, "/access-log", .accessLog) { try await AccessLogPage.answer($0, store: store) }
        addNotices(to: router)
        addHealth(to: router)
        addContent(to: router)
        router.get("/**") { [guardian] _, _ in try guardian.trouble(TroublePage(.notFound)) }
    }

    private func addHealth(to router: some RouterMethods<OfficeRequestContext>) {
        let (store, health) = (store, health)
        page(router, .get, "/seniors/:id/evaluation", .results) {
            try await EvaluationPage.answer($0, store: store, health: health)
        }
        page(router, .get, "/seniors/:id/export", .results, exports.person)
        page(router, .post, "/seniors/:id/export", .results, exports.takePerson)
        page(router, .get, "/centres/:id/export", .results, exports.centre)
        page(router, .post, "/centres/:id/export", .results, exports.takeCentre)
        page(router, .get, "/dictionary", .results, exports.dictionary)
        page(router, .get, "/seniors/:id/plan", .plans, plans.show)
        page(router, .get, "/seniors/:id/plan/change", .plans, plans.edit)
        page(router, .get, "/seniors/:id/plan/week", .plans, plans.week)
        page(router, .post, "/seniors/:id/plan/propose", .plans, plans.propose)
        page(router, .post, "/seniors/:id/plan/change", .plans, plans.change)
        page(router, .post, "/seniors/:id/plan/approve", .plans, plans.approve)
        page(router, .post, "/seniors/:id/plan/begin", .plans, plans.begin)
        page(router, .post, "/seniors/:id/plan/end", .plans, plans.end)
        page(router, .post, "/seniors/:id/plan/refer", .plans, plans.refer)
        page(router, .post, "/seniors/:id/plan/met", .plans, plans.met)
    }

    private func addNotices(to router: some RouterMethods<OfficeRequestContext>) {
        page(router, .get, "/notices", .publish, notices.list)
        page(router, .get, "/notices/new", .publish, notices.new)
        page(router, .post, "/notices/edit", .publish, notices.edit)
        page(router, .post, "/notices/preview", .publish, notices.preview)
        page(router, .post, "/notices", .publish, notices.publish)
        page(router, .post, "/notices/:id/withdraw", .publish, notices.withdraw)
    }

    private func addContent(to router: some RouterMethods<OfficeRequestContext>) {
        page(router, .get, "/content", .publish, content.list)
        page(router, .get, "/content/new", .publish, content.new)
        page(router, .post, "/content", .publish, takesFiles: true, content.save)
        page(router, .get, "/content/listing", .publish, content.listing)
        page(router, .post, "/content/listing", .publish, takesFiles: true, content.takeListing)
        page(router, .post, "/content/publish", .publish, content.publishDrafts)
        page(router, .get, "/content/held", .publish, held.list)
        page(router, .post, "/content/held/:id/release", .publish) { try await held.decide($0, .released) }
        page(router, .post, "/content/held/:id/drop", .publish) { try await held.decide($0, .dropped) }
        page(router, .get, "/plays", .publish, plays.list)
        page(router, .get, "/plays/file", .publish, plays.file)
        page(router, .get, "/content/:id", .publish, content.item)
        page(router, .get, "/content/:id/edit", .publish, content.edit)
        page(router, .get, "/content/:id/pictures/:number", .publish, content.picture)
        page(router, .post, "/content/:id/publish", .publish, content.publish)
        page(router, .post, "/content/:id/remove", .publish, content.remove)
        page(router, .post, "/content/:id/up", .publish) { try await content.move($0, by: -1) }
        page(router, .post, "/content/:id/down", .publish) { try await content.move($0, by: 1) }
    }

    private func page(
        _ router: some RouterMethods<OfficeRequestContext>, _ method: HTTPRequest.Method, _ path: RouterPath,
        _ right: StaffRight?, takesFiles: Bool = false, _ handler: @escaping PageGuard.Handler
    ) {
        router.on(path, method: method) { [guardian] request, context in
            await guardian.respond(to: request, context, right: right, takesFiles: takesFiles, handler: handler)
        }
    }
}
