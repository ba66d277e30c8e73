import Foundation
import Logging
import SyncWire

/// Does what ``UplinkState`` asks for, and says what came of it.
struct Uplink: Sendable {
    let office: OfficeClient
    let outbox: any Outbox
    let logger: Logger

    func perform(_ effect: UplinkState.Effect) async -> UplinkState.Event {
        switch effect {
        case .load(let number, let source): .answered(number, await load(source))
        case .send(let number, let batch): .answered(number, .sent(await send(batch)))
        case .apply(let number, let receipt): .answered(number, await apply(receipt))
        }
    }

    private func load(_ source: UplinkState.Source) async -> UplinkState.Answer {
        do {
            switch source {
            case .unsent(let limit, let held): return .loaded(try await outbox.nextBatch(limit, skipping: held))
            case .probe: return .loaded(try await outbox.newestAcknowledged())
            }
        } catch {
            return failed("Outbox cannot be read", error)
        }
    }

    private func send(_ batch: OutboxBatch) async -> UploadOutcome {
        let body = batch.body
        do {
            let reply = try await office.ask(
                "POST", WirePath.events(office.identity.deviceID), body: body, contentType: "application/x-ndjson")
            return UploadOutcome(reply, batchSHA256: HexDigest.sha256(body))
        } catch {
            return UploadOutcome(error)
        }
    }

    private func apply(_ receipt: UploadReceipt) async -> UplinkState.Answer {
        do {
            try await outbox.apply(receipt)
            return .applied
        } catch {
            return failed("Receipt cannot be stored", error)
        }
    }

    /// A service that is being stopped is no trouble of the store.
    private func failed(_ message: Logger.Message, _ error: any Error) -> UplinkState.Answer {
        if !Task.isCancelled { logger.error(message, metadata: ["error": "\(error)"]) }
        return .storeFailed
    }
}
