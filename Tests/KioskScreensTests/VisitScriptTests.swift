import Foundation
import KioskSDL
import KioskUI
import KoreanText
import Testing

@testable import KioskScreens

/// Whole visits as they are written down, through real hit-testing with the real fonts.
@MainActor
struct VisitScriptTests {
    nonisolated private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Scripts")

    nonisolated private static let scripts: [String] = {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".touch") }.sorted()
        } catch {
            return ["\(error)"]
        }
    }()

    private func play(_ text: String) throws -> [VisitHouse.Entry] {
        let setup = try House.setup(supporters: ["이영자", "박순길"])
        var visitor = Visitor(
            app: App(setup: setup), house: try VisitHouse.example(), at: Gallery.now, calendar: House.calendar,
            typesetter: try House.fonts(), words: { try House.words($0) },
            decode: { VisitHouse.report(of: $0, at: $1) })
        try visitor.play(VisitScript(text)) { _, _, _ in }
        return visitor.log
    }

    @Test func `there are scripts`() { #expect(Self.scripts.count >= 8) }

    @Test(arguments: scripts) func `a written visit holds`(name: String) throws {
        _ = try play(String(contentsOf: Self.folder.appending(path: name), encoding: .utf8))
    }

    @Test func `what was saved is in the house's book`() throws {
        let log = try play(String(contentsOf: Self.folder.appending(path: "disk-fails.touch"), encoding: .utf8))
        #expect(log.filter { if case .saved(TestID.pressure, _) = $0 { true } else { false } }.count == 1)
    }

    @Test func `the first line that does not hold is named`() throws {
        let error = #expect(throws: Visitor.Disappointment.self) { try play("screen wall\n\nscreen home\n") }
        #expect(error?.line == 3)
    }

    @Test(arguments: [
        ("tap wall\njump", VisitScript.ScriptError.unknownAct(line: 2, "jump")),
        ("# note\n\nwait soon", .badArgument(line: 3, act: "wait", "soon")),
        ("wait -1s", .badArgument(line: 1, act: "wait", "-1s")),
        ("wait infs", .badArgument(line: 1, act: "wait", "infs")),
        ("cuff 16 8G", .badArgument(line: 1, act: "cuff", "16 8G")),
        ("cuff", .badArgument(line: 1, act: "cuff", "")),
        ("size 10x10", .badArgument(line: 1, act: "size", "10x10")),
        ("size 1080", .badArgument(line: 1, act: "size", "1080")),
        ("zoom big", .badArgument(line: 1, act: "zoom", "big")),
        ("disk maybe", .badArgument(line: 1, act: "disk", "maybe")),
        ("tap", .badArgument(line: 1, act: "tap", "")), ("see", .badArgument(line: 1, act: "see", "")),
    ])
    func `a script that cannot be read says where`(text: String, error: VisitScript.ScriptError) {
        #expect(throws: error) { try VisitScript(text) }
    }

    @Test func `a script is read act by act`() throws {
        let script = try VisitScript("# note\nsize 1080x1920\r\nsee a b\n\nwait 1.5s\ncuff 16 8E")
        #expect(
            script.steps == [
                .init(line: 2, act: .size(width: 1080, height: 1920)), .init(line: 3, act: .see("a b")),
                .init(line: 5, act: .wait(.milliseconds(1500))), .init(line: 6, act: .cuff([0x16, 0x8E])),
            ])
    }
}
