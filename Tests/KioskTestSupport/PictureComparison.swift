import CSDL2
import KioskSDL
import Testing

/// Compares a drawn canvas with a recorded picture. Small differences, such as another font renderer makes, are allowed.
@MainActor
public struct PictureComparison {
    /// Folder of the recorded pictures.
    public var folder: String
    /// What a colour channel may differ before a pixel counts as changed.
    public var channelTolerance: Int
    /// Share of changed pixels that is allowed, 0…1.
    public var share: Double

    public init(folder: String, channelTolerance: Int = 24, share: Double = 0.002) {
        (self.folder, self.channelTolerance, self.share) = (folder, channelTolerance, share)
    }

    /// What a comparison found.
    public enum Outcome: Hashable {
        case same
        case recorded
        case missing
        case otherSize(width: Int, height: Int)
        case changed(share: Double)
    }

    /// Records an issue unless the canvas looks like `<folder>/<name>.png`, and leaves `<name>.actual.png` and
    /// `<name>.difference.png` beside it. With `recording` the picture is written instead.
    public func expect(
        _ canvas: Canvas, looksLike name: String, recording: Bool = false,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try compare(canvas, with: name, recording: recording)
        if outcome != .same, outcome != .recorded {
            Issue.record("\(name): \(outcome)", sourceLocation: sourceLocation)
        }
    }

    /// The comparison without an opinion.
    public func compare(_ canvas: Canvas, with name: String, recording: Bool = false) throws -> Outcome {
        let path = "\(folder)/\(name).png"
        guard !recording else {
            try canvas.writePNG(to: path)
            return .recorded
        }
        guard let recorded = IMG_Load(path) else {
            try canvas.writePNG(to: "\(folder)/\(name).actual.png")
            return .missing
        }
        defer { SDL_FreeSurface(recorded) }
        let (width, height) = (Int(recorded.pointee.w), Int(recorded.pointee.h))
        guard width == canvas.width, height == canvas.height else {
            try canvas.writePNG(to: "\(folder)/\(name).actual.png")
            return .otherSize(width: width, height: height)
        }
        let difference = try difference(canvas.pixels(), recorded)
        guard difference.share > share else { return .same }
        try canvas.writePNG(to: "\(folder)/\(name).actual.png")
        try write(difference.picture, width: width, height: height, to: "\(folder)/\(name).difference.png")
        return .changed(share: difference.share)
    }

    /// Changed pixels red on a pale copy of the recorded picture.
    private func difference(
        _ actual: [UInt8], _ recorded: UnsafeMutablePointer<SDL_Surface>
    ) throws -> (share: Double, picture: [UInt8]) {
        let (width, height) = (Int(recorded.pointee.w), Int(recorded.pointee.h))
        let same = try SDLError.check(SDL_ConvertSurfaceFormat(recorded, SDL_PIXELFORMAT_RGBA32.rawValue, 0))
        defer { SDL_FreeSurface(same) }
        var picture = actual
        var changed = 0
        for y in 0..<height {
            let row = same.pointee.pixels.assumingMemoryBound(to: UInt8.self) + y * Int(same.pointee.pitch)
            for x in 0..<width {
                let place = (y * width + x) * 4
                let differs = (0..<3).contains {
                    abs(Int(row[x * 4 + $0]) - Int(actual[place + $0])) > channelTolerance
                }
                if differs { changed += 1 }
                for channel in 0..<3 {
                    let pale = 192 + row[x * 4 + channel] / 4
                    picture[place + channel] = differs ? (channel == 0 ? 220 : 0) : pale
                }
            }
        }
        return (Double(changed) / Double(max(1, width * height)), picture)
    }

    private func write(_ bytes: [UInt8], width: Int, height: Int, to path: String) throws {
        var bytes = bytes
        try bytes.withUnsafeMutableBytes { buffer in
            let surface = try SDLError.check(
                SDL_CreateRGBSurfaceWithFormatFrom(
                    buffer.baseAddress, Int32(width), Int32(height), 32, Int32(width * 4),
                    SDL_PIXELFORMAT_RGBA32.rawValue))
            defer { SDL_FreeSurface(surface) }
            try SDLError.check(IMG_SavePNG(surface, path))
        }
    }
}
