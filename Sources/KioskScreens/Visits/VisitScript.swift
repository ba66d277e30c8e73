import Foundation

/// A visit written down, one act a line: what a senior does, what the devices say, what must be seen.
///
/// ```
/// # Mrs Kim measures her blood pressure
/// scan    1168 7502 9713 0018 2374 8130 532
/// see     어서 오세요
/// tap     pressure
/// cuff    16 8E 00 58 00 6E 00 EA 07 0B 14 09 0C 00 48 00 00 00 00
/// see     142
/// tap     save
/// screen  pressure
/// ```
public struct VisitScript: Equatable, Sendable {
    public var steps: [Step]

    /// An act and where it stands, for messages.
    public struct Step: Equatable, Sendable {
        public var line: Int
        public var act: Act
    }

    public enum Act: Equatable, Sendable {
        /// Size in pixels, zoom in percent, language: before the first act that needs a picture.
        case size(width: Int, height: Int)
        case zoom(Int)
        case words(String)
        /// A card, or anything else, is held to the scanner.
        case scan(String)
        case tap(String)
        /// A text that must stand, or must not stand, on the screen.
        case see(String)
        case miss(String)
        case screen(String)
        /// Bytes of characteristic 2A35.
        case cuff([UInt8])
        /// A reading of the grip meter in kilograms, as its line driver gives it.
        case grip(String)
        case wait(Duration)
        /// A picture is to be kept under this name.
        case picture(String)
        /// From now on the disk refuses.
        case diskFails(Bool)
    }

    public enum ScriptError: Error, Equatable, CustomStringConvertible {
        case unknownAct(line: Int, String)
        case badArgument(line: Int, act: String, String)

        public var description: String {
            switch self {
            case .unknownAct(let line, let act): "line \(line): no such act: \(act)"
            case .badArgument(let line, let act, let argument): "line \(line): \(act) cannot be \"\(argument)\""
            }
        }
    }

    public init(_ text: String) throws(ScriptError) {
        var steps: [Step] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let words = line.trimmingCharacters(in: .whitespaces)
            guard !words.isEmpty, !words.hasPrefix("#") else { continue }
            let parts = words.split(separator: " ", maxSplits: 1)
            let argument = parts.count == 2 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
            steps.append(Step(line: index + 1, act: try Self.act(String(parts[0]), argument, line: index + 1)))
        }
        self.steps = steps
    }

    private static func act(_ word: String, _ argument: String, line: Int) throws(ScriptError) -> Act {
        let act: Act? =
            switch word {
            case "size": size(argument)
            case "zoom": Int(argument).map { .zoom($0) }
            case "words": .words(argument)
            case "scan": .scan(argument)
            case "tap": argument.isEmpty ? nil : .tap(argument)
            case "see": argument.isEmpty ? nil : .see(argument)
            case "miss": argument.isEmpty ? nil : .miss(argument)
            case "screen": .screen(argument)
            case "cuff": hex(argument).map { .cuff($0) }
            case "grip": .grip(argument)
            case "wait": seconds(argument).map { .wait($0) }
            case "picture": argument.isEmpty ? nil : .picture(argument)
            case "disk": ["fails", "works"].contains(argument) ? .diskFails(argument == "fails") : nil
            default: throw .unknownAct(line: line, word)
            }
        guard let act else { throw .badArgument(line: line, act: word, argument) }
        return act
    }

    private static func size(_ text: String) -> Act? {
        let parts = text.split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy({ (64...8192).contains($0) }) else { return nil }
        return .size(width: parts[0], height: parts[1])
    }

    private static func seconds(_ text: String) -> Duration? {
        guard text.hasSuffix("s"), let seconds = Double(text.dropLast()), (0...86_400).contains(seconds) else {
            return nil
        }
        return .milliseconds(Int(seconds * 1000))
    }

    private static func hex(_ text: String) -> [UInt8]? {
        let bytes = text.split(separator: " ").map { UInt8($0, radix: 16) }
        let known = bytes.compactMap { $0 }
        return known.count == bytes.count && !known.isEmpty ? known : nil
    }
}
