import Foundation
import GRDB
import Hummingbird
import SignageFeed

/// The playlist of a municipality: looking, writing, publishing, moving, removing.
struct ContentPages: Sendable {
    let store: OfficeStore
    let announcer: ContentAnnouncer
    let press: NewsletterPress
    let reviews = ReviewDesk()

    func list(_ visit: Visit) async throws -> Answer {
        let scope = visit.scope
        return try await store.read { db in
            let places = try ContentQuery.places(db, scope: scope)
            let place = places.first { $0.id == visit.query["place"] } ?? places.first
            guard let place else { throw PageRefusal.notFound }
            let items = try ContentQuery.list(db, municipality: place.id)
            let lines = try items.map { ($0, try ContentQuery.pictures(db, of: $0.id)) }
            let page = ContentListPage(
                place: place, places: places, items: lines, held: try HeldTextQuery.held(db, municipality: place.id),
                waiting: try HeldTextQuery.waiting(db, scope: scope),
                played: try PlayQuery.times(db, municipality: place.id, since: visit.today.adding(days: -7)),
                visit: visit)
            return .page("content", "게시물", in: .content, page)
        }
    }

    /// A choice of kinds, then the form of one.
    func new(_ visit: Visit) async throws -> Answer {
        let places = try await places(visit)
        guard let place = places.first(where: { $0.id == visit.query["place"] }) ?? places.first else {
            throw PageRefusal.notFound
        }
        guard let kind = visit.query["kind"].flatMap(ContentKind.init(rawValue:)) else {
            return .page("content-kinds", "새 게시물", in: .content, ContentKindsPage(place: place.id))
        }
        return form(ContentDraft(kind: kind, municipality: place.id, today: visit.today), places)
    }

    func edit(_ visit: Visit) async throws -> Answer {
        let (id, scope) = (try visit.id(), visit.scope)
        let (item, count) = try await store.read { db in
            (
                try ContentQuery.item(db, id: id, scope: scope),
                try ContentQuery.pictures(db, of: id).count
            )
        }
        return form(ContentDraft(item), try await places(visit), pictures: count)
    }

    /// Takes a form down as a draft, or changes the words of what is there.
    func save(_ visit: Visit) async throws -> Answer {
        guard let draft = ContentDraft(visit.form) else { throw PageRefusal.badForm }
        let (places, scope, id) = (try await places(visit), visit.scope, draft.id)
        let known = try await store.read { try ContentQuery.pictures($0, of: id).count }
        do {
            let item = try draft.checked(places: places, by: visit.staff.userID, at: visit.now)
            let pictures = try await pictures(of: draft.kind, in: visit.files, known: known)
            try await store.write { db in
                try ContentQuery.checkRoom(
                    db, municipality: item.municipalityId, besides: item.id, for: pictures ?? [])
                try ContentQuery.save(db, item, scope: scope)
                if let pictures { try ContentQuery.keep(db, pictures, of: item.id, at: visit.now) }
                _ = try reviews.admit(item.reviewedText, of: item.municipalityId, at: visit.now, in: db)
                try visit.note(.saveContent).insert(db)
            }
            return .seeOther(await done("saved", item.municipalityId, "/content/\(item.id)"))
        } catch let problem as ContentProblem {
            return form(draft, places, pictures: known, problem: problem)
        }
    }

    /// The item as it is, and when it will be shown.
    func item(_ visit: Visit) async throws -> Answer {
        let (id, scope) = (try visit.id(), visit.scope)
        return try await store.read { db in
            let item = try ContentQuery.item(db, id: id, scope: scope)
            let held = try HeldTextQuery.held(db, municipality: item.municipalityId)
            let page = ContentItemPage(
                item: item, pictures: try ContentQuery.pictures(db, of: id),
                places: try ContentQuery.places(db, scope: scope), held: held, visit: visit)
            return .page("content-item", item.kind.word, in: .content, page)
        }
    }

    func picture(_ visit: Visit) async throws -> Answer {
        let (id, scope) = (try visit.id(), visit.scope)
        guard let number = visit.parameters["number"].flatMap({ Int($0) }) else { throw PageRefusal.notFound }
        let found = try await store.read { db -> (Data, String)? in
            _ = try ContentQuery.item(db, id: id, scope: scope)
            guard let picture = try ContentPicture.fetchOne(db, key: ["itemId": id, "page": number]),
                let bytes = try Data.fetchOne(
                    db, sql: "SELECT bytes FROM blob WHERE sha256 = ?", arguments: [picture.sha256])
            else { return nil }
            return (bytes, picture.mediaType)
        }
        guard let (bytes, mediaType) = found else { throw PageRefusal.notFound }
        return .file(bytes, mediaType: mediaType)
    }

    func publish(_ visit: Visit) async throws -> Answer {
        try await change(visit, .publishContent, "published") { db, item in
            try ContentQuery.setState(db, item, .published, by: visit.staff.userID, at: visit.now)
        }
    }

    func remove(_ visit: Visit) async throws -> Answer {
        try await change(visit, .removeContent, "removed") { db, item in
            try ContentQuery.setState(db, item, .removed, by: visit.staff.userID, at: visit.now)
        }
    }

    func move(_ visit: Visit, by step: Int) async throws -> Answer {
        try await change(visit, .saveContent, "moved") { db, item in
            try ContentQuery.move(db, item, by: step, user: visit.staff.userID, at: visit.now)
        }
    }

    /// Publishes all that was only written down.
    func publishDrafts(_ visit: Visit) async throws -> Answer {
        let (scope, wanted) = (visit.scope, visit.form["place"])
        let place = try await store.write { db in
            guard let place = try ContentQuery.places(db, scope: scope).first(where: { $0.id == wanted }) else {
                throw PageRefusal.notFound
            }
            for item in try ContentQuery.list(db, municipality: place.id) where item.state == .draft {
                try ContentQuery.setState(db, item, .published, by: visit.staff.userID, at: visit.now)
                try visit.note(.publishContent).insert(db)
            }
            return place.id
        }
        return .seeOther(await done("published", place, "/content?place=\(place)"))
    }

    private func change(
        _ visit: Visit, _ act: AccessAct, _ word: String,
        _ work: @escaping @Sendable (Database, ContentItem) throws -> Void
    ) async throws -> Answer {
        let (id, scope) = (try visit.id(), visit.scope)
        let place = try await store.write { db in
            let item = try ContentQuery.item(db, id: id, scope: scope)
            try work(db, item)
            try visit.note(act).insert(db)
            return item.municipalityId
        }
        return .seeOther(await done(word, place, "/content?place=\(place)"))
    }

    private func done(_ word: String, _ place: String, _ path: String) async -> String {
        let told = await announcer.told(place)
        return path + (path.contains("?") ? "&" : "?") + "done=" + (told ? word : "later")
    }

    func places(_ visit: Visit) async throws -> [ContentPlace] {
        let scope = visit.scope
        return try await store.read { try ContentQuery.places($0, scope: scope) }
    }

    private func form(
        _ draft: ContentDraft, _ places: [ContentPlace], pictures: Int = 0, problem: ContentProblem? = nil
    ) -> Answer {
        let page = ContentFormPage(draft: draft, places: places, pictures: pictures, problem: problem)
        return .page("content-form", draft.kind.word, in: .content, page)
    }
}
