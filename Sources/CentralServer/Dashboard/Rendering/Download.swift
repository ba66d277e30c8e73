import Foundation
import HTTPTypes
import Hummingbird

/// A file to be kept, sent piece by piece, so that a large one is never whole in memory.
struct Download: Sendable {
    /// Nothing personal: names of files lie in browsers' lists and on shared disks.
    let name: String
    let mediaType: String
    /// An error breaks the file off, so that no half a file looks like a whole one.
    let pieces: any AsyncSequence<Data, any Error> & Sendable

    /// - Parameter next: the piece after a state, and the state after it; nil at the end.
    init<State: Sendable>(
        name: String, mediaType: String, from start: State,
        next: @escaping @Sendable (State) async throws -> (piece: Data, state: State)?
    ) {
        (self.name, self.mediaType) = (name, mediaType)
        pieces = Pieces(start: start, following: next)
    }

    /// One that is in memory already.
    init(name: String, mediaType: String, _ bytes: Data) {
        self.init(name: name, mediaType: mediaType, from: true) { isFirst in isFirst ? (bytes, false) : nil }
    }

    /// - Parameter onFailure: is told before the connection is broken off.
    func response(isSecure: Bool, onFailure: @escaping @Sendable (any Error) -> Void) -> Response {
        var headers = SecurityHeaders.page(isSecure: isSecure)
        headers[.contentType] = mediaType
        headers[.contentSecurityPolicy] = "default-src 'none'"
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        let pieces = pieces
        let body = ResponseBody { writer in
            do {
                for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            } catch {
                onFailure(error)
                throw error
            }
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// Pieces that are made when they are asked for.
    private struct Pieces<State: Sendable>: AsyncSequence, Sendable {
        let start: State
        let following: @Sendable (State) async throws -> (piece: Data, state: State)?

        func makeAsyncIterator() -> Iterator { Iterator(state: start, following: following) }

        struct Iterator: AsyncIteratorProtocol {
            var state: State
            let following: @Sendable (State) async throws -> (piece: Data, state: State)?

            mutating func next() async throws -> Data? {
                guard let (piece, after) = try await following(state) else { return nil }
                state = after
                return piece
            }
        }
    }
}
