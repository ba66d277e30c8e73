import Foundation
import KioskSDL
import Synchronization
import Testing

@testable import KioskApp

/// Sources that behave, and some that do not.
private struct Source: FrameSource {
    enum Mood { case fine, dead, throwing, late, lying }
    var mood: Mood

    func run(_ size: FrameSize, into box: FrameBox) async throws {
        switch mood {
        case .fine: box.put(.plain(size))
        case .dead: return
        case .throwing: throw CancellationError()
        case .late: break
        case .lying: box.put(.plain(FrameSize(width: size.width + 1, height: size.height)))
        }
        try await Task.sleep(for: .seconds(3_600))
    }
}

extension DecodedImage {
    fileprivate static func plain(_ size: FrameSize) -> DecodedImage {
        DecodedImage(
            width: size.width, height: size.height,
            pixels: .init(repeating: 0xFF20_4060, count: size.width * size.height),
            isOpaque: true)
    }
}

@Suite @MainActor struct FrameDeskTests {
    private let size = FrameSize(width: 4, height: 3)

    private func desk(_ mood: Source.Mood) -> (FrameDesk, rung: DispatchSemaphore) {
        let bell = DispatchSemaphore(value: 0)
        return (FrameDesk(["a": Source(mood: mood)]) { bell.signal() }, bell)
    }

    private func waitForRing(_ bell: DispatchSemaphore) { #expect(bell.wait(timeout: .now() + 20) == .success) }

    @Test func `a source runs while it is wanted, and gives its newest frame`() throws {
        let (desk, bell) = desk(.fine)
        #expect(desk.available(at: .zero) == ["a"] && desk.nextLook == nil)
        desk.want(["a": size], at: .zero)
        waitForRing(bell)
        #expect(desk.newFrames(at: .zero) == ["a": .plain(size)])
        #expect(desk.newFrames(at: .milliseconds(500)).isEmpty)
        desk.want([:], at: .seconds(1))
        waitForRing(bell)
        #expect(desk.nextLook == nil && desk.available(at: .seconds(1)) == ["a"])
    }

    @Test(arguments: [(Source.Mood.dead, FrameDesk.Trouble.ended), (.throwing, .ended), (.lying, .otherSize)])
    private func `a dead or lying source is given up at once`(mood: Source.Mood, trouble: FrameDesk.Trouble) {
        let (desk, bell) = desk(mood)
        var told: [FrameDesk.Trouble] = []
        desk.onTrouble = { told.append($1) }
        desk.want(["a": size], at: .zero)
        waitForRing(bell)
        #expect(desk.newFrames(at: .zero).isEmpty && told == [trouble])
        #expect(desk.available(at: .seconds(1)).isEmpty)
        desk.want(["a": size], at: .seconds(1))
        #expect(desk.newFrames(at: .seconds(1)).isEmpty && told == [trouble])
        #expect(desk.available(at: FrameDesk.rest) == ["a"])
    }

    @Test func `a source that says nothing is given up after a while`() {
        let (desk, _) = desk(.late)
        var told: [FrameDesk.Trouble] = []
        desk.onTrouble = { told.append($1) }
        desk.want(["a": size], at: .zero)
        #expect(desk.newFrames(at: FrameDesk.silence - .milliseconds(1)).isEmpty && told.isEmpty)
        #expect(desk.newFrames(at: FrameDesk.silence).isEmpty && told == [.silent])
    }

    @Test func `a source that nobody has is not wanted`() {
        let (desk, _) = desk(.fine)
        desk.want(["b": size], at: .zero)
        #expect(desk.nextLook == nil && desk.newFrames(at: .seconds(9)).isEmpty)
    }

    @Test func `a box holds one frame, the newest, and rings once for it`() {
        let rings = Mutex(0)
        let box = FrameBox(size: size) { rings.withLock { $0 += 1 } }
        let newest = DecodedImage(width: 4, height: 3, pixels: .init(repeating: 7, count: 12), isOpaque: true)
        for _ in 0..<1_000 { box.put(.plain(size)) }
        box.put(newest)
        #expect(rings.withLock { $0 } == 1 && box.take() == newest && box.take() == nil && !box.hasLied)
        for width in [1, 5, 4_000] { box.put(.plain(FrameSize(width: width, height: 3))) }
        #expect(box.take() == nil && box.hasLied && rings.withLock { $0 } == 2)
    }

    @Test func `the lattice's light goes round and comes back`() {
        let size = FrameSize(width: 96, height: 64)
        let first = LatticeFrames.frame(size, at: 0)
        #expect(LatticeFrames.frame(size, at: 12) == first && LatticeFrames.frame(size, at: 3) != first)
        #expect(LatticeFrames.frame(FrameSize(width: 1, height: 1), at: 0).pixels.count == 1)
    }
}
