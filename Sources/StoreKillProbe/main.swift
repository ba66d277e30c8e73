import FitnessMeasure
import Foundation
import Glibc
import KioskStore
import SyncClient
import SyncWire

// Confirms work on a store, one line for each thing that has been confirmed, until it is killed.
// StoreKillProbe <folder>

/// Tells the parent, in one write that a kill cannot split.
func confirm(_ words: String...) {
    let line = Array((words.joined(separator: " ") + "\n").utf8)
    _ = line.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

/// A synthetic reading of the given grip.
func makeReading(_ number: Int) -> Reading {
    Reading(
        id: UUID(), deviceKey: "probe",
        values: [QuantityValue(.grip, DecimalValue(mantissa: Int64(number)), .kilogram)],
        raw: [UInt8](repeating: UInt8(number & 0xFF), count: 40), receivedMonotonic: Int64(number),
        receivedAt: Date(timeIntervalSince1970: Double(number)), isSimulated: true)
}

/// One round of everything that a senior's visit writes.
func visit(_ store: KioskStore, _ number: Int) async throws {
    let digest = HexDigest.sha256(Data(UUID().uuidString.utf8))
    let person = try await store.enrol(
        NewSenior(
            name: "시험 \(number)", initials: "ㅅㅎ", birthYear: 1950, birthMonth: 1, sex: .female, phoneLastDigits: nil,
            consentsToMembership: true, consentsToHealthData: true, helpedBy: nil), cardDigest: digest)
    confirm("person", person.id.uuidString, digest)
    let day = CalendarDay(wallMilliseconds: Int64(number) * 86_400_000, utcOffset: 0)
    _ = try await store.countAttendance(of: person.id, on: day, classID: nil)
    confirm("attendance", person.id.uuidString, day.description)
    let visit = try await store.startVisit(of: person.id)
    let reading = makeReading(number)
    try await store.saveReading(reading, testID: "grip", person: person.id, visit: visit)
    confirm("reading", person.id.uuidString, reading.id.uuidString)
    let orphan = makeReading(number + 1)
    try await store.keepUnclaimed(orphan, testID: nil, reason: "nobody_armed")
    try await store.claim(reading: orphan.id, for: person.id, by: "supporter")
    confirm("reading", person.id.uuidString, orphan.id.uuidString)
    try await acknowledge(store)
}

/// What a receipt for the next events would do.
func acknowledge(_ store: KioskStore) async throws {
    guard let batch = try await store.nextBatch(BatchLimit(events: 3), skipping: []) else { return }
    let results = batch.items.indices.map { ItemResult(line: $0, eventID: nil, status: .stored) }
    try await store.apply(
        UploadReceipt(
            batch,
            UploadReply(
                echo: "", results: results, serverIncarnation: "probe", contiguousStored: [:], replicatedThrough: [:],
                serverMilliseconds: 0)))
    for item in batch.items { confirm("acknowledged", item.eventID.uuidString) }
}

let stamp = try EventStamp.maker(
    now: { Date(timeIntervalSince1970: 1_795_000_000) }, timeZone: .gmt, appVersion: "probe", clockState: { .synced })
let store = try KioskStore.open(in: CommandLine.arguments[1], device: nil, stamp: stamp).store
var number = 0
while true {
    number += 1
    try await visit(store, number)
}
