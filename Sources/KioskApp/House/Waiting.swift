import Foundation
import Synchronization

/// Runs asynchronous work to its end while the first thread waits.
///
/// Only for what comes before the stage opens and for the subcommands that never open one: `main` is synchronous,
/// because SDL needs the first thread.
func waitFor<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
    try beginning(work)()
}

/// Begins asynchronous work while the first thread goes on; the function that is returned waits for its end.
func beginning<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) -> () throws -> Value {
    let outcome = Awaited<Value>()
    Task.detached {
        do {
            outcome.settle(.success(try await work()))
        } catch {
            outcome.settle(.failure(error))
        }
    }
    return { try outcome.wait().get() }
}

/// A result that one task gives and one thread waits for.
private final class Awaited<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    func settle(_ outcome: Result<Value, any Error>) {
        result.withLock { $0 = outcome }
        done.signal()
    }

    func wait() -> Result<Value, any Error> {
        done.wait()
        return result.withLock { $0 } ?? .failure(CancellationError())
    }
}
