import Foundation

extension ReadingsCSV {
    /// In the order in which they are written.
    static let columns: [Column] = value + time + device + quality + trail

    private static let value: [Column] = [
        Column(
            "record_id", "측정 기록 번호", "the record's id; a reading with several values has several rows", values: "UUID"
        ) {
            $0.record.id.uuidString.lowercased()
        },
        Column("subject", "가명 번호", "pseudonym; only the office can resolve it", isText: true) {
            $0.record.subject.rawValue
        },
        Column(
            "test", "검사 항목", "what it was taken for; empty if the quantity says it", values: "test ids", isText: true
        ) {
            $0.record.test?.rawValue ?? ""
        },
        Column("quantity", "측정량", "what was measured", values: "quantity names", isText: true) {
            $0.value.kind.rawValue
        },
        Column("value", "값", "decimal digits exactly as the device sent them", unit: "column unit", values: "decimal") {
            $0.decimal?.value.description ?? ""
        },
        Column("unit", "단위", "unit of the value", values: "UCUM", isText: true) { $0.decimal?.unit.rawValue ?? "" },
        Column(
            "absent_reason", "값이 없는 이유", "why there is no value; empty if there is one",
            values: FHIRAbsence.allCases.map(\.rawValue).joined(separator: " ")
        ) { $0.absence?.rawValue ?? "" },
        Column(
            "status", "상태", "where the record is in its life",
            values: MeasuredRecord.State.allCases.map(\.rawValue).joined(separator: " ")
        ) { $0.record.state.rawValue },
    ]

    private static let time: [Column] = [
        Column("taken_at", "측정 시각", "when the kiosk had it", values: "ISO 8601 with offset", source: "kiosk clock") {
            $0.record.moment.text
        },
        Column(
            "device_time", "기기 시각", "what the device's own clock said", values: "ISO 8601 without zone; 0 unknown",
            source: "device"
        ) { $0.record.reading?.deviceTime?.isoText ?? "" },
        Column(
            "device_ahead_s", "기기 시계 차이", "by how much the device's clock is ahead of the kiosk's", unit: "s",
            values: "whole number; empty if never compared", source: "both clocks read at once"
        ) { row in row.record.clocks?.secondsAhead(zone: row.record.zone).map(String.init) ?? "" },
        Column("device_sequence", "기기 기록 번호", "the device's own number of the record", source: "device") {
            $0.record.reading?.deviceSequence.map(String.init) ?? ""
        },
    ]

    private static let device: [Column] = [
        Column("device_key", "기기 식별자", "which device it was", source: "driver", isText: true) {
            $0.record.device.key.rawValue
        },
        Column("manufacturer", "제조사", "who made it", source: "device or inventory", isText: true) {
            $0.record.device.manufacturer ?? ""
        },
        Column("model", "모델", "its model", source: "device or inventory", isText: true) {
            $0.record.device.model ?? ""
        },
        Column("serial", "제조 번호", "its serial number", source: "device or inventory", isText: true) {
            $0.record.device.serial ?? ""
        },
        Column("firmware", "펌웨어", "its firmware's version", source: "device or inventory", isText: true) {
            $0.record.device.firmware ?? ""
        },
        Column(
            "calibrated_on", "교정일", "day of its last calibration", values: "YYYY-MM-DD", source: "inventory",
            isText: true
        ) { $0.record.device.calibratedOn ?? "" },
        Column("simulated", "모의 기기", "1 if no real device measured it", values: "0 1") {
            $0.record.device.isSimulated || $0.record.reading?.isSimulated == true ? "1" : "0"
        },
    ]

    private static let quality: [Column] = [
        Column("protocol", "검사 방법", "the protocol's id", isText: true) { $0.record.protocolUse?.id ?? "" },
        Column(
            "protocol_followed", "방법 준수", "whether it was done as the protocol says",
            values: ProtocolUse.Followed.allCases.map(\.rawValue).joined(separator: " ")
        ) { $0.record.protocolUse?.followed.rawValue ?? "" },
        Column(
            "quality_flags", "품질 표시", "what is odd about the reading", values: "flag ids, a space between", isText: true
        ) {
            ($0.record.reading?.flags ?? []).map(\.rawValue).sorted().joined(separator: " ")
        },
        Column("raw", "원시 바이트", "the bytes as they came", values: "hex with 0x before it", source: "device") {
            $0.record.reading.map { $0.raw.isEmpty ? "" : "0x" + Hex.text($0.raw) } ?? ""
        },
    ]

    private static let trail: [Column] = [
        trailColumn("corrected_at", "정정 시각", "when it was corrected") { FHIRMoment($0.at, zone: $1).text },
        trailColumn("corrected_by", "정정한 사람", "pseudonym of who corrected it") { correction, _ in correction.by },
        trailColumn("corrected_from", "정정 전 가명 번호", "whose it was before; empty if nobody's") { correction, _ in
            correction.from?.rawValue ?? ""
        },
        trailColumn("correction_reason", "정정 이유", "why") { correction, _ in correction.reason },
    ]

    /// All corrections in their order, with a bar between.
    private static func trailColumn(
        _ name: String, _ korean: String, _ meaning: String, _ text: @escaping @Sendable (Correction, Int) -> String
    ) -> Column {
        Column(
            name, korean, meaning, values: "one for each correction, ' | ' between", source: "staff", isText: true
        ) { row in
            row.record.corrections.map { text($0, row.record.zone).replacing(" | ", with: " / ") }
                .joined(separator: " | ")
        }
    }
}

extension ReadingsCSV.Column {
    fileprivate init(
        _ name: String, _ korean: String, _ meaning: String, unit: String = "", values: String = "",
        source: String = "kiosk", isText: Bool = false, text: @escaping @Sendable (ReadingsCSV.Row) -> String
    ) {
        self.init(
            name: name, meaningKorean: korean, meaning: meaning, unit: unit, values: values, source: source,
            isText: isText, text: text)
    }
}

extension ReadingsCSV.Row {
    fileprivate var decimal: FHIRQuantity? {
        if case .quantity(let quantity) = value.value { quantity } else { nil }
    }

    fileprivate var absence: FHIRAbsence? {
        if case .absent(let reason) = value.value { reason } else { nil }
    }
}
