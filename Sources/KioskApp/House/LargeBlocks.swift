import CMalloc

/// Where the C library takes large blocks from.
enum LargeBlocks {
    /// Gives back what a decoded picture or a downloaded file took, as soon as it is let go.
    ///
    /// Left alone, the library learns from the first large block it frees to take the next ones from its heap, and keeps
    /// them: 12 MB on a wall with pictures. A fixed bound switches that off.
    static func areGivenBack() { _ = mallopt(M_MMAP_THRESHOLD, 256 << 10) }
}
