/// The one piece of work that is under way; starting another ends it.
final class WorkUnderWay {
    private var task: Task<Void, Never>?

    func start(_ work: @escaping @Sendable () async -> Void) {
        task?.cancel()
        task = Task { await work() }
    }

    func cancel() { task?.cancel() }
}
