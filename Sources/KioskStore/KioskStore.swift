import Foundation
import GRDB

/// Everything that a kiosk must not forget: people, cards, attendance, readings, and the events that tell the office.
///
/// Each write is one transaction that holds the change and the event of it; when a method returns, both are on the
/// disk. There is one connection, and no second process may open the file.
public struct KioskStore: Sendable {
    let queue: DatabaseQueue
    let path: String
    let stamp: @Sendable () -> EventStamp
    let makeID: @Sendable () -> UUID
    let bell = RecordBell()

    /// One transaction that may append events; rings the bell when it did.
    func record<Value: Sendable>(
        _ work: @escaping @Sendable (EventLog) throws -> Value
    ) async throws(StoreError) -> Value {
        let (value, appended) = try await write { [stamp, makeID] db in
            let log = EventLog(db: db, stamp: stamp(), makeID: makeID)
            return (try work(log), log.appended)
        }
        if appended > 0 { bell.ring() }
        return value
    }

    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await queue.write(work) } catch { throw StoreError(error) }
    }

    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do { return try await queue.read(work) } catch { throw StoreError(error) }
    }
}
