/// What the room is doing with the screen; the wall waits for it.
public enum Activity: Equatable, Sendable {
    case classSession
    /// A supporter's measuring session.
    case measuring
    /// Somebody stands before the kiosk and uses it.
    case person
}
