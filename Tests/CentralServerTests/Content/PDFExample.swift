import Foundation

/// Documents that tests send.
enum PDFExample {
    /// A document of so many pages, each with a few words on it; `side` is its width and height in points.
    static func pages(_ count: Int, side: Int = 300) -> [UInt8] {
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(count) /Kids [\((0..<count).map { "\(4 + $0 * 2) 0 R" }.joined(separator: " "))] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for page in 0..<count {
            let drawing = "BT /F1 40 Tf 20 100 Td (Page \(page + 1)) Tj ET"
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(side) \(side)] /Contents \(5 + page * 2) 0 R "
                    + "/Resources << /Font << /F1 3 0 R >> >> >>")
            objects.append("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream")
        }
        return document(objects)
    }

    private static func document(_ objects: [String]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }

    /// One empty page that needs a password; made with pypdf.
    static let locked: [UInt8] = Array(
        Data(
            base64Encoded: """
                JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovUHJvZHVjZXIgPDdiNDk3YjI0N2E+Cj4+CmVuZG9iagoyIDAgb2JqCjw8Ci9U
                eXBlIC9QYWdlcwovQ291bnQgMQovS2lkcyBbIDQgMCBSIF0KPj4KZW5kb2JqCjMgMCBvYmoKPDwKL1R5cGUgL0NhdGFsb2cK
                L1BhZ2VzIDIgMCBSCj4+CmVuZG9iago0IDAgb2JqCjw8Ci9UeXBlIC9QYWdlCi9SZXNvdXJjZXMgPDwKPj4KL01lZGlhQm94
                IFsgMC4wIDAuMCAyMDAgMjgwIF0KL1BhcmVudCAyIDAgUgo+PgplbmRvYmoKNSAwIG9iago8PAovViAyCi9SIDMKL0xlbmd0
                aCAxMjgKL1AgNDI5NDk2NzI5MgovRmlsdGVyIC9TdGFuZGFyZAovTyA8OTFlMGNkZGNhYTFmYmY2YWZiZjJhYjdjNjFmZTI5
                MmIxNGJiZTAxNDA3NDk4MjM5NTkzN2Y1YjAwZDQ2NDM2Mj4KL1UgPDZjOWE1MWYyNzNlNjVmODY0Yjc4OTRjMjY0MmUyODYw
                MjhiZjRlNWU0ZTc1OGE0MTY0MDA0ZTU2ZmZmYTAxMDg+Cj4+CmVuZG9iagp4cmVmCjAgNgowMDAwMDAwMDAwIDY1NTM1IGYg
                CjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDA1OSAwMDAwMCBuIAowMDAwMDAwMTE4IDAwMDAwIG4gCjAwMDAwMDAxNjcg
                MDAwMDAgbiAKMDAwMDAwMDI2MSAwMDAwMCBuIAp0cmFpbGVyCjw8Ci9TaXplIDYKL1Jvb3QgMyAwIFIKL0luZm8gMSAwIFIK
                L0lEIFsgPDMxMzEzMTMxNjQ2NDM3MzI2NTY1NjUzOTYzMzc2MjY0MzU2NjYzMzU2MzY0MzkzNjM5MzYzOTM5NjYzNDYxNjQ+
                IDwzMTMxMzEzMTY0NjQzNzMyNjU2NTY1Mzk2MzM3NjI2NDM1NjY2MzM1NjM2NDM5MzYzOTM2MzkzOTY2MzQ2MTY0PiBdCi9F
                bmNyeXB0IDUgMCBSCj4+CnN0YXJ0eHJlZgo0NzYKJSVFT0YK
                """, options: .ignoreUnknownCharacters) ?? Data())
}
