import Foundation
import Logging
import Testing

@testable import CentralServer

/// With poppler's real programs.
@Suite struct NewsletterPressTests {
    @Test func `each page becomes a picture, in order and as high as a screen`() async throws {
        let pages = try await NewsletterPress(logger: Logger(label: "test")).pages(of: PDFExample.pages(11))
        #expect(pages.count == 11 && pages.allSatisfy { $0.format == .png && $0.height == 1_920 })
        // Other words on each page, so other bytes.
        #expect(Set(pages.map(\.bytes)).count == 11)
    }

    static let refused: [(String, [UInt8], NewsletterProblem)] = [
        ("nothing", [], .noPDF), ("a picture", PictureExample.png(), .noPDF),
        ("a locked document", PDFExample.locked, .locked),
        ("a broken document", Array("%PDF-1.4\nnothing more".utf8), .broken),
        ("a document without pages", PDFExample.pages(0), .broken),
        ("too many pages", PDFExample.pages(41), .tooManyPages(limit: 40)),
    ]

    @Test(arguments: refused)
    func `a document that gives no pages is told of in a sentence`(
        name: String, document: [UInt8], problem: NewsletterProblem
    ) async {
        await #expect(throws: problem, "\(name)") {
            try await NewsletterPress(logger: Logger(label: "test")).pages(of: document)
        }
        #expect(problem.sentence.hasSuffix("요."))
    }

    private static func limits(_ change: (inout NewsletterPress.Limits) -> Void) -> NewsletterPress.Limits {
        var limits = NewsletterPress.Limits()
        change(&limits)
        return limits
    }

    static let bounds: [(String, NewsletterPress.Limits, NewsletterProblem)] = [
        ("bytes in", limits { $0.document = 100 }, .tooManyBytes),
        ("bytes out", limits { $0.pictures = 2_000 }, .picturesTooLarge),
        ("bytes of one page", limits { $0.process.fileSize = 1_500 }, .broken),
        ("memory", limits { $0.process.memory = 4_000_000 }, .broken),
    ]

    @Test(arguments: bounds)
    func `what would take too much is ended and told of`(
        name: String, limits: NewsletterPress.Limits, problem: NewsletterProblem
    ) async {
        await #expect(throws: problem, "\(name)") {
            try await NewsletterPress(limits: limits, logger: Logger(label: "test")).pages(of: PDFExample.pages(2))
        }
    }

    @Test func `a program that runs too long is ended`() async throws {
        let folder = try Self.folder()
        var child = ChildProcess()
        child.limits.seconds = 1
        #expect(try await child.run("/usr/bin/sleep", ["60"], in: folder) == .tookTooLong)
    }

    @Test func `a program gets nothing of our environment and cannot write without end`() async throws {
        var child = ChildProcess()
        let folder = try Self.folder()
        guard case .succeeded(let environment) = try await child.run("/usr/bin/env", [], in: folder) else {
            Issue.record("env did not run")
            return
        }
        let names = Set(environment.split(separator: "\n").map { $0.prefix { $0 != "=" } })
        #expect(names.isSubset(of: ["PATH", "HOME", "LC_ALL", "PWD", "_"]) && environment.contains("HOME=" + folder))
        child.limits.fileSize = 10_000
        let outcome = try await child.run("/usr/bin/head", ["-c", "1000000", "/dev/zero"], in: try Self.folder())
        guard case .failed = outcome else {
            Issue.record("it wrote all of it: \(outcome)")
            return
        }
    }

    @Test func `without the program it is said so`() async throws {
        await #expect(throws: NewsletterProblem.noProgram) {
            try await NewsletterPress(programs: "/nowhere", logger: Logger(label: "test")).pages(
                of: PDFExample.pages(1))
        }
    }

    @Test func `the working folder goes whether there were pages or not`() async throws {
        let place = try TemporaryDirectory()
        let press = NewsletterPress(workplace: place.path, logger: Logger(label: "test"))
        _ = try await press.pages(of: PDFExample.pages(1))
        await #expect(throws: NewsletterProblem.locked) { try await press.pages(of: PDFExample.locked) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
    }

    @Test func `a working folder that cannot be removed is told to those who run the office`() async throws {
        let (place, programs, said) = (try TemporaryDirectory(), try TemporaryDirectory(), Said())
        // A program that takes the folder away under our feet.
        let program = programs.path + "/pdfinfo"
        try Data("#!/bin/sh\nrm -r \"$HOME\"\n".utf8).write(to: URL(fileURLWithPath: program))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        let press = NewsletterPress(programs: programs.path, workplace: place.path, logger: said.logger)
        await #expect(throws: (any Error).self) { try await press.pages(of: PDFExample.pages(1)) }
        #expect(said.lines == ["A newsletter's working folder was not removed"])
    }

    private static func folder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.path + "/child-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}
