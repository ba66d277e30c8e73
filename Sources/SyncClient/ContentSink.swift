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
    /// What is here of a file that is not here yet, from its first byte on; empty for none.
    func part(of file: Manifest.File) async throws -> Data
    /// Keeps a piece of a file behind its first `offset` bytes, so that it goes on there after the line was cut. What was
    /// kept beyond is gone.
    func keepPart(_ piece: Data, of file: Manifest.File, from offset: Int) async throws
    /// Bytes that may still be kept without taking what the box needs for itself.
    func room() async throws -> Int
    /// Shows a manifest of which all files are kept: whole, or not at all.
    func install(_ manifest: Manifest) async throws
}
