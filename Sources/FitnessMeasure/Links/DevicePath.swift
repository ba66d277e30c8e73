import Glibc

/// Finds device files by a name with wildcards.
enum DevicePath {
    /// The one path that matches. None and several are both a lost link, each with its own reason.
    static func only(matching pattern: String) throws(LinkLost) -> String {
        let found = all(matching: pattern)
        guard let path = found.first else { throw LinkLost(reason: "nothing at \(pattern)") }
        guard found.count == 1 else { throw LinkLost(reason: "\(found.count) devices match \(pattern)") }
        return path
    }

    private static func all(matching pattern: String) -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { index in found.gl_pathv[index].map { String(cString: $0) } }
    }
}

extension LinkLost {
    /// What the system said about the last call that failed.
    static func system(_ call: String, _ code: Int32 = errno) -> LinkLost {
        LinkLost(reason: "\(call): \(String(cString: strerror(code)))")
    }
}
