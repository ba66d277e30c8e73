import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting

@testable import CentralServer

extension Browser {
    /// Sends a form with a file, as its forms do.
    func upload(
        _ path: String, _ fields: [String: String], file: [UInt8] = [], named name: String = "photo.png",
        csrf: String? = nil
    ) async throws -> TestResponse {
        var fields = fields
        fields["csrf"] = if let csrf { csrf } else { try await self.csrf() }
        var body = ByteBuffer()
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            body.writeString("--line\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        body.writeString("--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n")
        body.writeString("Content-Type: application/octet-stream\r\n\r\n")
        body.writeBytes(file)
        body.writeString("\r\n--line--\r\n")
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=line"]
        headers[.cookie] = cookie
        return try await client.executeRequest(uri: path, method: .post, headers: headers, body: body)
    }
}
