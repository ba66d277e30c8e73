import Foundation

/// A sent form with files (RFC 7578): text fields and files, each read once, everything bounded.
struct MultipartForm: Equatable, Sendable {
    struct File: Equatable, Sendable {
        /// The field's name. What the sender called the file is not kept.
        let name: String
        let bytes: [UInt8]
    }

    struct Limits: Equatable, Sendable {
        var parts = 64
        /// Bytes of one text field, and of the head of one part.
        var field = 16 * 1024
        var head = 4 * 1024
    }

    private(set) var fields: [String: String] = [:]
    private(set) var files: [File] = []

    /// - Parameter contentType: with the boundary, as the request's header has it.
    /// - Throws: what is not as the standard has it.
    init(_ body: [UInt8], contentType: String, limits: Limits = Limits()) throws(MultipartError) {
        guard let boundary = Self.boundary(of: contentType) else { throw .noBoundary }
        var reader = MultipartReader(body, boundary: boundary)
        try reader.begin()
        var names: Set<String> = []
        while let part = try reader.nextPart(headLimit: limits.head) {
            guard names.count < limits.parts else { throw .tooManyParts }
            guard names.insert(part.name).inserted else { throw .repeatedName }
            if part.isFile {
                files.append(File(name: part.name, bytes: Array(body[part.content])))
            } else {
                guard part.content.count <= limits.field else { throw .longField }
                guard let text = String(validating: body[part.content], as: UTF8.self) else { throw .notText }
                fields[part.name] = text
            }
        }
    }

    /// 1–70 characters of those that RFC 2046 allows.
    static func boundary(of contentType: String) -> String? {
        let parameters = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parameters.first?.lowercased() == "multipart/form-data",
            let found = parameters.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        var value = found.dropFirst("boundary=".count)
        if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = value.dropFirst().dropLast() }
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'()+_,-./:=?")
        guard (1...70).contains(value.utf8.count), value.allSatisfy(allowed.contains) else { return nil }
        return String(value)
    }
}

/// Why bytes are no form that we take.
enum MultipartError: Error, Equatable, Sendable {
    case noBoundary
    /// It does not begin or end as a form does.
    case malformed
    case badHead
    case longHead
    case longField
    case repeatedName
    case tooManyParts
    case notText
}
