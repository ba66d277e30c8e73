/// All drivers of this program: those in code and those that are profile files.
public struct DeviceRegistry: Sendable {
    /// In the order of their ids; each id once.
    public let manifests: [DriverManifest]

    /// Two drivers with one id cannot be told apart in settings: that throws.
    public init(_ manifests: [DriverManifest]) throws(DeviceRegistryError) {
        self.manifests = manifests.sorted { $0.id < $1.id }
        for (one, next) in zip(self.manifests, self.manifests.dropFirst()) where one.id == next.id {
            throw .idTwice(one.id)
        }
    }

    /// The manifest with that id.
    public subscript(id: String) -> DriverManifest? { manifests.first { $0.id == id } }
}

/// Why drivers do not make a registry.
public enum DeviceRegistryError: Error, Equatable, Sendable {
    case idTwice(String)
}
