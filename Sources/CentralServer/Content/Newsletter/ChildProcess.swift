import Foundation

/// Runs a program that reads what strangers made, within limits that the system enforces: its time, its memory, the
/// size of what it writes, and no more of our environment than it needs.
struct ChildProcess: Sendable {
    struct Limits: Equatable, Sendable {
        /// Seconds on the clock; then it is ended.
        var seconds = 30
        /// Bytes of address space.
        var memory = 1_000_000_000
        /// Bytes of one file that it writes.
        var fileSize = 64_000_000
    }

    enum Outcome: Equatable, Sendable {
        /// What it printed, at most 64 KiB.
        case succeeded(String)
        /// Its own word for what it did not like, in lower case.
        case failed(status: Int32, message: String)
        case tookTooLong
        case missing
    }

    var limits = Limits()

    /// Runs `program` in `folder`, which is also its home, and waits for its end.
    func run(_ program: String, _ arguments: [String], in folder: String) async throws -> Outcome {
        guard FileManager.default.isExecutableFile(atPath: program) else { return .missing }
        let (output, errors) = (folder + "/output.txt", folder + "/errors.txt")
        let status = try await launch(
            [
                "/usr/bin/timeout", "--kill-after=2", "\(limits.seconds)", "/usr/bin/prlimit", "--as=\(limits.memory)",
                "--cpu=\(limits.seconds)", "--fsize=\(limits.fileSize)", "--nofile=64", "--core=0", "--", program,
            ] + arguments, folder, output, errors)
        if status == 124 || status == 137 { return .tookTooLong }
        guard status == 0 else { return .failed(status: status, message: try Self.head(errors).lowercased()) }
        return .succeeded(try Self.head(output))
    }

    private func launch(
        _ command: [String], _ folder: String, _ output: String, _ errors: String
    ) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.newFile(output)
        process.standardError = try Self.newFile(errors)
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { ended in
                // A signal is told as a shell would tell it.
                let isSignal = ended.terminationReason == .uncaughtSignal
                continuation.resume(returning: ended.terminationStatus + (isSignal ? 128 : 0))
            }
            do { try process.run() } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }

    private static func newFile(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    private static func head(_ path: String) throws -> String {
        // Closed when it is let go, as FileHandle says of handles that it opened.
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        return String(decoding: try handle.read(upToCount: 64 * 1024) ?? Data(), as: UTF8.self)
    }
}
