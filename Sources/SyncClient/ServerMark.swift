/// What the office said last of how far it has everything. Tells when an office came back from an older backup.
public struct ServerMark: Equatable, Sendable {
    public var incarnation: String?
    /// Per epoch.
    public var contiguous: [String: Int64]

    public init(incarnation: String? = nil, contiguous: [String: Int64] = [:]) {
        (self.incarnation, self.contiguous) = (incarnation, contiguous)
    }

    /// Takes over what a receipt says, and returns for each epoch the sequence after which everything must be sent
    /// again. A mark that merely lags, because an event waits, asks for nothing: only a fall does, and a new
    /// incarnation.
    public mutating func update(with receipt: UploadReceipt, epochs: some Sequence<String>) -> [String: Int64] {
        var rewinds: [String: Int64] = [:]
        let isOther = incarnation != nil && incarnation != receipt.serverIncarnation
        for epoch in epochs {
            if isOther {
                rewinds[epoch] = receipt.contiguousStored[epoch] ?? 0
                contiguous[epoch] = receipt.contiguousStored[epoch] ?? 0
            } else if let reached = receipt.contiguousStored[epoch] {
                if reached < contiguous[epoch, default: 0] { rewinds[epoch] = reached }
                contiguous[epoch] = reached
            }
        }
        incarnation = receipt.serverIncarnation
        return rewinds
    }
}
