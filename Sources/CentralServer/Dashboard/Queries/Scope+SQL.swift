import GRDB

extension Scope {
    /// A condition on `centre AS c`. Belongs together with ``arguments``.
    static let condition = "(:municipality IS NULL OR c.municipalityId = :municipality)"

    /// The named arguments of ``condition``, with more beside them.
    func arguments(_ more: [String: (any DatabaseValueConvertible)?] = [:]) -> StatementArguments {
        StatementArguments(more.merging(["municipality": municipalityID]) { mine, _ in mine })
    }
}
