import FitnessMeasure
import Foundation
import Logging
import SeniorCard
import Synchronization

/// A card scanner on its link: bytes in, sorted scans out, for ever.
struct ScannerService: Sendable {
    enum Kind: Sendable { case serial, wedge }

    let link: any ByteLink
    let kind: Kind
    let logger: Logger

    /// Reports until cancelled. A scanner that is pulled out is waited for.
    func run(_ report: @escaping @Sendable (Scan) -> Void) async {
        var isLost = false
        while !Task.isCancelled {
            do {
                let open = try await link.open()
                isLost = false
                try await listen(open, report)
            } catch is CancellationError {
                return
            } catch {
                if !isLost { logger.warning("The card scanner is away", metadata: ["error": "\(error)"]) }
                isLost = true
            }
            do { try await Task.sleep(for: .seconds(2)) } catch { return }
        }
    }

    private func listen(_ open: any OpenByteLink, _ report: @escaping @Sendable (Scan) -> Void) async throws {
        let decoder = SharedDecoder(kind)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await endIdleTexts(decoder, report) }
                for try await bytes in open.chunks {
                    for text in decoder.consume(bytes) { report(Scan(text)) }
                }
                group.cancelAll()
            }
        } catch {
            await open.close()
            throw error
        }
        await open.close()
    }

    /// Some scanners send no end of line: a pause ends their text.
    private func endIdleTexts(
        _ decoder: SharedDecoder, _ report: @escaping @Sendable (Scan) -> Void
    ) async throws {
        while true {
            try await Task.sleep(for: .milliseconds(100))
            if let text = decoder.flush() { report(Scan(text)) }
        }
    }
}

/// A decoder that the reader and the pause's watch share.
private final class SharedDecoder: Sendable {
    private let decoder: Mutex<ScanDecoder>

    init(_ kind: ScannerService.Kind) { decoder = Mutex(ScanDecoder(kind)) }

    func consume(_ bytes: [UInt8]) -> [String] {
        decoder.withLock { $0.consume(bytes, at: .nanoseconds(MonotonicTime.nanoseconds)) }
    }

    func flush() -> String? { decoder.withLock { $0.flush(at: .nanoseconds(MonotonicTime.nanoseconds)) } }
}

/// Either kind of decoder.
enum ScanDecoder: Sendable {
    case serial(SerialScanDecoder)
    case wedge(WedgeDecoder)

    init(_ kind: ScannerService.Kind) {
        switch kind {
        case .serial: self = .serial(SerialScanDecoder())
        case .wedge: self = .wedge(WedgeDecoder())
        }
    }

    mutating func consume(_ bytes: [UInt8], at instant: Duration) -> [String] {
        switch self {
        case .serial(var decoder):
            defer { self = .serial(decoder) }
            return decoder.consume(bytes, at: instant)
        case .wedge(var decoder):
            defer { self = .wedge(decoder) }
            return decoder.consume(bytes, at: instant)
        }
    }

    mutating func flush(at instant: Duration) -> String? {
        switch self {
        case .serial(var decoder):
            defer { self = .serial(decoder) }
            return decoder.flush(at: instant)
        case .wedge(var decoder):
            defer { self = .wedge(decoder) }
            return decoder.flush(at: instant)
        }
    }
}
