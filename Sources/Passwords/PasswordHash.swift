import CCrypt
import Crypto
import Foundation

/// One-way password hashes by the system's crypt(3) with yescrypt.
public enum PasswordHash {
    /// The shortest password that is accepted for an account, in characters.
    public static let shortestPassword = 10

    /// A fresh hash with a random salt. Takes tens of milliseconds on purpose. A supporter's PIN is shorter than an
    /// account's password: it opens a tray in a room where people see each other.
    public static func make(
        _ password: String, shortest: Int = shortestPassword
    ) throws(PasswordError) -> String {
        guard password.count >= shortest else { throw .tooShort }
        guard let salt = salt() else { throw .noSalt }
        return try crypted(password, setting: salt)
    }

    /// Whether `password` is the one that `hash` was made of, compared in constant time.
    public static func matches(_ password: String, hash: String) throws(PasswordError) -> Bool {
        let found = Data(try crypted(password, setting: hash).utf8)
        return SHA256.hash(data: found) == SHA256.hash(data: Data(hash.utf8))
    }

    private static func salt() -> String? {
        var setting = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
        // A null source of randomness lets the library ask the kernel; 0 is its default cost.
        guard crypt_gensalt_rn("$y$", 0, nil, 0, &setting, Int32(setting.count)) != nil else { return nil }
        return text(setting[...])
    }

    private static func crypted(_ password: String, setting: String) throws(PasswordError) -> String {
        var work = crypt_data()
        let hash: String? = withUnsafeMutablePointer(to: &work) { work in
            guard let output = crypt_r(password, setting, work) else { return nil }
            return String(cString: output)
        }
        guard let hash, !hash.hasPrefix("*") else { throw .refused }
        return hash
    }

    private static func text(_ characters: ArraySlice<CChar>) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Why a password could not be hashed or compared.
public enum PasswordError: Error, Equatable {
    /// Fewer characters than ``PasswordHash/shortestPassword``.
    case tooShort
    /// The kernel gave no randomness.
    case noSalt
    /// crypt(3) did not understand the stored hash or the password.
    case refused
}
