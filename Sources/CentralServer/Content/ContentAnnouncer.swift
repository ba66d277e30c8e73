import Logging

/// Has the walls made anew after something on them changed.
struct ContentAnnouncer: Sendable {
    let logger: Logger
    /// Called with the municipality whose walls must be made anew.
    let onContentChange: @Sendable (_ municipalityID: String) async throws -> Void

    /// Whether the walls were made anew. If not, the change stands all the same and the next turn takes it along.
    func told(_ municipality: String) async -> Bool {
        do {
            try await onContentChange(municipality)
            return true
        } catch {
            logger.error("Content not rebuilt after a change", metadata: ["error": "\(type(of: error))"])
            return false
        }
    }
}
