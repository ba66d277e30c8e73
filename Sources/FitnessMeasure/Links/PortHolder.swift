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
        for process in Self.names(in: processes) {
            guard let number = Int32(process), left > 0 else { continue }
            let folder = "\(processes)/\(process)"
            let files = Self.names(in: "\(folder)/fd")
            left -= files.count
            guard files.contains(where: { Self.target(of: "\(folder)/fd/\($0)") == target }) else { continue }
            (name, self.process) = (Self.name(of: folder), number)
            return
        }
        return nil
    }

    /// What a folder holds. A process may end while we look, and others' files are closed to us: that holds nothing.
    private static func names(in folder: String) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            return []
        }
    }

    /// A process that has ended since has no name any more; that it held the port is news all the same.
    private static func name(of process: String) -> String {
        do {
            let name = try String(contentsOfFile: "\(process)/comm", encoding: .utf8)
            return String(name.trimmed.prefix { !$0.isNewline })
        } catch {
            return "?"
        }
    }

    private static func target(of link: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 256)
        let count = readlink(link, &buffer, buffer.count)
        return count < 0 ? nil : String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
