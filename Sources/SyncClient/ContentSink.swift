import Foundation
import SyncWire

/// Where content from the office goes.
public protocol ContentSink: Sendable {
    /// Version of the manifest that is shown now; 0 for none.
    func installedVersion() async throws -> Int
    /// Whether a file's bytes are here already.
    func holds(_ file: Manifest.File) async throws -> Bool
    /// Keeps bytes whose digest has been verified. They are on the disk when this returns.
    func keep(_ bytes: Data, as file: Manifest.File) async throws
    /// Shows a manifest of which all files are kept: whole, or not at all.
    func install(_ manifest: Manifest) async throws
}
