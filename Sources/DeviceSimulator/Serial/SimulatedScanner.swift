/// A card scanner on a serial line: writes what it reads and a carriage return.
public actor SimulatedScanner {
    public nonisolated let terminal: PseudoTerminal

    public init(terminal: PseudoTerminal) { self.terminal = terminal }

    /// Reads one code aloud to the kiosk.
    public func scan(_ text: String) throws { try terminal.write(Array(text.utf8) + [0x0d]) }
}
