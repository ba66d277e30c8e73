import SyncWire

/// Where plans from the office are kept.
public protocol PlanShelf: Sendable {
    /// How far the kiosk has heard; nil before the first time.
    func planMark() async throws -> PlanMark?
    /// Keeps a page and its mark, both or neither. It is on the disk when this returns.
    func take(_ page: PlanBatch) async throws
}
