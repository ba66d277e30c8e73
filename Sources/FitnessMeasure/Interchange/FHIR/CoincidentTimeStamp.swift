extension MeasuredRecord {
    /// The device's clock beside the kiosk's, read at the same moment, so that a correction can be undone. Nil if the
    /// clocks were not compared. By the guide its subject is the device and its device the gateway.
    func coincidentTimeStamp(_ gateway: GatewayDevice) -> FHIRObservation? {
        guard let clocks else { return nil }
        let key = clocks.key(device)
        return FHIRObservation(
            identifiers: [FHIRIdentifier(FHIRName.observation, key)],
            profiles: [FHIRName.phd("PhdCoincidentTimeStampObservation")],
            code: FHIRConcept([FHIRCoding(FHIRName.mdc, "67975", "MDC_ATTR_TIME_ABS")]),
            subject: .entry(device.fullURL), effective: FHIRMoment(clocks.kiosk, zone: zone),
            value: clocks.device.map { .moment($0.isoText + FHIRMoment.offset(zone)) } ?? .absent(.unknown),
            device: .entry(gateway.fullURL), isTestData: device.isSimulated)
    }
}

extension ClockComparison {
    func fullURL(_ of: MeasuringDevice) -> String { FHIRBundle.fullURL(FHIRName.observation + "|" + key(of)) }

    fileprivate func key(_ of: MeasuringDevice) -> String {
        [of.key.rawValue, "clock", FHIRMoment(kiosk, zone: 0).text, device?.isoText ?? "fault"].joined(separator: "~")
    }
}
