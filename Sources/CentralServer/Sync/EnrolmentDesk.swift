import Crypto
import Foundation
import GRDB
import SyncWire

/// Issues one-time codes and takes in the boxes that prove to know one.
public struct EnrolmentDesk: Sendable {
    let store: OfficeStore
    let identity: ServerIdentity
    let now: @Sendable () -> Date
    let makeID: @Sendable () -> UUID

    public init(
        store: OfficeStore, identity: ServerIdentity, now: @escaping @Sendable () -> Date,
        makeID: @escaping @Sendable () -> UUID = { UUID() }
    ) {
        (self.store, self.identity, self.now, self.makeID) = (store, identity, now, makeID)
    }

    /// A fresh code for one kiosk of one centre, good for 24 hours.
    public func issueCode(for centreID: String) async throws -> IssuedCode {
        var generator = SystemRandomNumberGenerator()
        let code = EnrolmentCode(using: &generator)
        let (sealed, created) = (try code.sealed(by: identity), now())
        let expires = created.addingTimeInterval(EnrolmentCode.lifetime)
        let name = try await store.write { db in
            guard let centre = try Centre.fetchOne(db, key: centreID) else {
                throw EnrolmentError.unknownCentre(centreID)
            }
            try db.execute(sql: "DELETE FROM enrolmentCode WHERE expiresAt < ?", arguments: [created])
            try db.execute(
                sql: """
                    INSERT INTO enrolmentCode (codeHint, codeSealed, centreId, createdAt, expiresAt, triesLeft)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [code.hint, sealed, centreID, created, expires, EnrolmentCode.tries])
            return centre.name
        }
        return IssuedCode(code: code.grouped, centre: centreID, centreName: name, expiresAt: expires)
    }

    /// Takes a box in. The same box may ask again with the same code when the first answer got lost.
    func enrol(_ request: EnrolmentRequest) async throws -> EnrolmentReply {
        let box = try Box(request)
        let (at, deviceID) = (now(), makeID())
        let admission = try await store.write { db in
            try admit(box, deviceID: deviceID, at: at, in: db)
        }
        switch admission {
        case .refused: throw Refusal.badCode
        case .admitted(let code, let deviceID, let centre, let cardKey):
            return try welcome(box, code: code, deviceID: deviceID, centre: centre, cardKey: cardKey)
        }
    }

    /// A wrong proof costs the code one of its tries, so this answers rather than throws: the cost must be kept.
    private func admit(_ box: Box, deviceID: UUID, at: Date, in db: Database) throws -> Admission {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM enrolmentCode WHERE codeHint = ? AND expiresAt > ? AND triesLeft > 0",
            arguments: [box.request.codeHint, at])
        guard let row else { return .refused }
        let code = try EnrolmentCode(sealed: row["codeSealed"], by: identity)
        guard box.knows(code) else {
            try db.execute(
                sql: "UPDATE enrolmentCode SET triesLeft = triesLeft - 1 WHERE codeHint = ?", arguments: [code.hint])
            return .refused
        }
        let centre = try Centre.find(db, key: row["centreId"] as String)
        let municipality = try Municipality.find(db, key: centre.municipalityId)
        guard let id = try register(box, code: code, usedBy: row["usedBy"], as: deviceID, in: centre, at: at, db) else {
            return .refused
        }
        return .admitted(code, id, centre, municipality.cardKey)
    }

    /// The device's id: the new one, or the one that this very box got before. Nothing when another box used the code.
    private func register(
        _ box: Box, code: EnrolmentCode, usedBy: String?, as deviceID: UUID, in centre: Centre, at: Date, _ db: Database
    ) throws -> UUID? {
        let known = try Kiosk.filter(Column("publicKey") == box.deviceKey).fetchOne(db)
        if known != nil || usedBy != nil {
            guard let known, known.deviceId == usedBy, known.revokedAt == nil else { return nil }
            return UUID(uuidString: known.deviceId)
        }
        let count = try Kiosk.filter(Column("centreId") == centre.id).fetchCount(db)
        let name = "\(centre.name) \(count + 1)"
        try Kiosk(
            deviceId: deviceID.uuidString, centreId: centre.id, publicKey: box.deviceKey, name: name, enrolledAt: at,
            appVersion: String(box.request.appVersion.prefix(40))
        ).insert(db)
        try db.execute(
            sql: "UPDATE enrolmentCode SET usedAt = ?, usedBy = ? WHERE codeHint = ?",
            arguments: [at, deviceID.uuidString, code.hint])
        return deviceID
    }

    private func welcome(
        _ box: Box, code: EnrolmentCode, deviceID: UUID, centre: Centre, cardKey: Data
    ) throws -> EnrolmentReply {
        let serverKey = identity.signingKey.publicKey.rawRepresentation.base64EncodedString()
        let sealed = try box.seal(cardKey, under: code)
        let proved = EnrolmentProof.reply(
            deviceID: deviceID, serverKey: serverKey, sealedCardKey: sealed, nonce: box.request.nonce)
        return EnrolmentReply(
            deviceID: deviceID, centreID: centre.id, centreName: centre.name, serverKey: serverKey,
            sealedCardKey: sealed,
            proof: Data(HMAC<SHA256>.authenticationCode(for: proved, using: code.key))
                .base64EncodedString())
    }

    private enum Admission {
        case refused
        case admitted(EnrolmentCode, UUID, Centre, Data)
    }
}

/// A code as the office hands it to the installer.
public struct IssuedCode: Codable, Equatable, Sendable {
    /// With hyphens, `ABCD-EFGH-JKMN`; the kiosk drops them.
    public var code: String
    public var centre: String
    public var centreName: String
    public var expiresAt: Date
}

/// Why no code can be issued.
public enum EnrolmentError: Error, Equatable {
    case unknownCentre(String)
}
