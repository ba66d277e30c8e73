import Foundation

/// What the kernel says of this process's memory, in kilobytes.
enum Memory {
    static func now() -> Int { field("VmRSS:") }
    static func peak() -> Int { field("VmHWM:") }

    /// Lets the next peak count from here.
    static func resetPeak() {
        FileHandle(forWritingAtPath: "/proc/self/clear_refs")?.write(Data("5".utf8))
    }

    private static func field(_ name: String) -> Int {
        guard let status = FileManager.default.contents(atPath: "/proc/self/status") else { return 0 }
        let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix(name) }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
