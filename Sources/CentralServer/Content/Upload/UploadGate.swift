import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// A form as it was sent, with its files.
struct SentForm: Sendable {
    var fields: FormFields
    var files: [MultipartForm.File] = []
}

/// Takes forms with files, a few at a time: each is whole in memory while it is looked at.
final class UploadGate: Sendable {
    /// Bytes of a whole form: the largest document and the fields beside it.
    static let limit = 42 << 20
    private static let atOnce = 3

    private let open = Mutex(0)

    /// - Throws: ``PageRefusal``.
    func form(of request: Request) async throws -> SentForm {
        guard enter() else { throw PageRefusal.busy }
        defer { leave() }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Self.limit)
        } catch {
            throw error is NIOTooManyBytesError ? PageRefusal.tooLarge : PageRefusal.badForm
        }
        let form: MultipartForm
        do {
            form = try MultipartForm(
                Array(body.readableBytesView), contentType: request.headers[.contentType] ?? "")
        } catch {
            throw PageRefusal.badForm
        }
        return SentForm(fields: try FormFields(sent: form.fields), files: form.files)
    }

    private func enter() -> Bool {
        open.withLock { count in
            guard count < Self.atOnce else { return false }
            count += 1
            return true
        }
    }

    private func leave() { open.withLock { $0 -= 1 } }
}
