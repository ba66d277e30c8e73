extension LineProfile {
    /// What there is to know of the driver that this profile makes.
    public var manifest: DriverManifest {
        DriverManifest(
            id: id, title: title, link: .serial, matches: ports,
            quantities: values.map(\.quantity).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            capabilities: capabilities,
            settings: [DriverSetting("port", "the serial port; wildcards are allowed", standard: "as matched")],
            isVerified: isVerified, unverified: unverified, source: source)
    }

    private var capabilities: Set<DriverCapability> {
        let known: [(DriverCapability, Bool)] = [
            (.liveValues, stability != nil), (.errorReports, !errors.isEmpty), (.deviceTime, !time.isEmpty),
            (.deviceSequence, sequence != nil), (.polled, poll != nil), (.checkedFrames, checksum != nil),
            (.storedRecords, burst != nil),
        ]
        return Set(known.filter(\.1).map(\.0))
    }
}
