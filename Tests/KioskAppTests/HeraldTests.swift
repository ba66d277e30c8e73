import Foundation
import KioskScreens
import Logging
import SignageFeed
import Synchronization
import Testing

@testable import KioskApp

/// A program that writes down what it was told, in the place of the voice.
private struct Scribe {
    let folder: String
    var notes: String { folder + "/notes" }

    init(script: String) throws {
        folder = NSTemporaryDirectory() + "scribe-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let program = folder + "/espeak-ng"
        try "#!/bin/sh\n\(script.replacingOccurrences(of: "NOTES", with: folder + "/notes"))\n"
            .write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    }

    var voice: Voice { get throws { try #require(Voice.installed("espeak-ng", path: "/nowhere:" + folder)) } }
    var written: String {
        FileManager.default.contents(atPath: notes).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    func remove() throws { try FileManager.default.removeItem(atPath: folder) }
}

@Suite struct VoiceTests {
    @Test func `a text reaches the program by its input, in Korean`() async throws {
        let scribe = try Scribe(script: #"echo "$@" > NOTES; cat >> NOTES"#)
        try await scribe.voice.say("대피하세요. 'quote' $HOME", within: .seconds(20))
        #expect(scribe.written == "-v ko -s 130 --stdin\n대피하세요. 'quote' $HOME")
        try scribe.remove()
    }

    @Test func `no program is no voice`() {
        #expect(Voice.installed("espeak-ng", path: "/nowhere:/nor-here") == nil)
        #expect(Voice.installed("espeak-ng", path: nil) == nil)
    }

    @Test func `a program that fails says so`() async throws {
        let scribe = try Scribe(script: "cat > /dev/null; exit 3")
        await #expect(throws: Voice.VoiceError.failed(status: 3)) {
            try await scribe.voice.say("대피하세요.", within: .seconds(20))
        }
        try scribe.remove()
    }

    @Test func `a program that does not end is ended`() async throws {
        let scribe = try Scribe(script: "exec sleep 600")
        await #expect(throws: Voice.VoiceError.tooLong) {
            try await scribe.voice.say("대피하세요.", within: .milliseconds(200))
        }
        try scribe.remove()
    }
}

@Suite struct HeraldTests {
    private func announcement(_ id: String, bells: Int = 1, speech: String? = "대피하세요.", times: Int = 1) -> Announcement
    {
        Announcement(
            reference: .init(sender: "test", identifier: id, sent: nil), bells: bells, speech: speech, times: times,
            interval: 0)
    }

    @Test func `the bell comes first, then the words, as often as they are to be said`() async throws {
        let scribe = try Scribe(script: "cat >> NOTES; echo >> NOTES")
        let rung = Mutex<[Int]>([])
        let herald = Herald(voice: try scribe.voice, logger: Logger(label: "test")) { bells in
            #expect(scribe.written.isEmpty)
            rung.withLock { $0.append(bells) }
        }
        let work = Task { await herald.run() }
        herald.announce(announcement("a", times: 2))
        try await eventually { scribe.written == "대피하세요.\n대피하세요.\n" }
        work.cancel()
        await work.value
        #expect(rung.withLock { $0 } == [1])
        try scribe.remove()
    }

    @Test func `a new alert silences the one before, and an end silences all`() async throws {
        let scribe = try Scribe(script: "cat >> NOTES; echo >> NOTES; exec sleep 600")
        let herald = Herald(voice: try scribe.voice, logger: Logger(label: "test")) { _ in }
        let work = Task { await herald.run() }
        herald.announce(announcement("a", bells: 0, speech: "하나."))
        try await eventually { scribe.written == "하나.\n" }
        herald.announce(announcement("b", bells: 0, speech: "둘."))
        try await eventually { scribe.written == "하나.\n둘.\n" }
        herald.announce(nil)
        work.cancel()
        await work.value
        #expect(scribe.written == "하나.\n둘.\n")
        try scribe.remove()
    }

    @Test func `alerts that take turns on the wall are not heard anew at each turn`() async throws {
        let scribe = try Scribe(script: "cat >> NOTES; echo >> NOTES")
        let rung = Mutex(0)
        let herald = Herald(voice: try scribe.voice, logger: Logger(label: "test")) { _ in rung.withLock { $0 += 1 } }
        let work = Task { await herald.run() }
        for (id, words) in [("a", "a\n"), ("b", "a\nb\n")] {
            herald.announce(announcement(id, speech: id))
            try await eventually { scribe.written == words }
            try await Task.sleep(for: .milliseconds(500))
        }
        herald.announce(announcement("a", speech: "a"))
        // Longer than its bell and its words would take.
        try await Task.sleep(for: .seconds(2))
        #expect(scribe.written == "a\nb\n" && rung.withLock { $0 } == 2)
        work.cancel()
        await work.value
        try scribe.remove()
    }

    @Test func `without a sound device the words are said all the same`() async throws {
        struct NoDevice: Error {}
        let scribe = try Scribe(script: "cat >> NOTES")
        let herald = Herald(voice: try scribe.voice, logger: Logger(label: "test")) { _ in throw NoDevice() }
        let work = Task { await herald.run() }
        herald.announce(announcement("a", bells: 3))
        try await eventually { scribe.written == "대피하세요." }
        work.cancel()
        await work.value
        try scribe.remove()
    }

    /// Waits for what another task does.
    private func eventually(_ condition: () -> Bool) async throws {
        for _ in 0..<400 {
            if condition() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("it did not happen within twenty seconds")
    }
}
