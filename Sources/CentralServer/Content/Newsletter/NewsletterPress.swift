import Foundation
import Logging
import Synchronization

/// Makes page pictures of a newsletter's PDF, with poppler's programs in processes of their own.
struct NewsletterPress: Sendable {
    struct Limits: Equatable, Sendable {
        /// Bytes of the document.
        var document = 40_000_000
        var pages = 40
        /// Bytes of all page pictures together.
        var pictures = 80_000_000
        /// The longer side of a page picture, in pixels: as high as a wall screen.
        var side = 1_920
        var process = ChildProcess.Limits()
    }

    private let limits: Limits
    /// Where poppler's programs lie.
    private let programs: String
    /// Where a document is taken apart.
    private let workplace: String
    private let logger: Logger
    private let isBusy = Flag()

    init(
        limits: Limits = Limits(), programs: String = "/usr/bin",
        workplace: String = FileManager.default.temporaryDirectory.path, logger: Logger
    ) {
        (self.limits, self.programs, self.workplace, self.logger) = (limits, programs, workplace, logger)
    }

    /// The pages of a document in their order.
    /// - Throws: ``NewsletterProblem`` in the words of the page; what the disk refuses.
    func pages(of document: [UInt8]) async throws -> [PictureFile] {
        guard document.count <= limits.document else { throw NewsletterProblem.tooManyBytes }
        // Readers find the header within the first kilobyte.
        guard document.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil else { throw NewsletterProblem.noPDF }
        guard isBusy.raise() else { throw NewsletterProblem.busy }
        defer { isBusy.lower() }
        let folder = workplace + "/newsletter-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { clear(folder) }
        try Data(document).write(to: URL(fileURLWithPath: folder + "/document.pdf"))
        let count = try await pageCount(in: folder)
        try await draw(count, in: folder)
        return try collect(count, in: folder)
    }

    /// A folder that stays takes room and holds what somebody sent: those who run the office must hear of it.
    private func clear(_ folder: String) {
        do { try FileManager.default.removeItem(atPath: folder) } catch {
            logger.error(
                "A newsletter's working folder was not removed",
                metadata: ["folder": "\(folder)", "error": "\(type(of: error))"])
        }
    }

    private func pageCount(in folder: String) async throws -> Int {
        let report = try await run("pdfinfo", ["document.pdf"], in: folder)
        let facts = report.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1) }
        func fact(_ name: String) -> String? {
            facts.first { $0.count == 2 && $0[0] == name }.map { $0[1].trimmingCharacters(in: .whitespaces) }
        }
        guard let count = fact("Pages").flatMap({ Int($0) }), count > 0 else { throw NewsletterProblem.broken }
        guard count <= limits.pages else { throw NewsletterProblem.tooManyPages(limit: limits.pages) }
        return count
    }

    private func draw(_ count: Int, in folder: String) async throws {
        _ = try await run(
            "pdftoppm",
            ["-png", "-f", "1", "-l", "\(count)", "-scale-to", "\(limits.side)", "-q", "document.pdf", "page"],
            in: folder)
    }

    private func run(_ program: String, _ arguments: [String], in folder: String) async throws -> String {
        let child = ChildProcess(limits: limits.process)
        switch try await child.run(programs + "/" + program, arguments, in: folder) {
        case .succeeded(let report): return report
        case .failed(_, let message) where message.contains("password"): throw NewsletterProblem.locked
        case .failed: throw NewsletterProblem.broken
        case .tookTooLong: throw NewsletterProblem.tookTooLong
        case .missing: throw NewsletterProblem.noProgram
        }
    }

    /// `page-1.png` or `page-01.png`, as many digits as the last page has.
    private func collect(_ count: Int, in folder: String) throws -> [PictureFile] {
        let digits = String(count).count
        var rest = limits.pictures
        return try (1...count).map { page in
            let number = String(repeating: "0", count: digits - String(page).count) + String(page)
            let path = "\(folder)/page-\(number).png"
            // A page that was not drawn would be missing between the others.
            guard let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size <= rest
            else { throw NewsletterProblem.picturesTooLarge }
            rest -= size
            guard let bytes = FileManager.default.contents(atPath: path) else { throw NewsletterProblem.broken }
            do throws(PictureProblem) { return try PictureFile([UInt8](bytes)) } catch {
                throw NewsletterProblem.broken
            }
        }
    }

    /// One document at a time: each may take a gigabyte.
    private final class Flag: Sendable {
        private let isUp = Mutex(false)

        func raise() -> Bool {
            isUp.withLock { isUp in
                defer { isUp = true }
                return !isUp
            }
        }

        func lower() { isUp.withLock { $0 = false } }
    }
}

/// Why a document gives no pages.
enum NewsletterProblem: Error, Equatable, Sendable {
    case noPDF, tooManyBytes, locked, broken, tookTooLong, picturesTooLarge, busy, noProgram
    case tooManyPages(limit: Int)

    var sentence: String {
        switch self {
        case .noPDF: "PDF 파일만 올릴 수 있어요."
        case .tooManyBytes: "PDF가 너무 커요. 40MB보다 작게 줄여 주세요."
        case .locked: "암호가 걸린 PDF예요. 암호를 풀어서 올려 주세요."
        case .broken: "PDF를 열지 못했어요. 파일이 깨졌을 수 있으니 다시 저장해서 올려 주세요."
        case .tookTooLong: "PDF를 그림으로 바꾸는 데 너무 오래 걸려요. 쪽을 나누거나 그림을 줄여 주세요."
        case .picturesTooLarge: "쪽 그림이 너무 커요. 쪽을 나누어 올려 주세요."
        case .busy: "다른 소식지를 그림으로 바꾸고 있어요. 잠시 뒤에 다시 해 주세요."
        case .noProgram: "이 서버에는 PDF를 그림으로 바꾸는 프로그램이 없어요. 관리 담당에게 poppler-utils를 설치해 달라고 해 주세요."
        case .tooManyPages(let limit): "쪽이 너무 많아요. \(limit)쪽까지 올릴 수 있어요."
        }
    }
}
