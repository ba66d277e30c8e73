import Foundation
import Glibc

/// Who has a device file open: brltty and ModemManager take adapters that are not theirs, and staff want the name.
struct PortHolder: Equatable, Sendable, CustomStringConvertible {
    let name: String
    let process: Int32

    var description: String { "\(name) (process \(process))" }

    /// The search looks at so many open files at most, and not at those of other users unless we are root.
    private static let mostFiles = 20_000

    /// Nil if nobody was found, which does not mean that there is nobody. `path` may be a symbolic link.
    init?(of path: String, processes: String = "/proc") {
        guard let device = realpath(path, nil) else { return nil }
        defer { free(device) }
        let target = String(cString: device)
        var left = Self.mostFiles
        // A process may end while we look: what cannot be read holds nothing.
        for process in (try? FileManager.default.contentsOfDirectory(atPath: processes)) ?? [] {
            guard let number = Int32(process), left > 0 else { continue }
            let folder = "\(processes)/\(process)"
            let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/fd")) ?? []
            left -= files.count
            guard files.contains(where: { Self.target(of: "\(folder)/fd/\($0)") == target }) else { continue }
            let name = (try? String(contentsOfFile: "\(folder)/comm", encoding: .utf8)) ?? "?"
            (self.name, self.process) = (String(name.trimmed.prefix { !$0.isNewline }), number)
            return
        }
        return nil
    }

    private static func target(of link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 256)
        let count = readlink(link, &buffer, buffer.count)
        return count < 0 ? nil : String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
