import CSDL2
import Glibc

/// A font file's bytes, mapped once for all its sizes: a glyph is read without a system call, and only pages that are
/// used take memory.
final class FontFile {
    private let bytes: UnsafeRawBufferPointer

    init(path: String) throws(FontError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, Self.systemError()) }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, (1...Int(Int32.max)).contains(facts.st_size),
            let start = mmap(nil, facts.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
        else { throw .unreadable(path: path, Self.systemError()) }
        bytes = UnsafeRawBufferPointer(start: start, count: facts.st_size)
    }

    isolated deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    /// A new way of reading the bytes, which SDL closes by itself. It must not outlive the file.
    func reader() -> UnsafeMutablePointer<SDL_RWops>? { SDL_RWFromConstMem(bytes.baseAddress, Int32(bytes.count)) }

    private static func systemError() -> SDLError { SDLError(description: String(cString: strerror(errno))) }
}
