import Foundation

/// A picture as somebody sent it, known by its bytes and never by its name or label.
struct PictureFile: Equatable, Sendable {
    enum Format: String, CaseIterable, Sendable {
        case png = "image/png"
        case jpeg = "image/jpeg"
        case webp = "image/webp"
        case gif = "image/gif"
    }

    let bytes: [UInt8]
    let format: Format
    /// Pixels.
    let width: Int
    let height: Int

    /// 10 MB.
    static let byteLimit = 10_000_000
    /// A side longer than this no screen shows; a picture of more pixels than this fills a small box's memory.
    static let sideLimit = 8_000
    static let pixelLimit = 24_000_000

    /// - Throws: why the bytes cannot hang on a wall.
    init(_ bytes: [UInt8]) throws(PictureProblem) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.byteLimit else { throw .tooManyBytes }
        guard let format = Format(bytes) else { throw .unknownFormat }
        guard let size = format.size(bytes) else { throw .broken }
        guard size.width > 0, size.height > 0 else { throw .broken }
        guard size.width <= Self.sideLimit, size.height <= Self.sideLimit,
            size.width * size.height <= Self.pixelLimit
        else { throw .tooManyPixels }
        (self.bytes, self.format) = (bytes, format)
        (width, height) = (size.width, size.height)
    }
}

/// Why bytes are no picture for a wall.
enum PictureProblem: Error, Equatable, Sendable {
    case empty, tooManyBytes, unknownFormat, broken, tooManyPixels

    var sentence: String {
        switch self {
        case .empty: "그림 파일을 골라 주세요."
        case .tooManyBytes: "그림이 너무 커요. 10MB보다 작은 그림을 골라 주세요."
        case .unknownFormat: "PNG, JPEG, WebP, GIF 그림만 올릴 수 있어요."
        case .broken: "그림 파일이 깨져 있어요. 다른 파일을 골라 주세요."
        case .tooManyPixels: "그림의 가로세로가 너무 커요. 한쪽이 8,000점을 넘지 않게 줄여 주세요."
        }
    }
}
