import ArgumentParser
import FitnessMeasure
import Foundation

/// Reads a file of lines piece by piece and writes an answer to each in the same order.
struct EvaluateBatch {
    let evaluator: BatchEvaluator

    private static let pieceSize = 256 * 1024

    /// `-` is stdin. Ends with 65 if a line could not be evaluated.
    func run(_ path: String) throws {
        let input = try handle(path)
        var lines = LineSplitter(limit: BatchEvaluator.maximumLine)
        var hasErrors = false
        while let piece = try input.read(upToCount: Self.pieceSize), !piece.isEmpty {
            hasErrors = try answer(lines.take(piece)) || hasErrors
        }
        if let last = lines.finish() { hasErrors = try answer([last]) || hasErrors }
        if hasErrors { throw ExitCode(65) }
    }

    /// True if one of them could not be evaluated.
    private func answer(_ lines: [LineSplitter.Line]) throws -> Bool {
        let answers = try lines.compactMap(evaluator.answer)
        let output = answers.reduce(into: Data()) { $0 += $1.json + Data("\n".utf8) }
        try FileHandle.standardOutput.write(contentsOf: output)
        return answers.contains(where: \.isError)
    }

    private func handle(_ path: String) throws -> FileHandle {
        guard path != "-" else { return .standardInput }
        guard let file = FileHandle(forReadingAtPath: path) else { throw Failure.unavailable("cannot read \(path)") }
        return file
    }
}
