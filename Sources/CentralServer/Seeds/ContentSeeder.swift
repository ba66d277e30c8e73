import Foundation
import GRDB

/// Enters the playlist of seeds, through the same checks that an office's form goes through.
struct ContentSeeder: Sendable {
    let store: OfficeStore
    let press: NewsletterPress
    let now: @Sendable () -> Date

    /// Enters what is not there yet for each municipality. What somebody removed stays removed.
    /// - Returns: the files that gave no pictures here, and why; their items are left out.
    func load(_ seeds: [ContentSeed], from directory: String) async throws -> [String: String] {
        let places = try await store.read { try ContentQuery.places($0, scope: Scope(municipalityID: nil)) }
        var (pictures, troubles): ([String: [PictureFile]], [String: String]) = ([:], [:])
        for place in places {
            for (index, seed) in seeds.enumerated() {
                let item = try item(seed, index, place)
                guard try await isNew(item.id) else { continue }
                if let file = seed.file, pictures[file] == nil, troubles[file] == nil {
                    do { pictures[file] = try await draw(file, item.kind, directory) } catch let problem
                        as NewsletterProblem where problem == .noProgram
                    { troubles[file] = "poppler-utils is not installed" }
                }
                guard let files = seed.file.map({ pictures[$0] }) ?? [] else { continue }
                try await enter(item, files)
            }
        }
        return troubles
    }

    private func item(_ seed: ContentSeed, _ index: Int, _ place: ContentPlace) throws -> ContentItem {
        guard let kind = ContentKind(rawValue: seed.kind) else { throw SeedError.badContent(seed.kind) }
        let today = LocalDay(now())
        var draft = ContentDraft(kind: kind, municipality: place.id, today: today)
        var dice = SeededDice("content", place.id, "\(index)")
        draft.id = dice.uuid().uuidString
        (draft.title, draft.text, draft.caption) = (seed.title ?? "", seed.text ?? "", seed.caption ?? "")
        draft.steps = (seed.steps ?? []).joined(separator: "\n")
        (draft.first, draft.last) = ("", "")
        draft.applyBy = seed.applyInDays.map { today.adding(days: $0).description } ?? ""
        (draft.weekdays, draft.from, draft.to) = (Set(seed.weekdays ?? []), seed.from ?? "", seed.to ?? "")
        (draft.priority, draft.share) = ("\(seed.priority ?? 0)", seed.share.map { "\($0)" } ?? "")
        do throws(ContentProblem) {
            var item = try draft.checked(places: [place], by: "seeds", at: now())
            item.state = .published
            return item
        } catch {
            throw SeedError.badContent("\(seed.kind): \(error)")
        }
    }

    private func isNew(_ id: String) async throws -> Bool {
        try await store.read { try !ContentItem.exists($0, key: id) }
    }

    private func draw(_ file: String, _ kind: ContentKind, _ directory: String) async throws -> [PictureFile] {
        guard let bytes = FileManager.default.contents(atPath: "\(directory)/\(file)") else {
            throw SeedError.missing("\(directory)/\(file)")
        }
        return kind == .newsletter ? try await press.pages(of: [UInt8](bytes)) : [try PictureFile([UInt8](bytes))]
    }

    private func enter(_ item: ContentItem, _ files: [PictureFile]) async throws {
        let at = now()
        try await store.write { db in
            try ContentQuery.save(db, item, scope: Scope(municipalityID: nil))
            if !files.isEmpty { try ContentQuery.keep(db, files, of: item.id, at: at) }
        }
    }
}
