import Foundation
import Glibc
import Synchronization

/// A program that reads text aloud from its standard input, such as espeak-ng. It runs as a child: its licence and its faults
/// stay its own.
struct Voice: Sendable {
    let program: URL
    let arguments: [String]

    enum VoiceError: Error, Equatable {
        case cannotStart(String)
        case failed(status: Int32)
        case tooLong
    }

    /// The installed program of that name; nil when there is none, which is nothing unusual.
    static func installed(_ name: String, path: String?) -> Voice? {
        let folders = (path ?? "").split(separator: ":").map(String.init)
        let found = folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
        // Three to four syllables a second, the pace that old listeners follow (UX-38).
        return found.map { Voice(program: URL(filePath: $0), arguments: ["-v", "ko", "-s", "130", "--stdin"]) }
    }

    /// Says a text to its end, or until the task is cancelled or the time is over.
    func say(_ text: String, within limit: Duration) async throws {
        let utterance = Utterance(self)
        try await withTaskCancellationHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await utterance.run(text) }
                group.addTask {
                    try await Task.sleep(for: limit)
                    throw VoiceError.tooLong
                }
                defer {
                    utterance.stop()
                    group.cancelAll()
                }
                try await group.next()
            }
        } onCancel: {
            utterance.stop()
        }
    }
}

/// One run of the program.
private final class Utterance: Sendable {
    private let process: Process
    private let isStopped = Mutex(false)

    init(_ voice: Voice) {
        process = Process()
        process.executableURL = voice.program
        process.arguments = voice.arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
    }

    func run(_ text: String) async throws {
        let input = Pipe()
        process.standardInput = input
        let status = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
            do {
                try isStopped.withLock { isStopped in
                    guard !isStopped else { throw CancellationError() }
                    try process.run()
                }
            } catch {
                process.terminationHandler = nil
                done.resume(throwing: error is CancellationError ? error : Voice.VoiceError.cannotStart("\(error)"))
                return
            }
            // The text is short of a pipe's room, so this never waits.
            do {
                try input.fileHandleForWriting.write(contentsOf: Data(text.utf8.prefix(16_384)))
                try input.fileHandleForWriting.close()
            } catch {
                // A program that does not listen ends by itself, and says how.
                kill(process.processIdentifier, SIGKILL)
            }
        }
        guard status == 0 else { throw Voice.VoiceError.failed(status: status) }
    }

    func stop() {
        isStopped.withLock { isStopped in
            isStopped = true
            // Threads of a pool have signals blocked, and their children inherit that; this one nobody can block.
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
    }
}
