import Glibc

/// Opens a serial port for ourselves alone and sets it raw: every byte comes as it was sent.
enum SerialPort {
    static func open(_ path: String, _ settings: SerialSettings) throws(LinkLost) -> Int32 {
        let port = Glibc.open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard port >= 0 else { throw errno == EBUSY ? held(path) : .system("open") }
        // The lock also keeps out programs that run as root, which TIOCEXCL does not.
        guard isatty(port) != 1 || flock(port, LOCK_EX | LOCK_NB) == 0 else {
            close(port)
            throw held(path)
        }
        do throws(LinkLost) {
            guard isatty(port) == 1 else { throw LinkLost.system("not a serial port") }
            guard ioctl(port, UInt(TIOCEXCL), 0) == 0 else { throw LinkLost.system("TIOCEXCL") }
            try set(port, settings)
        } catch {
            close(port)
            throw error
        }
        return port
    }

    private static func held(_ path: String) -> LinkLost {
        LinkLost(reason: "held by " + (PortHolder(of: path)?.description ?? "another program"))
    }

    private static func set(_ port: Int32, _ settings: SerialSettings) throws(LinkLost) {
        var wanted = termios()
        guard tcgetattr(port, &wanted) == 0 else { throw .system("tcgetattr") }
        try wanted.apply(settings)
        guard tcsetattr(port, TCSAFLUSH, &wanted) == 0 else { throw .system("tcsetattr") }
        var got = termios()
        guard tcgetattr(port, &got) == 0 else { throw .system("tcgetattr") }
        // tcsetattr succeeds when any part was taken; a pseudo terminal has no wire and takes no character format.
        guard got.hasFormat(of: wanted) || isPseudoTerminal(port) else {
            throw LinkLost(reason: "the port does not do \(settings)")
        }
    }

    private static func isPseudoTerminal(_ port: Int32) -> Bool {
        var status = stat()
        // The kernel gives major numbers 136 to 143 to the far ends of pseudo terminals (admin-guide/devices.txt).
        return fstat(port, &status) == 0 && (136...143).contains((status.st_rdev >> 8) & 0xfff)
    }
}

extension termios {
    /// Raw mode with the given speed and character format; bytes with a parity error arrive as NUL.
    fileprivate mutating func apply(_ settings: SerialSettings) throws(LinkLost) {
        guard let speed = Self.speeds[settings.baud] else { throw LinkLost(reason: "no speed \(settings.baud)") }
        cfmakeraw(&self)
        guard cfsetspeed(&self, speed) == 0 else { throw .system("cfsetspeed") }
        c_cflag &= ~Self.format
        c_cflag |= tcflag_t(CLOCAL | CREAD) | tcflag_t(settings.bits == 7 ? CS7 : CS8)
        if settings.stop == 2 { c_cflag |= tcflag_t(CSTOPB) }
        if settings.parity != .none { c_cflag |= tcflag_t(PARENB) }
        if settings.parity == .odd { c_cflag |= tcflag_t(PARODD) }
        if settings.flow == .hardware { c_cflag |= tcflag_t(CRTSCTS) }
        if settings.parity != .none { c_iflag |= tcflag_t(INPCK) }
        if settings.flow == .software { c_iflag |= tcflag_t(IXON | IXOFF) }
    }

    /// Character size, parity, stop bits and flow control.
    private static var format: tcflag_t {
        tcflag_t(UInt32(CSIZE) | UInt32(PARENB) | UInt32(PARODD) | UInt32(CSTOPB) | UInt32(CRTSCTS))
    }

    /// True if speed and character format are the same; other flags are the driver's own.
    fileprivate func hasFormat(of other: termios) -> Bool {
        var (mine, theirs) = (self, other)
        return c_cflag & Self.format == other.c_cflag & Self.format && cfgetospeed(&mine) == cfgetospeed(&theirs)
    }

    private static var speeds: [Int: speed_t] {
        let codes = [B300, B600, B1200, B2400, B4800, B9600, B19200, B38400, B57600, B115200, B230400]
        return Dictionary(uniqueKeysWithValues: zip(SerialSettings.knownSpeeds, codes.map { speed_t($0) }))
    }
}
