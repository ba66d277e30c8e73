import CQREncode
import Foundation

/// A QR symbol of version 1 with error correction level Q: 21 modules a side, a quarter of it may be damaged.
public struct QRMatrix: Hashable, Sendable {
    /// Modules a side, without the quiet zone.
    public static let side = 21
    /// White modules that must surround the symbol on every side.
    public static let quietZone = 4
    /// Digits that fit.
    public static let capacity = 27

    /// From the top; true is dark.
    public let rows: [[Bool]]

    /// The symbol of a card.
    public init(_ number: CardNumber) throws(QRMatrixError) {
        try self.init(digits: number.digits)
    }

    /// The symbol of 1 to ``capacity`` ASCII digits, in numeric mode.
    public init(digits: String) throws(QRMatrixError) {
        let bytes = Array(digits.utf8)
        guard bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notDigits }
        guard (1...Self.capacity).contains(bytes.count) else { throw .doesNotFit(digits: bytes.count) }
        guard let input = QRinput_new2(1, QR_ECLEVEL_Q) else { throw .encoder(errno) }
        defer { QRinput_free(input) }
        guard QRinput_append(input, QR_MODE_NUM, Int32(bytes.count), bytes) == 0 else { throw .encoder(errno) }
        guard let symbol = QRcode_encodeInput(input) else { throw .encoder(errno) }
        defer { QRcode_free(symbol) }
        let width = Int(symbol.pointee.width)
        // The encoder would rather take a larger version than refuse.
        guard width == Self.side, let data = symbol.pointee.data else { throw .doesNotFit(digits: bytes.count) }
        rows = (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
    }
}

/// Why there is no symbol.
public enum QRMatrixError: Error, Equatable, Sendable {
    case notDigits
    /// None, or more than version 1-Q holds.
    case doesNotFit(digits: Int)
    /// libqrencode's `errno`.
    case encoder(Int32)
}
