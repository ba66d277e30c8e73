import CLinuxInput
import Glibc

/// An input device (a card scanner that acts as a keyboard), grabbed so that no other program sees its keys.
///
/// Without the grab a card would type its number into whatever is on the screen, so a refused grab is a lost link.
/// The chunks are raw `struct input_event` bytes; nothing can be written.
public struct EvdevLink: ByteLink {
    public let path: String

    /// The path may hold wildcards: `/dev/input/by-id/*-event-kbd`. Exactly one device must match.
    public init(path: String) { self.path = path }

    public func open() async throws -> any OpenByteLink {
        let device = Glibc.open(try DevicePath.only(matching: path), O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard device >= 0 else { throw LinkLost.system("open") }
        guard sarangbang_grab_input(device, 1) == 0 else {
            let reason = LinkLost.system("the input device was not grabbed")
            close(device)
            throw reason
        }
        return ReadOnlyLink(pump: try DescriptorPump(owning: device, writeTimeout: .zero))
    }
}

/// An open link that has no other direction.
struct ReadOnlyLink: OpenByteLink {
    let pump: DescriptorPump
    var chunks: AsyncThrowingStream<[UInt8], any Error> { pump.chunks }
    func write(_ bytes: [UInt8]) async throws { throw LinkLost(reason: "this device takes no bytes") }
    func close() async { await pump.close() }
}
