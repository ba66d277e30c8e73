import CSDL2
import Foundation
import KioskSDL
import KioskTestSupport
import KioskUI
import Testing

@Suite(.serialized) @MainActor struct WindowTests {
    init() { SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy") }

    @Test func `a window shows whole canvases, parts and steps of a fade`() throws {
        let window = try Window(title: "사랑방", size: (width: 320, height: 240))
        #expect(window.size == (width: 320, height: 240))
        let canvas = try drawn([], width: 320, height: 240)
        let other = try drawn([.fill(Rect(x: 0, y: 0, width: 9, height: 9), Color(0))], width: 320, height: 240)
        try window.present(canvas)
        try window.present(other, only: [Rect(x: -5, y: -5, width: 20, height: 20)])
        try window.present(other, over: PictureCopy(of: canvas), progress: 0.5)
        #expect(try other.color(3, 3) == [0, 0, 0])
    }

    @Test(arguments: [(0.0, 0), (0.5, 1), (1.0, 2)])
    func `a fade goes from the one picture to the other`(progress: Double, step: Int) throws {
        let window = try Window(title: "사랑방", size: (width: 64, height: 48))
        let black = try drawn([.fill(Rect(x: 0, y: 0, width: 64, height: 48), Color(0))], width: 64, height: 48)
        let white = try drawn([], width: 64, height: 48)
        let part = Rect(x: 8, y: 8, width: 16, height: 16)
        try window.present(black)
        try window.present(white, over: PictureCopy(of: black), progress: progress, only: [part])
        let shown = try window.color(x: 10, y: 10).red
        #expect(step == 0 ? shown == 0 : step == 2 ? shown == 255 : (120...135).contains(shown))
        #expect(try window.color(x: 2, y: 2) == Color(0))
    }

    @Test func `a fingerprint tells pictures apart, and one colour from a picture`() throws {
        let window = try Window(title: "사랑방", size: (width: 64, height: 48))
        let whole = Rect(x: 0, y: 0, width: 64, height: 48)
        let prints = try (0..<3).map { number in
            let dot = DrawCommand.fill(Rect(x: 5 + number, y: 5, width: number, height: 1), Color(0x204060))
            try window.present(drawn([dot], width: 64, height: 48))
            return try window.fingerprint(in: whole)
        }
        #expect(prints[0] == 0 && prints[1] != 0 && prints[2] != 0 && prints[1] != prints[2])
        #expect(try window.fingerprint(in: Rect(x: 30, y: 30, width: 10, height: 10)) == 0)
    }

    @Test func `what C says is what the error says`() {
        #expect {
            try SDLError.check(IMG_Load("/nowhere.png"))
        } throws: { error in
            (error as? SDLError)?.description.contains("/nowhere.png") == true
        }
    }
}

@Suite @MainActor struct PictureComparisonTests {
    @Test func `a comparison tells same, changed, missing and recorded apart`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: folder) } }
        let comparison = PictureComparison(folder: folder, share: 0.01)
        let plain = try drawn([])
        #expect(try comparison.compare(plain, with: "a") == .missing)
        #expect(try comparison.compare(plain, with: "a", recording: true) == .recorded)
        #expect(try comparison.compare(plain, with: "a") == .same)
        let faint = try drawn([.fill(Rect(x: 0, y: 0, width: 100, height: 100), Color(0xF0F0F0))])
        #expect(try comparison.compare(faint, with: "a") == .same)
        let spotted = try drawn([.fill(Rect(x: 0, y: 0, width: 10, height: 10), Color(0))])
        #expect(try comparison.compare(spotted, with: "a") == .same)
        let marked = try drawn([.fill(Rect(x: 0, y: 0, width: 20, height: 10), Color(0))])
        #expect(try comparison.compare(marked, with: "a") == .changed(share: 0.02))
        #expect(FileManager.default.fileExists(atPath: folder + "/a.difference.png"))
        #expect(try comparison.compare(drawn([], width: 50), with: "a") == .otherSize(width: 100, height: 100))
    }
}
