import ArgumentParser
import FitnessMeasure
import Foundation

/// A subcommand's end that is not success: one line on stderr and a code that scripts can tell apart.
struct Failure: Error {
    let code: ExitCode
    let message: String

    /// 64: the command was not given what it needs.
    static func usage(_ message: String) -> Failure { Failure(code: .validationFailure, message: message) }
    /// 65: what was given does not have the right form.
    static func badData(_ message: String) -> Failure { Failure(code: ExitCode(65), message: message) }
    /// 69: something that is needed is not there.
    static func unavailable(_ message: String) -> Failure { Failure(code: ExitCode(69), message: message) }
}

/// Runs a subcommand's work; turns whatever it throws into one line on stderr and an exit code.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let failure as Failure {
        try end(failure)
    } catch let exit as ExitCode {
        throw exit
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
        try end(.unavailable("no such file: \(error.filePath ?? "?")"))
    } catch let lost as LinkLost {
        try end(.unavailable(lost.reason))
    } catch {
        try end(.unavailable("\(error)"))
    }
}

private func end(_ failure: Failure) throws -> Never {
    let line = failure.message.split(whereSeparator: \.isNewline).joined(separator: " ")
    FileHandle.standardError.write(Data("kiosk: \(line)\n".utf8))
    throw failure.code
}

/// One line of JSON on stdout, keys sorted.
func write(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
}

/// A file's bytes, or stdin's for `-`; refuses more than `limit`.
func read(_ path: String, limit: Int = 4 << 20) throws -> Data {
    let handle: FileHandle
    if path == "-" {
        handle = .standardInput
    } else if let file = FileHandle(forReadingAtPath: path) {
        handle = file
    } else {
        throw Failure.unavailable("cannot read \(path)")
    }
    let bytes: Data
    do {
        bytes = try handle.read(upToCount: limit + 1) ?? Data()
    } catch {
        throw Failure.unavailable("cannot read \(path)")
    }
    guard bytes.count <= limit else { throw Failure.badData("\(path) is larger than \(limit) bytes") }
    return bytes
}
